"""Rows of a page that collects them: how each is summed up in a line, and how it is recognised again."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from filings.questions.naming import is_empty
from filings.questions.pages import Page
from web.display import displayed
from web.drafts import Draft

_SHOWN = 4
_SAYS_NOTHING = ("Да", "Нет", "Не знаю")
_BARE_NUMBER = re.compile(r"[\d\s]+(?:,\d+)?")


def summary_of(draft: Draft, page: Page, number: int) -> list[tuple[str, str]]:
    """The first answers of the row as (question, answer), then the rows inside it, each in a line."""
    own, inner = [], {}
    for path, one in draft.questions_in(page.field):
        if path[:2] != (page.field, number) or is_empty(one.value):
            continue
        if len(path) == 3 and one.shape.block is None:
            own.append((one.ask.title, displayed(one)))
        elif len(path) == 3 and one.shape.many:
            inner[path] = (one.ask.title, [])
        elif len(path) == 5 and path[:3] in inner:
            inner[path[:3]][1].append((path[3], displayed(one)))
    return own[:_SHOWN] + [(title, _in_lines(cells)) for title, cells in inner.values() if cells]


def line_of(draft: Draft, page: Page, number: int) -> str:
    """The same on one line: «27 октября 2026, 19:00; сколько градусов: 16,5»; empty when nothing is answered."""
    return "; ".join(_told(title, text) for title, text in summary_of(draft, page, number))


def _told(title: str, text: str) -> str:
    """With its question where the answer alone says nothing: «Да», a bare number."""
    if text not in _SAYS_NOTHING and not _BARE_NUMBER.fullmatch(text):
        return text
    return f"{title[:1].lower()}{title[1:].rstrip('?: ')}: {text[:1].lower()}{text[1:]}"


def _in_lines(cells: list[tuple[Any, str]]) -> str:
    """«3 августа 2026, 10 000 руб.; …»: the cells of a row together."""
    rows: dict[Any, list[str]] = {}
    for number, text in cells:
        rows.setdefault(number, []).append(text)
    return "; ".join(", ".join(row) for row in rows.values())


def row_mark(row: Any) -> str:
    """A short mark of the row's content, so that a repeated request does not remove its neighbour."""
    return hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:12]
