# SPDX-License-Identifier: GPL-3.0-or-later
"""How the base map's files write geometry.

Points are Web Mercator, in whole units of 1/2^bits of the world's width, x to the right, y down. A
layer's points are one string: x and y of each point as differences from the point before (the first
from 0, 0), zigzag coded, five bits a character, lowest first, bit 32 set while more follow. A
character is its value plus 35, one more from the backslash up, so none needs escaping in JSON.
"""

import math


def mercator(lon, lat):
    """Normalized Web Mercator: 0-1 each, y down."""
    phi = math.radians(lat)
    return (lon + 180) / 360, (1 - math.asinh(math.tan(phi)) / math.pi) / 2


def quantize(points, bits):
    """[lon, lat] pairs to whole units; points that fall together become one."""
    size = 1 << bits
    out = []
    for lon, lat in points:
        x, y = mercator(lon, lat)
        q = (round(x * size), round(y * size))
        if not out or out[-1] != q:
            out.append(q)
    return out


def _number(value, out):
    value = value << 1 if value >= 0 else (-value << 1) - 1
    while True:
        digit = value & 31
        value >>= 5
        code = digit | (32 if value else 0)
        out.append(chr(code + (35 if code < 57 else 36)))
        if not value:
            return


def encode(parts):
    """A list of lists of (x, y) to one string."""
    out = []
    px = py = 0
    for part in parts:
        for x, y in part:
            _number(x - px, out)
            _number(y - py, out)
            px, py = x, y
    return "".join(out)


def decode(text, lengths):
    """The inverse of encode(), for its check."""
    numbers = []
    value = shift = 0
    for char in text:
        code = ord(char)
        code -= 35 if code < 92 else 36
        value |= (code & 31) << shift
        if code & 32:
            shift += 5
        else:
            numbers.append((value >> 1) ^ -(value & 1))
            value = shift = 0
    parts = []
    x = y = i = 0
    for n in lengths:
        part = []
        for _ in range(n):
            x += numbers[i]
            y += numbers[i + 1]
            i += 2
            part.append((x, y))
        parts.append(part)
    return parts
