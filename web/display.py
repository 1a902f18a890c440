"""Answers as a person reads them on the check page: «Да», «60 000 руб.», «10 марта 2026»."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.dates import format_date
from pydantic import ValidationError

from filings.questions import Choice
from filings.questions.asking import Asked
from filings.questions.naming import is_empty
from filings.questions.shape import adapter_of
from web.forms.fields import assumed

NOT_GIVEN = "Не указано"
_DAY = "d MMMM y"


def displayed(one: Asked) -> str:
    """The answer in words; what is not valid is shown as it was typed."""
    if one.ask.open_end and is_empty(one.value):
        return one.ask.open_end
    if one.unknown:
        return f"Не знаю: {one.ask.unsure}"
    if is_empty(one.value):
        missing = f"{NOT_GIVEN}: {one.ask.unsure}" if one.ask.unsure else NOT_GIVEN
        return {"yes": "Да", "no": "Нет"}.get(assumed(one) or "", missing)
    try:
        typed = adapter_of(one.field).validate_python(one.value)
    except ValidationError:
        typed = one.value
    if isinstance(typed, list | tuple):
        return ", ".join(_word(item, one) for item in typed)
    return _word(typed, one)


def _word(value: Any, one: Asked) -> str:
    if isinstance(value, bool):
        return "Да" if value else "Нет"
    if isinstance(value, Choice):
        return value.ru
    if isinstance(value, datetime):
        return f"{format_date(value, _DAY, locale='ru')}, {value:%H:%M}"
    if isinstance(value, date):
        month = one.shape.widget.kind == "month"
        return format_date(value, "LLLL y" if month else _DAY, locale="ru")
    if isinstance(value, Decimal):
        return f"{_number(value)} {one.shape.widget.suffix}".strip()
    return str(value)


def _number(value: Decimal) -> str:
    text = f"{value:,f}".replace(",", "\u00a0").replace(".", ",")
    return text.removesuffix(",00")
