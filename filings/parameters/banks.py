"""Banks by their identification code. Source: the directory of БИК of the Bank of Russia as of 21.08.2026."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DIRECTORY = Path(__file__).with_name("banks.csv")


@dataclass(frozen=True)
class Bank:
    """A participant of payments; `account` is its correspondent account, empty when it has none."""

    bik: str
    name: str
    city: str
    account: str


def bank_of(bik: str) -> Bank | None:
    """The bank with that code, or None: a new bank may be missing in the directory."""
    return _banks().get(bik)


@cache
def _banks() -> dict[str, Bank]:
    with _DIRECTORY.open(encoding="utf-8", newline="") as file:
        return {row[0]: Bank(*row) for row in csv.reader(file, delimiter=";")}
