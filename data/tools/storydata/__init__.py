# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of make-story.py, one module for each list of a story."""
