"""Numbers that fail their check digit and that the person keeps all the same: in the document they are just so.

A type of answers is checked in many places one by one (a page, the draft beside it, answers carried over), so what is
kept is known for the length of a check rather than handed from call to call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from filings.questions.texts import written

KEPT = "kept_numbers"
KEPT_RU = "оставить_номера"
# «12 345-67»: signs that people put between digits.
_BETWEEN = r"[\s\u00a0.–—-]"
_kept: ContextVar[frozenset[str]] = ContextVar("kept", default=frozenset())


def digits_of(value: Any) -> str:
    """The digits of a number without the signs between them; empty when something else stands there too."""
    digits = re.sub(_BETWEEN, "", value) if isinstance(value, str) else ""
    return digits if re.fullmatch(r"[0-9]+", digits) else ""


def _digits(value: Any) -> str:
    if digits := digits_of(written(value)):
        return digits
    raise PydanticCustomError("kept", "впишите номер одними цифрами, как он стоит в ответах")


KeptNumber = Annotated[str, BeforeValidator(_digits)]


def kept_in(answers: dict[str, Any]) -> frozenset[str]:
    """The numbers that raw answers keep, digits only; whatever is no number is left out."""
    listed = answers.get(KEPT)
    return frozenset(filter(None, map(digits_of, listed if isinstance(listed, list | tuple) else [listed])))


@contextmanager
def keeping(answers: dict[str, Any]) -> Iterator[None]:
    """While it lasts, the numbers that these answers keep pass with any check digit."""
    before = _kept.set(kept_in(answers))
    try:
        yield
    finally:
        _kept.reset(before)


def is_kept(digits: str) -> bool:
    """Whether the person has said that the document shows this very number."""
    return digits in _kept.get()


def doubtful(doubt: str, advice: str, digits: str, *, field: str = "") -> PydanticCustomError:
    """The error of a number that may be kept: what does not agree, and what to compare.

    `field` is the question of a block where the error stands, for validators of a whole block.
    """
    found = {"doubt": doubt, "advice": advice, "number": digits, "field": field}
    return PydanticCustomError("checksum", "{doubt}; {advice}", found)
