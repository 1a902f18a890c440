"""Which questions are asked, given the answers so far.

«Не знаю» is kept among the answers at its very place, as the text «не знаю»: so it moves with its row, is carried over,
exported and encrypted with the rest, and whoever writes answers by hand writes what a person would say. It counts only
where the question allows it (`unsure`) and means there what no answer means; a template never sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from filings.questions.conditions import UNKNOWN, holds
from filings.questions.field import Ask, Block, ask_of
from filings.questions.naming import Path, is_empty, says_still, says_unknown
from filings.questions.shape import Shape, adapter_of, shape_of


@dataclass(frozen=True)
class Asked:
    """A question in its place. `asked` is None while an answer that decides it is wrong; `value` is as given.

    With `unknown` the person has said «не знаю», or «по сегодня» to the end of a period; `value` is None then.
    """

    path: Path
    field: FieldInfo
    ask: Ask
    shape: Shape
    asked: bool | None
    value: Any
    unknown: bool = False

    @property
    def required(self) -> bool:
        """Whether the question must be answered once it is asked."""
        return required_once_asked(self.field, self.ask)

    def answered(self, value: Any) -> Asked:
        """The same question with another raw answer."""
        unknown = may_be_unknown(self.field, value)
        return replace(self, value=None if unknown else value, unknown=unknown)


def required_once_asked(field: FieldInfo, ask: Ask) -> bool:
    """Whether a question that is asked must be answered, whatever the other answers."""
    return field.is_required() or (bool(ask.when) and not ask.optional and not ask.unsure)


def questions_of(model: type[Block], answers: dict[str, Any]) -> Iterator[Asked]:
    """Every question of `model` in order, blocks opened; `answers` under English names."""
    return _visit(model, answers, (), model, answers)


def is_asked(condition: str, model: type[Block], answers: dict[str, Any]) -> bool | None:
    """Whether `condition` holds at the top level of the answers."""
    return holds(condition, lambda path: _typed(model, answers, path))


def without_unasked(model: type[Block], answers: dict[str, Any]) -> tuple[dict[str, Any], list[Asked]]:
    """The answers less those whose question is not asked any more, and what was dropped.

    Repeats until nothing changes: a dropped answer may close further questions.
    """
    dropped: list[Asked] = []
    while stale := [one for one in questions_of(model, answers) if one.asked is False and _is_given(one)]:
        for one in stale:
            answers = removed(answers, one.path)
        dropped += stale
    return answers, dropped


def without_unknown(model: type[Block], answers: dict[str, Any]) -> dict[str, Any]:
    """The answers less those that are «не знаю» or «по сегодня»."""
    if not _mentions_unknown(answers):
        return answers
    for one in [one for one in questions_of(model, answers) if one.unknown]:
        answers = removed(answers, one.path)
    return answers


def _mentions_unknown(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(map(_mentions_unknown, value.values() if isinstance(value, dict) else value))
    return says_unknown(value) or says_still(value)


def may_be_unknown(field: FieldInfo, value: Any) -> bool:
    """Whether `value` is «не знаю» and the question allows it; a choice that lists it has it as an answer.

    The end of a period may be «по сегодня» where the period may go on.
    """
    if not says_unknown(value):
        return says_still(value) and bool(ask_of("", field).open_end)
    shape = shape_of(field)
    listed = shape.choice is not None and any(says_unknown(member.ru) for member in shape.choice)
    return bool(ask_of("", field).unsure) and not shape.many and shape.block is None and not listed


def _is_given(one: Asked) -> bool:
    return one.unknown or not is_empty(one.value)


def _visit(
    model: type[Block], answers: dict[str, Any], path: Path, root: type[Block], all_answers: dict[str, Any]
) -> Iterator[Asked]:
    def lookup(name: str) -> Any:
        near = name.split(".")[0] in model.model_fields
        return _typed(model, answers, name) if near else _typed(root, all_answers, name)

    for name, field in model.model_fields.items():
        ask, shape, value = ask_of(name, field), shape_of(field), answers.get(name)
        asked = holds(ask.when, lookup)
        unknown = may_be_unknown(field, value)
        yield Asked((*path, name), field, ask, shape, asked, None if unknown else value, unknown)
        if shape.block is None or asked is False:
            continue
        rows = list(enumerate(value)) if shape.many and isinstance(value, list) else [(None, value)]
        for number, row in rows:
            if isinstance(row, dict):
                place = (*path, name) if number is None else (*path, name, number)
                yield from _visit(shape.block, row, place, root, all_answers)


def _typed(model: type[Block], answers: Any, path: str) -> Any:
    """The answer at a dotted path as its type; None when absent, UNKNOWN when it is not valid."""
    name, _, rest = path.partition(".")
    if name not in model.model_fields:
        raise LookupError(f"{model.__name__} has no field {name!r}, named in a condition")
    field = model.model_fields[name]
    block = shape_of(field).block
    if rest and block is not None:
        inner = answers.get(name)
        if isinstance(inner, list):
            return _of_rows(block, inner, rest)
        return _typed(block, inner if isinstance(inner, dict) else {}, rest)
    value = answers.get(name)
    if is_empty(value) or may_be_unknown(field, value):
        return None if field.is_required() or field.default is None else field.get_default(call_default_factory=True)
    if block is not None:
        return value
    try:
        return adapter_of(field).validate_python(value)
    except ValidationError:
        return UNKNOWN


def _of_rows(block: type[Block], rows: list[Any], path: str) -> Any:
    """The answers at the path of every row, those that are absent left out; UNKNOWN when one of them is not valid."""
    found = [_typed(block, row, path) for row in rows if isinstance(row, dict)]
    return UNKNOWN if UNKNOWN in found else [one for one in found if one is not None]


def removed(answers: Any, path: Path) -> Any:
    """The answers without the one at `path`."""
    first, *rest = path
    if isinstance(answers, list):
        return [removed(row, tuple(rest)) if number == first else row for number, row in enumerate(answers)]
    if not rest:
        return {name: value for name, value in answers.items() if name != first}
    return {name: removed(value, tuple(rest)) if name == first else value for name, value in answers.items()}
