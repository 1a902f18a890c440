"""A calculation that belongs to no filing: one conclusion on paper, ready to be signed and attached to anything."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from filings.documents.calculation import section
from filings.documents.paperwork import SHARED
from filings.documents.word import fill
from filings.rules.conclusion import ROUBLES, Conclusion
from filings.russian.wording import Wording

_BLANK = "_" * 16
_SHORT = {"Да": "да", "Нет": "нет"}


def standalone_calculation(conclusion: Conclusion, given: Sequence[tuple[str, str]], *, on: date) -> bytes:
    """The .docx of one conclusion with its norms and warnings; `given` are (question, answer), `on` stands at the end.

    Nobody has said who signs: the line has a blank for the name.
    """
    heading, about = _heading(conclusion.title)
    context = {
        "заголовок": heading,
        "к": about,
        "разделы": [_section(conclusion, given)],
        "итоги": [],
        "дата": on,
        "подпись": _BLANK,
    }
    return fill(SHARED / "calculation.docx", context, Wording({}, {}), title=conclusion.title, on=on)


def printed_section(conclusion: Conclusion) -> dict[str, Any]:
    """The section of the calculation with its warnings; where nothing is multiplied, a formula is called a reason."""
    printed = section(conclusion)
    money = conclusion.unit == ROUBLES
    columns = [title if money or title != "Формула" else "Обоснование" for title in printed["столбцы"]]
    return printed | {"столбцы": columns, "предупреждения": list(conclusion.warnings)}


def _heading(title: str) -> tuple[str, str]:
    """«Расчёт» above «пеней за просрочку…»; a title that begins otherwise is not torn."""
    first, _, rest = title.partition(" ")
    return (first, rest) if first in ("Расчёт", "Проверка") else (title, "")


def _section(conclusion: Conclusion, given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    printed = printed_section(conclusion)
    intro = " ".join(filter(None, (_told(given), printed["вводка"])))
    return printed | {"название": "Исходные данные и расчёт", "вводка": intro}


def _told(given: Sequence[tuple[str, str]]) -> str:
    """«Сумма долга — 200 000 руб.; по какой день считать — 30 сентября 2026.»"""
    text = "; ".join(
        f"{question[:1].lower()}{question[1:]} — {_SHORT.get(answer, answer)}" for question, answer in given
    )
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "." if text else ""
