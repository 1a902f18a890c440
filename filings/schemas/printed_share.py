"""A share in common property: «1/2» as an answer, a fraction for the calculation."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from filings.questions import Text
from filings.rules.figures import to_kopecks

_SHARE = re.compile(r"(\d{1,6})\s*[/⁄∕]\s*(\d{1,6})(?:\s*дол\w*)?", re.I)


def _share(text: str) -> str:
    found = _SHARE.fullmatch(text)
    if not found or not 0 < int(found[1]) < int(found[2]):
        raise PydanticCustomError("share", "напишите долю дробью меньше единицы, например 1/2 или 3/4")
    return f"{int(found[1])}/{int(found[2])}"


Share = Annotated[Text, AfterValidator(_share)]


def part(amount: Decimal, share: str) -> Decimal:
    """So much of the sum, rounded to kopecks."""
    fraction = Fraction(share)
    return to_kopecks(amount * fraction.numerator / fraction.denominator)
