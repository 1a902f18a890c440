"""Whether a choice that nobody has made yet could change a number: if not, sums are shown before it is made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from filings.documents.draft.completing import COUNTED, WORDS, Completed, complete, put
from filings.questions.asking import Asked, questions_of
from filings.questions.naming import Path, is_empty
from filings.schemas.base import Filing

_MOST_WAYS = 8
_MOST_KNOWN = 512
_known: dict[Any, bool] = {}


def is_certain(
    model: type[Filing], answers: dict[str, Any], sample: dict[str, Any], on: date, completed: Completed
) -> bool:
    """Whether every number stays the same whichever way the open choices go, one at a time.

    Too many ways, a way that opens a question about a number, or one that cannot be counted make it uncertain.
    Words do not change numbers: while somebody types them, what was found out is remembered.
    """
    questions = {one.path: one for one in questions_of(model, answers)}
    key = (model, on, tuple((path, _essential(one)) for path, one in questions.items()))
    if key not in _known:
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[key] = _found_certain(model, answers, sample, on, completed, questions)
    return _known[key]


def _essential(one: Asked) -> Any:
    """What of an answer may change a number: the answer itself, of words only whether they are there."""
    if one.shape.block is not None:
        return one.asked, len(one.value) if isinstance(one.value, list) else one.value is None
    return one.asked, is_empty(one.value) if one.shape.widget.kind in WORDS else str(one.value)


def _found_certain(
    model: type[Filing],
    answers: dict[str, Any],
    sample: dict[str, Any],
    on: date,
    completed: Completed,
    questions: dict[Path, Asked],
) -> bool:
    open_choices = [one for gap in completed.gaps if (one := questions.get(gap.path)) and _is_choice(one)]
    if len(open_choices) < sum(kind not in COUNTED for kind in completed.kinds) or not open_choices:
        return False
    ways = [(one, way) for one in open_choices for way in _ways(one)]
    if len(ways) > _MOST_WAYS:
        return False
    figures = _figures_of(completed, on)
    return figures is not None and all(
        _figures_of(complete(model, put(answers, one.path, way), sample, on), on) == figures for one, way in ways
    )


def _is_choice(one: Asked) -> bool:
    return not one.shape.many and (one.shape.choice is not None or one.shape.widget.kind == "yes_no")


def _ways(one: Asked) -> list[str]:
    return [member.value for member in one.shape.choice] if one.shape.choice else ["да", "нет"]


def _figures_of(completed: Completed, on: date) -> list[Any] | None:
    """Every number and day of what is concluded; None when a number is lent or nothing can be counted."""
    if completed.lends_numbers:
        return None
    try:
        conclusions, facts = completed.counted.conclude(on), completed.counted.facts()
    except Exception:  # methods of kinds count on validated answers
        return None
    return list(_figures(conclusions)) + list(_figures(facts))


def _figures(value: Any) -> Iterator[Any]:
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name, None) for name in type(value).model_fields if name != "warnings"}
    if isinstance(value, dict):
        for item in value.values():
            yield from _figures(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _figures(item)
    elif isinstance(value, Decimal | date) or (isinstance(value, int) and not isinstance(value, bool)):
        yield value
