"""The minutes that a kind promises are those that its sample answers take: neither a lure nor a scare."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sample_answers import answers_of

from filings.catalogue import Kind, kinds
from filings.questions.asking import Asked, questions_of
from filings.questions.conditions import judged_on
from filings.questions.naming import is_empty
from filings.questions.pages import Page, pages_asked

ON = date(2026, 11, 22)
# A person who does this for the first time, on a phone: seconds to read a page, to pass an optional question, to
# choose, to find the paper that an answer is copied from, and to type a sign of it (a hundred a minute).
PAGE, PASSED, CHOSEN, FOUND, SIGN = 6, 3, 6, 10, 0.6


def minutes_of(kind: Kind) -> float:
    """How long the questions of the kind take with the sample facts at hand."""
    answers = answers_of(kind)
    with judged_on(ON):
        pages = pages_asked(kind.model, answers)
        asked = [one for one in questions_of(kind.model, answers) if _is_put(one, pages)]
    return (PAGE * sum(_screens(page, answers) for page in pages) + sum(map(_seconds, asked))) / 60


def _screens(page: Page, answers: dict[str, Any]) -> int:
    return max(1, len(answers.get(page.field) or [])) if page.many else 1


def _is_put(one: Asked, pages: list[Page]) -> bool:
    on_pages = one.path[0] in {page.field for page in pages}
    return on_pages and one.asked is True and one.shape.block is None and not one.ask.silent


def _seconds(one: Asked) -> float:
    if is_empty(one.value):
        return PASSED
    is_chosen = one.shape.choice or one.shape.widget.kind == "yes_no"
    return CHOSEN if is_chosen else FOUND + SIGN * len(str(one.value))


@pytest.mark.parametrize("kind", sorted(kinds().values(), key=lambda kind: kind.name), ids=lambda kind: kind.name)
def test_what_is_promised_is_what_it_takes(kind):
    promised, needed = kind.model.about.minutes, minutes_of(kind)
    assert 0.9 * needed <= promised <= 2 * needed, f"обещано {promised} мин, нужно {needed:.0f}"
