"""What the pages need beside their own text: filters for Jinja."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from flask import Flask

from filings.schemas.base import AUDIENCES
from web.config import SERVICE_NAME
from web.filing_online import LIMIT
from web.forms.folding import folded
from web.forms.page_form import Question
from web.way import plural, progress_in_words


def register(app: Flask) -> None:
    """Registers the filters and names."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        service_name=SERVICE_NAME,
        plural=plural,
        explanation=_explanation,
        folded=folded,
        attributes=_attributes,
        day=_day,
        progress_of=progress_in_words,
        size_of=_size,
        site_limit=LIMIT,
        for_seminars=app.extensions["filings"].settings.specimen,
    )
    app.jinja_env.filters.update(audience=lambda name: AUDIENCES.get(name, name), summary_links=_summary_links)


def _day(day: date) -> str:
    """«22 декабря 2026», its parts held together."""
    return format_date(day, "d MMMM y", locale="ru").replace(" ", "\u00a0")


def _size(size_bytes: int) -> str:
    """«240 КБ», «1,4 МБ»."""
    if size_bytes < 1_000_000:
        return f"{max(1, round(size_bytes / 1000))}\u00a0КБ"
    return f"{size_bytes / 1_000_000:.1f}\u00a0МБ".replace(".", ",")


def _explanation(one: Question, value: str) -> str:
    """What stands under a choice."""
    choice = one.asked.shape.choice
    return choice.parse(value).explanation if choice else ""


def _attributes(found: dict) -> dict:
    """HTML attributes as keyword arguments of WTForms, absent ones left out."""
    renamed = {name.replace("aria-", "aria_").replace("class", "class_"): value for name, value in found.items()}
    return {name: value for name, value in renamed.items() if value is not None}


def _summary_links(summary: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [(f"#{place}", title, text) for place, title, text in summary]
