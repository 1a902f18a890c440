"""Hides what was counted from answers that nobody gave: numbers, days, and the texts that hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from filings.documents.draft.gaps import gap_for, gap_sign, has_gap
from filings.documents.view import fields
from filings.questions import Choice

_FIRST_LABEL = 2048  # numbers of gaps below are those of questions
_NUMERIC = re.compile(r"\d|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр")
_SUM = re.compile(r"\d[\d \u00a0]*(?:,\d\d)?[ \u00a0]руб\.")
_LATER = "появится позже"


@dataclass
class Masks:
    """Hides what was counted from answers that nobody gave."""

    labels: dict[int, str] = field(default_factory=dict)

    def sign(self, label: str) -> str:
        """The sign of a gap with this label."""
        number = _FIRST_LABEL + len(self.labels)
        self.labels[number] = label
        return gap_sign(number)

    def without_sums(self, text: str, sure: bool) -> str:
        """The text with its sums hidden unless they are `sure`."""
        return text if sure else _SUM.sub(lambda _: self.sign("посчитаем позже"), text)

    def lines_without_sums(self, lines: list[dict[str, Any]] | None, sure: bool) -> list[dict[str, Any]]:
        """Lines made without the template; sums in them that were counted from lent answers are hidden."""
        return [
            {name: self.without_sums(text, sure) if isinstance(text, str) else text for name, text in line.items()}
            for line in lines or []
        ]

    def masked_block(self, block: BaseModel) -> BaseModel:
        """The conclusions with every number and day hidden; their shape stays."""
        values = {
            name: self.masked(getattr(block, name), info.title or name)
            for name, info in type(block).model_fields.items()
        }
        return type(block).model_construct(**values)

    def masked(self, value: Any, label: str) -> Any:
        """The value with its numbers and days hidden, and the texts that hold a number or a month."""
        if isinstance(value, bool | Choice) or value is None or has_gap(value):
            return value
        if isinstance(value, BaseModel):
            return self.masked(fields(value), label)
        if isinstance(value, list | tuple):
            return [self.masked(item, label) for item in value]
        if isinstance(value, dict):
            return {name: self.masked(item, label) for name, item in value.items()}
        if isinstance(value, str) and not _NUMERIC.search(value):
            return value
        if isinstance(value, str | Decimal | date | int):
            return gap_for(value, self.sign(_label(label)))
        return value


def _label(title: str) -> str:
    words = title.replace("_", " ").strip()
    return words if re.search("[а-яё]", words, re.IGNORECASE) else _LATER
