# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON that is pleasant to read and to compare: what fits stands on one line."""

import json

WIDTH = 100


def compact(value):
    if isinstance(value, dict):
        inside = ", ".join(f"{compact(k)}: {compact(v)}" for k, v in value.items())
        return "{" + inside + "}"
    if isinstance(value, list):
        return "[" + ", ".join(compact(v) for v in value) + "]"
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def is_flat(value):
    return not isinstance(value, (dict, list))


def fill(items, indent):
    """Short items, as many to a line as fit."""
    lines, line = [], ""
    for n, item in enumerate(items):
        piece = item + ("," if n + 1 < len(items) else "")
        if line and len(indent) + len(line) + 1 + len(piece) > WIDTH:
            lines.append(indent + line)
            line = piece
        else:
            line = f"{line} {piece}" if line else piece
    return "\n".join(lines + [indent + line])


def pretty(value, indent="", used=0):
    """@used: what already stands on the line before the value."""
    line = compact(value)
    if is_flat(value) or not value or len(indent) + used + len(line) <= WIDTH:
        return line
    deeper = indent + "  "
    if isinstance(value, dict):
        # A yearly figure stands on one line, however long its note: so a change is one line too.
        if "year" in value:
            return line
        inside = ",\n".join(
            f"{deeper}{compact(k)}: {pretty(v, deeper, len(compact(k)) + 2)}"
            for k, v in value.items()
        )
        return "{\n" + inside + "\n" + indent + "}"
    if all(is_flat(v) or (isinstance(v, list) and all(map(is_flat, v))) for v in value):
        return "[\n" + fill([compact(v) for v in value], deeper) + "\n" + indent + "]"
    return "[\n" + ",\n".join(deeper + pretty(v, deeper) for v in value) + "\n" + indent + "]"


def one_a_line(rows, indent):
    return "[\n" + ",\n".join(indent + "  " + compact(r) for r in rows) + "\n" + indent + "]"


def write(path, value):
    """A story or a part. Sources and places are one a line."""
    lines = []
    for key, inner in value.items():
        if key in ("sources", "places"):
            lines.append(f"  {compact(key)}: {one_a_line(inner, '  ')}")
        else:
            lines.append(f"  {compact(key)}: {pretty(inner, '  ', len(compact(key)) + 2)}")
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
