#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes data/basemap/ from a folder of GeoJSON layers.

usage: make-basemap.py SOURCE [OUT]

SOURCE holds land, countries, coast, borders, lakes and rivers at 110m, 50m and 10m, admin-1 lines,
claims, disputed areas, places, physical labels and relief.png. OUT is data/basemap beside this
script's folder unless given. How a disputed line or area is drawn, and why,
is said in data/basemap/disputed.tsv: one that has no row there is an error. Needs python3-shapely and python3-pil. Two runs give the same bytes.

Three levels of detail come out, for tiles of 256 px: 110m to zoom 3.5, 50m to 5.5, 10m from there.
Each has a file of geometry and a file of labels; names of countries are in a file of their own.
Land, countries, borders and claims are only rounded, all to one grid, so that what they share stays
shared. Lakes, rivers and admin-1 lines, which share nothing, also lose what is under a third of a
pixel.
"""

import json
import pathlib
import sys

from PIL import Image
from shapely.geometry import LineString, MultiPolygon, Polygon, shape
from shapely.ops import unary_union

from basemap_codec import decode, encode, quantize
from basemap_disputed import DisputedTable
from basemap_labels import all_labels, make_country_labels, make_labels
from basemap_source import (
    FOCUS,
    VERSION,
    column,
    english,
    is_areal,
    lists_of,
    names,
    read,
    tenths,
)


# Bits of the grid; the zoom up to which the level is used; the zoom at which a third of a pixel may
# go.
LEVELS = {
    "110m": {"bits": 17, "zoom": 3.5, "sharp": 5.0},
    "50m": {"bits": 17, "zoom": 5.5, "sharp": 6.5},
    "10m": {"bits": 19, "zoom": 99, "sharp": 8.5},
}

# The numbers written for these words: src/carto/jol-basemap-level.h has the same lists.
BORDER_STATUS = (
    "international",
    "indefinite",
    "lease",
    "control",
    "disputed",
    "claim",
    "breakaway",
    "historic",
)
LAKE_KIND = ("lake", "salt lake", "reservoir")
AREA_KIND = ("disputed", "breakaway", "indeterminate", "geo unit", "lease")
# The source ranks waters by size in the world. These are the region's own, and are wanted earlier.
RIVER_ZOOM = {
    "Amu Darya": 3.0,
    "Syr Darya": 3.0,
    "Panj": 4.0,
    "Naryn": 4.0,
    "Ili": 4.0,
    "Ural": 3.5,
    "Irtysh": 3.0,
    "Zeravshan": 5.0,
    "Ishim": 4.5,
    "Tobol": 4.5,
}


def quantized(geometry, bits, tolerance):
    """The parts of a geometry on the grid; rings closed, those that vanish left out."""
    least = 4 if is_areal(geometry) else 2
    parts = []
    for group in lists_of(geometry):
        for n, line in enumerate(group):
            points = quantize(line, bits)
            if tolerance and len(points) > least:
                if least == 4:
                    points = list(
                        LineString(points).simplify(tolerance, preserve_topology=True).coords
                    )
                else:
                    points = list(
                        LineString(points).simplify(tolerance, preserve_topology=False).coords
                    )
                points = [(int(x), int(y)) for x, y in points]
            if least == 4 and points[0] != points[-1]:
                points.append(points[0])
            if len(points) >= least:
                parts.append(points)
            elif n == 0 and least == 4:
                break  # the outer ring is gone, so are its holes
    return parts


def layer(features, bits, tolerance=0.0):
    """(layer without columns, the features that have parts left), in the order given."""
    parts, counts, kept = [], [], []
    for feature in features:
        own = quantized(feature["geometry"], bits, tolerance)
        if own:
            parts += own
            counts.append(len(own))
            kept.append(feature["properties"])
    lengths = [len(part) for part in parts]
    points = encode(parts)
    assert decode(points, lengths) == parts
    return {"parts": lengths, "features": counts, "points": points}, kept


def coast_runs(parts, bits, bounds):
    """Where the land's rings are shore and not the crop's edge: first point and number, in turn."""
    west, south, east, north = bounds
    (x0, y1), (x1, y0) = (quantize([corner], bits)[0] for corner in ((west, south), (east, north)))

    def on_edge(a, b):
        return a[0] == b[0] and a[0] in (x0, x1) or a[1] == b[1] and a[1] in (y0, y1)

    runs, start = [], 0
    for ring in parts:
        first = None
        for i, (a, b) in enumerate(zip(ring, ring[1:])):
            if on_edge(a, b):
                if first is not None:
                    runs += [start + first, i - first + 1]
                first = None
            elif first is None:
                first = i
        if first is not None:
            runs += [start + first, len(ring) - first]
        start += len(ring)
    return runs


def begin_at_edge(ring, bounds):
    """A ring along the crop's edge begins there, so that no shore is cut where it closes."""
    west, south, east, north = bounds
    for i, (a, b) in enumerate(zip(ring, ring[1:])):
        if a[0] == b[0] and a[0] in (west, east) or a[1] == b[1] and a[1] in (south, north):
            return ring[i:-1] + ring[: i + 1]
    return ring


def make_land(folder, level, bits, bounds):
    features = read(folder, f"land-{level}")
    for feature in features:
        polygon = feature["geometry"]
        assert polygon["type"] == "Polygon"
        polygon["coordinates"] = [begin_at_edge(ring, bounds) for ring in polygon["coordinates"]]
    land, _ = layer(features, bits)
    coast = {"of": "land", "runs": coast_runs(decode(land["points"], land["parts"]), bits, bounds)}
    check_coast(folder, level, bits, land, coast)
    return land, coast


def check_coast(folder, level, bits, land, coast):
    """The shore taken from the land must be the source's own coast lines, stretch by stretch."""

    def stretches(lines):
        return {frozenset(pair) for line in lines for pair in zip(line, line[1:])}

    points = [point for part in decode(land["points"], land["parts"]) for point in part]
    runs = coast["runs"]
    ours = stretches(points[first : first + n] for first, n in zip(runs[::2], runs[1::2]))
    source = stretches(
        part
        for feature in read(folder, f"coast-{level}")
        for part in quantized(feature["geometry"], bits, 0)
    )
    odd = ours ^ source
    if len(odd) > 12:  # a few scraps at borders are no shore in one of the two
        raise SystemExit(f"{level}: {len(odd)} stretches of shore differ from the coast lines")


def make_region(countries, bits):
    """The five states as one shape, so that no seam shows between them when they are tinted."""
    shapes = [
        shape({"type": "MultiPolygon", "coordinates": lists_of(feature["geometry"])})
        for feature in countries
        if feature["properties"].get("a2") in FOCUS
    ]
    union = unary_union(shapes)
    polygons = sorted(
        union.geoms if isinstance(union, MultiPolygon) else [union], key=lambda p: -p.area
    )
    features = []
    for polygon in polygons:
        holes = sorted(
            (ring for ring in polygon.interiors if Polygon(ring).area > 1e-4),
            key=lambda ring: -Polygon(ring).area,
        )
        rings = [list(polygon.exterior.coords)] + [list(ring.coords) for ring in holes]
        features.append({"properties": {}, "geometry": {"type": "Polygon", "coordinates": rings}})
    return layer(features, bits)[0]


def make_countries(features, bits):
    order = sorted(
        features,
        key=lambda f: (
            f["properties"].get("a2") not in FOCUS,
            f["properties"].get("a2", "~"),
            f["properties"]["a3"],
        ),
    )
    out, rows = layer(order, bits)
    out["a2"] = column(rows, "a2", "")
    return out


def lines_with_status(features, bits):
    out, rows = layer(features, bits)
    out["status"] = [BORDER_STATUS.index(row["status"]) for row in rows]
    out["disputed"] = [int(row["disputed"]) for row in rows]
    return out, rows


def make_borders(folder, level, bits, table):
    features = read(folder, f"borders-{level}")
    for feature in features:
        row = feature["properties"]
        if row["status"] != "international":
            row["status"] = table.draw("borders", "".join(row["between"]))
            row["disputed"] = row["status"] not in ("international", "lease")
    out, rows = lines_with_status(features, bits)
    out["a2"] = ["".join(code for code in row["between"] if len(code) == 2) for row in rows]
    return out


def check_shared(level, countries, borders):
    """Every stretch of a border must be a stretch of the countries on both of its sides."""
    owners, parts = {}, iter(decode(countries["points"], countries["parts"]))
    for n_parts, code in zip(countries["features"], countries["a2"]):
        for ring in (next(parts) for _ in range(n_parts)):
            for pair in zip(ring, ring[1:]):
                owners.setdefault(frozenset(pair), set()).add(code)
    parts = iter(decode(borders["points"], borders["parts"]))
    for n_parts, codes in zip(borders["features"], borders["a2"]):
        for line in (next(parts) for _ in range(n_parts)):
            for pair in zip(line, line[1:]):
                if len(codes) == 4 and not {codes[:2], codes[2:]} <= owners.get(
                    frozenset(pair), set()
                ):
                    raise SystemExit(f"{level}: {codes}: {pair} is not of both countries")


def make_claims(folder, bits, table):
    features = []
    for feature in read(folder, "borders-claims-10m"):
        row = feature["properties"]
        row["status"] = table.draw("claims", row["area"])
        if row["status"] != "none":
            features.append(feature)
    out, rows = lines_with_status(features, bits)
    out["name"] = [{"en": row["area"]} for row in rows]
    for key in ("from", "until"):
        out[key] = column(rows, key)
    out["zoom"] = [tenths(row["minzoom"]) for row in rows]
    return out


def make_areas(folder, level, bits, tolerance, table):
    """What is hatched. The source has it at 10m alone, which serves 50m too: a hatch has no edge."""
    features = [
        feature
        for feature in read(folder, "disputed-areas-10m")
        if table.draw("areas", feature["properties"]["name"]) == "hatch"
        and feature["properties"]["minzoom"] <= LEVELS[level]["zoom"]
    ]
    out, rows = layer(features, bits, tolerance if level != "10m" else 0)
    out["kind"] = [AREA_KIND.index(row["kind"]) for row in rows]
    out["name"] = [names(row) for row in rows]
    out["until"] = column(rows, "until")
    out["zoom"] = [tenths(row["minzoom"]) for row in rows]
    return out


def make_lakes(folder, level, bits, tolerance):
    """The Caspian is of the land's level, whose hole it is; at 110m the others are of 50m."""
    own = [f for f in read(folder, f"lakes-{level}") if english(f) == "Caspian Sea"]
    assert len(own) == 1
    others = [
        f
        for f in read(folder, f'lakes-{"50m" if level == "110m" else level}')
        if english(f) != "Caspian Sea" and (level != "110m" or f["properties"]["minzoom"] <= 4.0)
    ]
    caspian, rows = layer(own, bits)
    out, other_rows = layer(others, bits, tolerance)
    parts = decode(caspian["points"], caspian["parts"]) + decode(out["points"], out["parts"])
    rows += other_rows
    out = {
        "parts": [len(part) for part in parts],
        "features": caspian["features"] + out["features"],
        "points": encode(parts),
    }
    out["kind"] = [LAKE_KIND.index(row["kind"]) for row in rows]
    out["rank"] = column(rows, "rank")
    out["zoom"] = [tenths(row["minzoom"]) for row in rows]
    out["until"] = column(rows, "until")
    out["hole"] = [1] + [0] * len(other_rows)  # is a hole of the land already
    out["name"] = [names(row) for row in rows]
    return out


def make_rivers(folder, level, bits, tolerance):
    features = []
    for feature in read(folder, f'rivers-{"50m" if level == "110m" else level}'):
        row = feature["properties"]
        row["minzoom"] = min(row["minzoom"], RIVER_ZOOM.get(english(feature), 99))
        # Lines through lakes stay: rivers are painted before lakes, and a lake too small to be seen
        # yet would leave a gap.
        if level != "110m" or row["minzoom"] <= 4.0:
            features.append(feature)
    out, rows = layer(features, bits, tolerance)
    out["rank"] = column(rows, "rank")
    out["zoom"] = [tenths(row["minzoom"]) for row in rows]
    out["name"] = [names(row) for row in rows]
    return out


def make_level(folder, level, bounds, table):
    bits = LEVELS[level]["bits"]
    tolerance = (1 << bits) / (256 * 2 ** LEVELS[level]["sharp"]) / 3
    countries = read(folder, f"countries-{level}")
    land, coast = make_land(folder, level, bits, bounds)
    layers = {
        "land": land,
        "coast": coast,
        "region": make_region(countries, bits),
        "countries": make_countries(countries, bits),
        "borders": make_borders(folder, level, bits, table),
        "lakes": make_lakes(folder, level, bits, tolerance),
        "rivers": make_rivers(folder, level, bits, tolerance),
    }
    check_shared(level, layers["countries"], layers["borders"])
    if level == "10m":
        admin, rows = layer(read(folder, "admin1-lines-10m"), bits, tolerance)
        admin["a2"] = column(rows, "a2")
        layers["admin1"] = admin
        layers["claims"] = make_claims(folder, bits, table)
    if level != "110m":
        layers["areas"] = make_areas(folder, level, bits, tolerance, table)
    return {
        "format": "jol-basemap",
        "version": VERSION,
        "level": level,
        "bits": bits,
        "layers": layers,
    }


def make_reliefs(folder, out):
    """The relief, and at half its size for 110m and 50m; as PGM, which the program need not decode
    but shows as it lies there."""
    relief = Image.open(folder / "relief.png")
    assert relief.mode == "L"
    half = ((relief.width + 1) // 2, (relief.height + 1) // 2)
    relief.save(out / "relief.pgm")
    relief.resize(half, Image.Resampling.BOX).save(out / "relief-small.pgm")


def dump(value, indent=0):
    """JSON with a line for each member of the outer two objects, so that a diff can be read."""
    if indent < 3 and isinstance(value, dict):
        inner = ",\n".join(
            f"{json.dumps(key)}:{dump(item, indent + 1)}" for key, item in value.items()
        )
        return "{\n" + inner + "\n}"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(out, name, value):
    (out / name).write_text(dump(value) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    default = pathlib.Path(__file__).resolve().parent.parent / "basemap"
    out = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else default
    out.mkdir(parents=True, exist_ok=True)
    bounds = json.loads((folder / "index.json").read_text(encoding="utf-8"))["bounds"]

    table = DisputedTable(default / "disputed.tsv")
    labels = all_labels(folder)
    write(out, "countries.json", make_country_labels(folder))
    for level in LEVELS:
        write(out, f"level-{level}.json", make_level(folder, level, bounds, table))
        write(out, f"labels-{level}.json", make_labels(labels, level, LEVELS[level]["zoom"]))
    table.check_used()
    make_reliefs(folder, out)
    for path in sorted(out.iterdir()):
        print(f"{path.stat().st_size:9} {path.name}")


if __name__ == "__main__":
    main()
