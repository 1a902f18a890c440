"""Prints the table: `python -m tests.bench [--only fill ...] [--seconds 120] [--soak 5000] [--quick]`.

Peers and our way run in the same call on the same papers. Exit code 1 when a goal is not met.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace

from tests.bench.rows import MEASUREMENTS, WORKERS, Row, Scale

QUICK = Scale(rounds=5, stream=2, seconds=5, soak=100)


def main() -> int:
    """Measures what was asked for; how many goals were missed is told at the end."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", choices=MEASUREMENTS, nargs="+", default=list(MEASUREMENTS))
    parser.add_argument("--rounds", type=int, help="rounds of what takes turns")
    parser.add_argument("--seconds", type=float, help="of the sustained run")
    parser.add_argument("--soak", type=int, help="conversions in a row")
    parser.add_argument("--quick", action="store_true", help="a look in less than a minute; the goals do not count")
    asked = parser.parse_args()
    os.environ["FILINGS_WORKERS"] = str(WORKERS)
    given = {name: value for name in ("rounds", "seconds", "soak") if (value := getattr(asked, name)) is not None}
    scale = replace(QUICK if asked.quick else Scale(), **given)
    missed = 0
    for name in asked.only:
        print(f"{name}: {MEASUREMENTS[name].__doc__}", flush=True)
        for row in MEASUREMENTS[name](scale):
            print(_line(row), flush=True)
            missed += not row.is_met
    print(f"goals missed: {missed}" if missed else "every goal is met")
    return 1 if missed and not asked.quick else 0


def _line(row: Row) -> str:
    mark = ("✓" if row.is_met else "✗") if row.goal else " "
    return f"  {row.what:46}{row.value:>24}  {mark} {row.goal}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
