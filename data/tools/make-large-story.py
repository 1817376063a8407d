#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make-large-story.py OUT.json [ROUTES [VERTICES [EVENTS]]] [--seed N]: a story as large as is asked
for, by chance but always the same: the same numbers give the same bytes."""

import argparse
import json
import random

WEST, SOUTH, EAST, NORTH = 46.0, 34.0, 88.0, 56.0
KINDS = ["summit", "agreement", "pipeline", "economy"]
OUTLETS = ["russia", "china", "caucasus", "iran", "domestic"]


def wander(chance, n_vertices):
    """A line that goes on much as it went before."""
    longitude = chance.uniform(WEST + 2, EAST - 2)
    latitude = chance.uniform(SOUTH + 2, NORTH - 2)
    dx, dy = chance.uniform(-0.05, 0.05), chance.uniform(-0.03, 0.03)
    points = []
    for _ in range(n_vertices):
        points.append([round(longitude, 4), round(latitude, 4)])
        dx = max(-0.06, min(0.06, dx + chance.uniform(-0.01, 0.01)))
        dy = max(-0.04, min(0.04, dy + chance.uniform(-0.01, 0.01)))
        longitude = min(EAST, max(WEST, longitude + dx))
        latitude = min(NORTH, max(SOUTH, latitude + dy))
    return points


def make_route(chance, number, n_vertices):
    year = chance.randint(1991, 2015)
    return {
        "id": f"route-{number}",
        "name": f"Route {number}",
        "commodity": chance.choice(["oil", "gas"]),
        "mode": "pipeline",
        "geometry": {"type": "LineString", "coordinates": wander(chance, n_vertices)},
        "outlet": chance.choice(OUTLETS),
        "status": [
            {"from": str(year), "is": "construction"},
            {"from": str(year + chance.randint(1, 9)), "is": "operating"},
        ],
        "capacity": [{"from": str(year), "value": chance.randint(1, 60), "unit": "Mt/a"}],
    }


def make_event(chance, number, n_routes):
    return {
        "id": f"event-{number}",
        "kind": chance.choice(KINDS),
        "date": f"{chance.randint(1991, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "title": f"Event {number}",
        "summary": "What happened on that day, told in as many words as such things usually take.",
        "place": f"place-{chance.randint(0, 99)}",
        "participants": chance.sample(["CN", "KZ", "KG", "TJ", "TM", "UZ"], number % 4),
        "routes": [f"route-{number % n_routes}"] if n_routes and number % 3 == 0 else [],
    }


def make_story(n_routes, n_vertices, n_events, seed):
    chance = random.Random(seed)
    return {
        "format": "jol-story",
        "version": 1,
        "id": "large",
        "title": "A large story",
        "language": "en",
        "view": {"bounds": [WEST, SOUTH, EAST, NORTH]},
        "time": {"start": "1991", "end": "2025-12-31", "now": "2020"},
        "places": [
            {
                "id": f"place-{i}",
                "kind": "city",
                "name": f"Place {i}",
                "country": "KZ",
                "at": [
                    round(chance.uniform(WEST, EAST), 3),
                    round(chance.uniform(SOUTH, NORTH), 3),
                ],
            }
            for i in range(100)
        ],
        "routes": [make_route(chance, i, n_vertices) for i in range(n_routes)],
        "events": [make_event(chance, i, n_routes) for i in range(n_events)],
    }


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", metavar="OUT.json")
    parser.add_argument("routes", nargs="?", type=int, default=10_000)
    parser.add_argument("vertices", nargs="?", type=int, default=100, help="of a route")
    parser.add_argument("events", nargs="?", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1991)
    return parser.parse_args()


def main():
    wanted = parse_arguments()
    story = make_story(wanted.routes, wanted.vertices, wanted.events, wanted.seed)
    with open(wanted.out, "w", encoding="utf-8") as file:
        json.dump(story, file, separators=(",", ":"))


if __name__ == "__main__":
    main()
