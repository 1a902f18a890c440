"""A rule applied to raw answers, the way every face does it; problems point at their questions."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ValidationError

from filings.errors import AnswersError, Problem
from filings.questions import Block
from filings.questions.asking import questions_of
from filings.questions.field import ask_of
from filings.questions.naming import Path
from filings.questions.shape import shape_of
from filings.rules.catalogue import Rule
from filings.rules.conclusion import Conclusion
from web.calculators.address import readable
from web.display import displayed

MOST_ROWS = 400


def concluded(rule: Rule, raw: dict[str, Any], on: date) -> tuple[Block, Conclusion]:
    """The typed answers and what follows from them. Raises AnswersError, LegalValueMissing for days without a value."""
    _refuse_too_many(raw)
    try:
        return rule.apply(raw, on=on)
    except ValidationError:
        raise
    except (OverflowError, ValueError) as error:
        # A term of thousands of years leaves the calendar that computers have.
        text = "с такими числами расчёт выходит за пределы календаря; проверьте даты и сроки"
        raise AnswersError([Problem("", text)]) from error


def path_of(rule: Rule, written: str) -> Path:
    """«payments.2.amount» or «выплаты.2.сумма» as the path of the answer, rows from 0; unknown names stay."""
    path: list[str | int] = []
    block: type[Block] | None = rule.input
    for part in filter(None, written.split(".")):
        names = {ask_of(name, field).ru: name for name, field in block.model_fields.items()} if block else {}
        part = names.get(part, part)
        if part.isdecimal():
            path.append(int(part) - 1)
            continue
        path.append(part)
        field = block.model_fields.get(part) if block else None
        block = shape_of(field).block if field else None
    return tuple(path)


def given_in_words(rule: Rule, given: Block) -> list[tuple[str, str]]:
    """Every question with its answer as a person reads it, defaults too; rows of a list in one line.

    «нет» and nought that nobody had to think of are left out.
    """
    lines: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for one in questions_of(rule.input, readable(rule, given)):
        name = one.path[0]
        if len(one.path) == 1:
            titles[name] = one.ask.title
        if one.shape.block is None and one.asked is not False and not _says_nothing(rule, given, name):
            lines.setdefault(name, []).append(f"{_joint(one.path)}{displayed(one)}")
    return [(titles[name], "".join(found)) for name, found in lines.items()]


def _says_nothing(rule: Rule, given: Block, name: str) -> bool:
    value, default = getattr(given, name), rule.input.model_fields[name].default
    return value is None or (not value and value == default)


def _joint(path: Path) -> str:
    """What stands before an answer: rows are parted by «;», the answers inside a row by a colon."""
    if len(path) == 1:
        return ""
    first = path[-1] == "on"
    return ("; " if path[1] else "") if first else ": "


def _refuse_too_many(raw: dict[str, Any]) -> None:
    for name, value in raw.items():
        if isinstance(value, list) and len(value) > MOST_ROWS:
            raise AnswersError([Problem(name, f"строк больше {MOST_ROWS}; посчитайте частями")])
