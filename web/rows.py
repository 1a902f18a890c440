"""Rows of a page that collects them: how each is summed up in a line, and how it is recognised again."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from filings.questions.naming import is_empty
from filings.questions.pages import Page
from web.display import displayed
from web.drafts import Draft

_SHOWN = 4


def summary_of(draft: Draft, page: Page, number: int) -> list[tuple[str, str]]:
    """The first answers of the row as (question, answer)."""
    found = []
    for path, one in draft.questions_in(page.field):
        if path[:2] == (page.field, number) and len(path) == 3 and one.shape.block is None and not is_empty(one.value):
            found.append((one.ask.title, displayed(one)))
    return found[:_SHOWN]


def row_mark(row: Any) -> str:
    """A short mark of the row's content, so that a repeated request does not remove its neighbour."""
    return hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:12]
