"""The numbers of a calculation in an address: `?principal=50000&since=2019-07-12&payment=2020-03-01=10000`.

The names are those of the command line; Russian names are taken as well. Pages and the API read the same addresses.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic.fields import FieldInfo
from werkzeug.datastructures import MultiDict

from filings.errors import Problem
from filings.questions import Block
from filings.questions.asking import questions_of
from filings.questions.field import ask_of
from filings.questions.shape import shape_of
from filings.rules.catalogue import Rule
from filings.russian.numbers import NBSP


def spoken(name: str, field: FieldInfo) -> str:
    """The field's name in an address: `from_` is `from`; a list of dated sums is called in the singular."""
    name = name.rstrip("_")
    return name.removesuffix("s") if is_dated(field) else name


def is_dated(field: FieldInfo) -> bool:
    """Whether the field collects sums with their days, each written `DATE=AMOUNT`."""
    shape = shape_of(field)
    return shape.many and shape.block is not None


def read(rule: Rule, sent: MultiDict[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """Raw answers under English names, unknown names as they are, and a problem for every sum without its day."""
    names = _names(rule)
    raw: dict[str, Any] = {}
    problems: list[Problem] = []
    for written, values in sent.lists():
        name = names.get(written.replace("-", "_"), written)
        field = rule.input.model_fields.get(name)
        if field is not None and is_dated(field):
            raw[name] = [*raw.get(name, ()), *_rows(field, written, values, problems)]
        else:
            raw[name] = values[0] if len(values) == 1 else values
    return raw, problems


def write(rule: Rule, given: Block) -> list[tuple[str, str]]:
    """The answers asked for as pairs for an address, defaults too: a link must mean the same when a default changes."""
    asked = {one.path[0] for one in questions_of(rule.input, readable(rule, given)) if one.asked is not False}
    return [
        (spoken(name, field), text)
        for name, field in rule.input.model_fields.items()
        if name in asked
        for text in _texts(field, getattr(given, name))
    ]


def readable(rule: Rule, given: Block) -> dict[str, Any]:
    """The typed answers as a form shows them: thousands apart, a comma before kopecks."""
    return {name: _shown(value) for name, value in given if value is not None}


def _names(rule: Rule) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, field in rule.input.model_fields.items():
        found |= {name: name, name.rstrip("_"): name, spoken(name, field): name, ask_of(name, field).ru: name}
    return found


def _rows(field: FieldInfo, written: str, values: Iterable[str], problems: list[Problem]) -> list[dict[str, str]]:
    day, amount = list(shape_of(field).block.model_fields)[:2]
    rows = []
    for text in values:
        left, sign, right = text.partition("=")
        if not text.strip():
            continue
        if not sign:
            problems.append(Problem(written, "напишите дату и сумму через «=», например 2026-05-12=10000"))
        rows.append({day: left, amount: right})
    return rows


def _texts(field: FieldInfo, value: Any) -> list[str]:
    if is_dated(field):
        return ["=".join(_text(item) for _, item in list(row)[:2]) for row in value]
    if isinstance(value, tuple | list):
        return [_text(item) for item in value]
    return [] if value is None else [_text(value)]


def _text(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case Decimal():
            text = f"{value:f}"
            return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def _shown(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [{name: _shown(item) for name, item in row} if isinstance(row, Block) else _shown(row) for row in value]
    if isinstance(value, Decimal):
        return f"{value:,f}".replace(",", NBSP).replace(".", ",").removesuffix(",00")
    return _text(value)
