"""A calculation that belongs to no filing: one conclusion on paper, ready to be signed and attached to anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from filings.documents.calculation import section
from filings.documents.paperwork import SHARED
from filings.documents.word import fill
from filings.rules.conclusion import ROUBLES, Conclusion
from filings.russian import dates, numbers
from filings.russian.wording import Wording

_BLANK = "_" * 16


def standalone_calculation(conclusion: Conclusion, given: Sequence[tuple[str, str]], *, on: date) -> bytes:
    """The .docx of one conclusion with its norms and warnings; `given` are (question, answer), `on` stands at the end.

    Nobody has said who signs: the line has a blank for the name.
    """
    heading, _, about = conclusion.title.partition(" ")
    context = {
        "заголовок": heading,
        "к": about,
        "разделы": [_section(conclusion, given)],
        "итоги": [],
        "дата": on,
        "подпись": _BLANK,
    }
    return fill(SHARED / "calculation.docx", context, Wording({}, {}), title=conclusion.title, on=on)


def readable_value(conclusion: Conclusion) -> str:
    """The value as a person reads it: «3 992,52 руб.», «14 мая 2026 года», «да»."""
    value = conclusion.value
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, date):
        return dates.long_day(value)
    if conclusion.unit == ROUBLES:
        return numbers.money(value)
    return f"{value} {conclusion.unit}".strip()


def _section(conclusion: Conclusion, given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    printed = section(conclusion)
    return printed | {
        "название": "Исходные данные и расчёт",
        "вводка": " ".join(filter(None, (_told(given), printed["вводка"]))),
        "итог_название": "Итого" if conclusion.unit == ROUBLES else "Итог",
        "итог": readable_value(conclusion),
    }


def _told(given: Sequence[tuple[str, str]]) -> str:
    """«Сумма долга — 200 000 руб.; по какой день считать — 30 сентября 2026.»"""
    text = "; ".join(f"{question[:1].lower()}{question[1:]} — {answer}" for question, answer in given)
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "." if text else ""
