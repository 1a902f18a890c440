"""Names of answers: English or Russian in, English out; a misspelt name is found and a near one offered."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from filings.errors import Problem
from filings.questions.field import Block, ask_of
from filings.questions.shape import shape_of
from filings.questions.texts import is_blank

Path = tuple[str | int, ...]
UNKNOWN_RU = "не знаю"
_STILL = re.compile(
    r"(?:по )?(?:сегодня|настоящее время|сей день)|до сих пор|(?:по )?н\. ?в|(?:ещё|еще) длится", re.IGNORECASE
)


def is_empty(value: Any) -> bool:
    """Whether nothing was answered: absent, blank, an empty list or a block of empty answers."""
    if isinstance(value, dict):
        return all(is_empty(item) for item in value.values())
    return value is None or (isinstance(value, str) and is_blank(value)) or value == [] or value == ()


def says_unknown(value: Any) -> bool:
    """Whether «не знаю» is written there."""
    return isinstance(value, str) and value.strip(" .!«»").casefold() == UNKNOWN_RU


def says_still(value: Any) -> bool:
    """Whether «по сегодня», «по настоящее время», «ещё длится» is written there."""
    return isinstance(value, str) and bool(_STILL.fullmatch(value.strip(" .!«»")))


def english_names(model: type[Block], answers: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """The answers under English names without empty ones, and a problem for every unknown or doubled name.

    Paths in the problems are spelt as the person wrote them; rows count from 1.
    """
    problems: list[Problem] = []
    return _block(model, answers, "", problems), problems


def russian_names(model: type[Block], answers: dict[str, Any]) -> dict[str, Any]:
    """Answers under English names as lawyers write them: every name in Russian, blocks and rows included."""
    return {
        ask_of(name, model.model_fields[name]).ru: _in_russian(model, name, value) for name, value in answers.items()
    }


def written_path(model: type[Block], path: Path, *, russian: bool) -> str:
    """`("debts", 1, "due")` as a person reads it: «долги.2.срок»."""
    words: list[str] = []
    current: type[Block] | None = model
    for part in path:
        if isinstance(part, int):
            words.append(str(part + 1))
        elif current is not None and part in current.model_fields:
            field = current.model_fields[part]
            words.append(ask_of(part, field).ru if russian else part)
            current = shape_of(field).block
        else:
            words.append(part)
    return ".".join(words)


def _block(model: type[Block], answers: dict[str, Any], prefix: str, problems: list[Problem]) -> dict[str, Any]:
    names = {ask_of(name, field).ru: name for name, field in model.model_fields.items()}
    found: dict[str, Any] = {}
    for written, value in answers.items():
        place = f"{prefix}{written}"
        name = written if written in model.model_fields else names.get(written)
        if name is None:
            problems.append(Problem(place, _unknown(written, [*names, *model.model_fields])))
        elif name in found:
            problems.append(Problem(place, "этот вопрос отвечен дважды: по-русски и по-английски"))
        elif not is_empty(value):
            found[name] = _answer(model, name, value, place, problems)
    return found


def _in_russian(model: type[Block], name: str, value: Any) -> Any:
    block = shape_of(model.model_fields[name]).block
    if block is None:
        return value
    return [russian_names(block, row) for row in value] if isinstance(value, list) else russian_names(block, value)


def _answer(model: type[Block], name: str, value: Any, place: str, problems: list[Problem]) -> Any:
    shape = shape_of(model.model_fields[name])
    if shape.many and not isinstance(value, list | tuple):
        value = [value]
    if shape.block is None:
        return [item for item in value if not is_empty(item)] if shape.many else value
    if not shape.many:
        return _row(shape.block, value, place, problems)
    return [_row(shape.block, row, f"{place}.{number}", problems) for number, row in enumerate(value, 1)]


def _row(block: type[Block], value: Any, place: str, problems: list[Problem]) -> Any:
    return _block(block, value, f"{place}.", problems) if isinstance(value, dict) else value


def _unknown(written: str, known: list[str]) -> str:
    near = get_close_matches(written, known, n=1, cutoff=0.6)
    return "такого вопроса нет" + (f"; возможно, «{near[0]}»" if near else "; проверьте имя") + "."
