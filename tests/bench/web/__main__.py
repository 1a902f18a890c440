"""Prints the table: `python -m tests.bench.web [--people 200] [--seconds 180] [--kills 20] [--quick]`.

Everything runs on the loopback over a fresh folder; the driver takes its share of the same processors. Exit code 1 when
a goal is not met.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

from tests.bench.rows import Row
from tests.bench.web.drafts import draft_times
from tests.bench.web.pages import first_load, page_times
from tests.bench.web.people import people
from tests.bench.web.service import Service, running

_ALL = ["pages", "load", "draft", "people"]


def main() -> int:
    """Measures what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.web", description=__doc__)
    parser.add_argument("--only", choices=_ALL, nargs="+", default=_ALL)
    parser.add_argument("--rate", type=float, default=50, help="pages a second")
    parser.add_argument("--page-seconds", type=float, default=30, help="how long pages are asked for")
    parser.add_argument("--people", type=int, default=200, help="how many at once")
    parser.add_argument("--seconds", type=float, default=180, help="how long they go on beginning")
    parser.add_argument("--kills", type=int, default=20, help="how often the server is killed meanwhile")
    parser.add_argument("--think", type=float, default=3, help="seconds that a person thinks about a page")
    parser.add_argument("--quick", action="store_true", help="a look in about a minute; the goals do not count")
    asked = parser.parse_args()
    if asked.quick:
        asked.page_seconds, asked.people, asked.seconds, asked.kills, asked.think = 10, 20, 30, 2, 0.5
    ways: dict[str, Callable[[Service], Iterator[Row]]] = {
        "pages": lambda service: page_times(service, asked.page_seconds, asked.rate),
        "load": first_load,
        "draft": lambda service: draft_times(service, asked.page_seconds),
        "people": lambda service: people(service, asked.people, asked.seconds, asked.kills, asked.think),
    }
    missed = 0
    for name in asked.only:
        with running() as service:
            for row in ways[name](service):
                mark = ("✓" if row.is_met else "✗") if row.goal else " "
                print(f"  {row.what:42}{row.value:>24}  {mark} {row.goal}".rstrip(), flush=True)
                missed += not row.is_met
    print(f"goals missed: {missed}" if missed else "every goal is met")
    return 1 if missed and not asked.quick else 0


if __name__ == "__main__":
    sys.exit(main())
