"""Answers as a person reads them on the check page: «Да», «60 000 руб.», «10 марта 2026»."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from filings.questions import Choice
from filings.questions.asking import Asked
from filings.questions.naming import is_empty
from filings.questions.shape import adapter_of

_MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]
_MONTH_NAMES = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"]
NOT_GIVEN = "Не указано"


def displayed(one: Asked) -> str:
    """The answer in words; what is not valid is shown as it was typed."""
    if is_empty(one.value):
        return NOT_GIVEN
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
        return f"{_day(value)}, {value:%H:%M}"
    if isinstance(value, date):
        month = one.shape.widget.kind == "month"
        return f"{_MONTH_NAMES[value.month - 1]} {value.year}" if month else _day(value)
    if isinstance(value, Decimal):
        return f"{_number(value)} {one.shape.widget.suffix}".strip()
    return str(value)


def _day(value: date) -> str:
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def _number(value: Decimal) -> str:
    text = f"{value:,f}".replace(",", "\u00a0").replace(".", ",")
    return text.removesuffix(",00")
