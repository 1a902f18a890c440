"""Answers that a person might write to the questions of any filing, made from its schema alone.

`answers_of(model, on)` walks the questions in order, answers what is asked and sometimes what is optional, and leaves
out what is not asked. What a schema alone cannot tell (which day follows which) stands in strategies_hints.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hints import BLOCKS, FIELDS, ROWS
from hypothesis import assume
from hypothesis import strategies as st
from pydantic.fields import FieldInfo
from strategies_hints import Answers, Place, Rows
from strategies_types import of_type, spelt

from filings.errors import AnswersError
from filings.questions import ask_of
from filings.questions.shape import Shape, shape_of
from filings.questions.validation import validate
from filings.schemas.base import Filing

LONGEST = 30


@st.composite
def answers_of(draw: st.DrawFn, model: type[Filing], on: date) -> Answers:
    """Raw answers under English names that make a filing; those that a cross-check of the kind refuses are rejected."""
    found = draw(unchecked_answers_of(model, on))
    try:
        validate(model, found, on=on)
    except AnswersError:
        assume(False)
    return found


@st.composite
def unchecked_answers_of(draw: st.DrawFn, model: type[Filing], on: date) -> Answers:
    """As `answers_of`, with those answers too that a cross-check of the kind refuses."""
    answers: Answers = {}
    _block(draw, Place(model, model, answers, answers, on))
    return answers


def _block(draw: st.DrawFn, place: Place) -> None:
    """Fills the block in place: later questions and conditions look at the earlier answers."""
    given: Answers = {}
    for base in reversed(place.model.__mro__):
        if hint := BLOCKS.get(base.__name__):
            given |= draw(hint(place))
    for name, field in place.model.model_fields.items():
        if name not in given:
            _answer(draw, place, name, field)
        elif given[name] is not None:
            place.block[name] = given[name]


def _answer(draw: st.DrawFn, place: Place, name: str, field: FieldInfo) -> None:
    ask, shape = ask_of(name, field), shape_of(field)
    if not place.asks(ask.when) or shape.mapping:
        return
    required = field.is_required() or bool(ask.when and not ask.optional and not ask.unsure)
    rows = _hint(ROWS, place, name)
    least = rows(place) if rows else Rows()
    always = required or shape.widget.kind == "yes_no" or (rows and least.least)
    if not always and not draw(st.booleans()):
        return
    if hint := _hint(FIELDS, place, name):
        value = draw(hint(place))
        if value is not None:
            place.block[name] = value
    elif shape.block is None:
        place.block[name] = _plain(draw, field, shape, place.on)
    elif shape.many:
        _rows(draw, place, name, shape, least)
    else:
        place.block[name] = {}
        _block(draw, replace(place, model=shape.block, block=place.block[name]))


def _hint(table: dict[str, Any], place: Place, name: str) -> Any:
    """The hint for the question in its block or a base of it; «*.question» is for every block."""
    keys = [f"{base.__name__}.{name}" for base in place.model.__mro__] + [f"*.{name}"]
    return next((table[key] for key in keys if key in table), None)


def _plain(draw: st.DrawFn, field: FieldInfo, shape: Shape, on: date) -> Any:
    choice = shape.choice
    one = spelt(choice) if choice else of_type(field, on)
    if not shape.many:
        return draw(one)
    return draw(st.lists(one, min_size=1, max_size=10, unique_by=choice.parse if choice else str))


def _rows(draw: st.DrawFn, place: Place, name: str, shape: Shape, rows: Rows) -> None:
    """One to three rows, now and then up to thirty; rows that may not be alike are left out."""
    count = draw(st.integers(1, 3) | st.integers(1, 4) | st.integers(1, rows.most or LONGEST))
    seen: list[Any] = []
    place.block[name] = []
    for _ in range(max(count, rows.least)):
        row: Answers = {}
        _block(draw, replace(place, model=shape.block, block=row))
        key = rows.differ(row) if rows.differ else len(seen)
        if key not in seen:
            seen.append(key)
            place.block[name].append(row)
