"""The calculation attached to a filing: the conclusions of the rules, printed step by step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from filings.rules import figures
from filings.rules.conclusion import ROUBLES, Conclusion, Step
from filings.russian import dates, numbers
from filings.schemas.conclusions import Conclusions

Cell = Callable[[Step], str]

_FORMULA = "Формула"
_COLUMNS: tuple[tuple[str, Callable[[Step], Any], Cell], ...] = (
    ("Что", lambda step: step.note or None, lambda step: step.note),
    ("Период", lambda step: step.since, lambda step: _period(step)),
    ("Дней", lambda step: step.days, lambda step: str(step.days)),
    ("Сумма, руб.", lambda step: step.base, lambda step: figures.money(step.base)),
    ("Ставка, %", lambda step: step.rate, lambda step: numbers.number(step.rate)),
    (_FORMULA, lambda step: step.formula or None, lambda step: step.formula),
    ("Итого, руб.", lambda step: step.amount, lambda step: figures.money(step.amount)),
)


def section(conclusion: Conclusion) -> dict[str, Any]:
    """A section of the printed calculation; columns that no step fills are left out."""
    columns = [column for column in _COLUMNS if any(column[1](step) is not None for step in conclusion.steps)]
    intro = ""
    if len(columns) == len(_COLUMNS):  # too many for a page; the rows hold all that the formula does
        columns = [column for column in columns if column[0] != _FORMULA]
        intro = f"Формула на примере первой строки: {conclusion.steps[0].formula.rstrip('.')}."
    return {
        "название": conclusion.title,
        "вводка": intro,
        "столбцы": [title for title, _, _ in columns],
        "строки": [
            [cell(step) if value(step) is not None else "" for _, value, cell in columns] for step in conclusion.steps
        ],
        "итог_название": "Итого" if conclusion.unit == ROUBLES else "Ответ",
        "итог": _value(conclusion),
        "нормы": list(conclusion.references),
        "предупреждения": list(conclusion.warnings),
    }


def calculation_view(conclusions: Conclusions) -> dict[str, Any]:
    """What the shared template `packet/calculation.docx` reads, less the heading and the signature.

    Warnings are for the person, and this paper goes to the other side: they stand on the sheet of next steps.
    """
    return {
        "разделы": [section(conclusion) | {"предупреждения": []} for conclusion in conclusions.calculation],
        "итоги": [{"название": total.title, "сумма": numbers.money(total.amount)} for total in conclusions.totals],
    }


def _value(conclusion: Conclusion) -> str:
    if conclusion.unit == ROUBLES:
        return numbers.money(conclusion.value)
    if isinstance(conclusion.value, bool):
        return "да" if conclusion.value else "нет"
    return figures.day(conclusion.value) if isinstance(conclusion.value, date) else str(conclusion.value)


def _period(step: Step) -> str:
    """On one line: a table of thirty debts is long enough."""
    period = dates.period(step.since, step.until) if step.until else dates.day(step.since)
    return period.replace(" ", "\u00a0")
