"""What templates see of a filing: plain values under Russian names, no object with a way back to Python."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from filings.questions import Choice
from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions

_HIDDEN = frozenset({"exhibits", "declensions", "kept_numbers", "calculation", "totals"})


def view(value: Any) -> Any:
    """`value` as str, int, Decimal, bool, date, None, or dicts and lists of these; a block by its Russian names."""
    if isinstance(value, Choice):
        return value.ru
    if isinstance(value, BaseModel):
        return fields(value) | _extra(value)
    if isinstance(value, dict):
        return {str(key): view(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [view(item) for item in value]
    if value is None or isinstance(value, str | int | Decimal | date):
        return value
    raise TypeError(f"{type(value).__name__} is not for templates")


def fields(block: BaseModel) -> dict[str, Any]:
    """The answers of a block under their Russian names."""
    return {
        field.alias or name: view(getattr(block, name))
        for name, field in type(block).model_fields.items()
        if name not in _HIDDEN
    }


def context_of(filing: Filing, conclusions: Conclusions, on: date) -> dict[str, Any]:
    """The names that a kind's template can read, less the header and the list of attachments."""
    return {
        **view(filing),
        **fields(conclusions),
        **view(filing.facts()),
        "автор": author_view(filing),
        "подписант": view(filing.signer()),
        "дата": on,
        "предмет": filing.subject(),
    }


def author_view(filing: Filing) -> dict[str, Any]:
    """Who speaks: «я» for the person, «Иванова М.П.» when a representative writes."""
    author = view(filing.author())
    first_person = filing.representative_or_none() is None
    return author | {"фио": "я" if first_person else author["кратко"], "первое_лицо": first_person}


def _extra(block: BaseModel) -> dict[str, Any]:
    extra = getattr(block, "template_values", None)
    return view(extra()) if extra else {}
