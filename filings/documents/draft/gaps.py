"""Stand-ins for answers that are not there yet: they count like answers and print as a mark that becomes a gap."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from filings.questions import Choice

# Signs of the private plane 15: no answer holds them, since what no page can print is refused as an answer.
_FIRST_GAP, _FIRST_VALUE, _FIRST_BRANCH, _AFTER = 0xF0000, 0xF4000, 0xF8000, 0xFC000
GAP = re.compile(f"[{chr(_FIRST_GAP)}-{chr(_FIRST_VALUE - 1)}]")
VALUE = re.compile(f"[{chr(_FIRST_VALUE)}-{chr(_FIRST_BRANCH - 1)}]")
BRANCH = re.compile(f"[{chr(_FIRST_BRANCH)}-{chr(_AFTER - 1)}]")
MARKS = re.compile(f"[{chr(_FIRST_VALUE)}-{chr(_AFTER - 1)}]")
ALL = re.compile(f"[{chr(_FIRST_GAP)}-{chr(_AFTER - 1)}]")
MOST = _FIRST_VALUE - _FIRST_GAP


def gap_sign(number: int) -> str:
    """The sign that stands in a text for gap `number`."""
    return chr(_FIRST_GAP + number % MOST)


def value_sign(number: int) -> str:
    """The sign that follows a printed value; `number` tells where the value is from."""
    return chr(_FIRST_VALUE + number % MOST)


def branch_sign(number: int) -> str:
    """The sign that opens words printed under a condition."""
    return chr(_FIRST_BRANCH + number % MOST)


def number_of(sign: str) -> int:
    """The number behind a sign of any of the three sorts."""
    return (ord(sign) - _FIRST_GAP) % MOST


class _Printed:
    """Prints as its sign, whatever the format; a day counted from a gap is a gap that no question fills."""

    sign = chr(_FIRST_VALUE - 1)

    def __str__(self) -> str:
        return self.sign

    def __format__(self, spec: str) -> str:
        return self.sign


class GapDay(_Printed, date):
    """A day that counts as the sample's day."""


class GapMoment(_Printed, datetime):
    """A moment that counts as the sample's moment."""

    def date(self) -> date:
        """The day of a moment that nobody named is a gap too."""
        day = GapDay(self.year, self.month, self.day)
        day.sign = self.sign
        return day


class GapNumber(_Printed, Decimal):
    """A sum or a number that counts as the sample's."""

    def quantize(self, *arguments: Any, **options: Any) -> GapNumber:
        """Rounding leaves a gap what it is."""
        return self


class GapWhole(_Printed, int):
    """A whole number that counts as the sample's."""


def gap_for(value: Any, sign: str) -> Any:
    """A stand-in of the same type as `value`; a choice and a «да» stay, for they are seldom printed as such."""
    made: Any
    match value:
        case bool() | Choice() | None:
            return value
        case str():
            return sign
        case datetime():
            made = GapMoment(value.year, value.month, value.day, value.hour, value.minute)
        case date():
            made = GapDay(value.year, value.month, value.day)
        case Decimal():
            made = GapNumber(value)
        case int():
            made = GapWhole(value)
        case list() | tuple():
            return [gap_for(item, sign) for item in value[:1]]
        case _:
            return value
    made.sign = sign
    return made


def has_gap(value: Any) -> bool:
    """Whether the value is a stand-in, or a text with one inside."""
    return isinstance(value, _Printed) or (isinstance(value, str) and GAP.search(value) is not None)
