"""What a person sends, page by page, made from the sample answers of a kind through the very forms of the service."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from filings.catalogue import Kind
from filings.questions.naming import english_names, is_empty
from filings.questions.pages import Page, pages_asked
from filings.questions.reading import read_answers
from web.forms.page_form import PageForm, Question
from web.forms.raw import at


@dataclass(frozen=True)
class Step:
    """One page or one row: its address below `questions/`, the form to send, and what must be kept of it."""

    path: str
    form: list[tuple[str, str]]
    kept: dict[tuple[str | int, ...], Any]


def steps_of(kind: Kind, surname: str) -> list[Step]:
    """All pages in order; the person of the sample gets the surname."""
    answers, _ = english_names(kind.model, read_answers(kind.sample))
    own = next(name for name, answer in answers.items() if isinstance(answer, dict) and "surname" in answer)
    answers[own] = answers[own] | {"surname": surname}
    found = []
    for page in pages_asked(kind.model, answers):
        if page.many:
            found += [_step(kind, page, answers, row) for row in range(len(answers.get(page.field) or []))]
        else:
            found.append(_step(kind, page, answers, None))
    return found


def _step(kind: Kind, page: Page, answers: dict[str, Any], row: int | None) -> Step:
    form = [pair for one in PageForm(kind.model, page, answers, row=row) for pair in _sent(one)]
    sent = MultiDict(form)
    saved = PageForm(kind.model, page, answers, row=row, sent=sent)
    stored = saved.saved_into({}, sent)
    kept = {one.asked.path: at(stored, one.asked.path) for one in saved if not is_empty(at(stored, one.asked.path))}
    more = row is not None and row + 1 < len(answers[page.field])
    path = page.key if row is None else f"{page.key}/{row}"
    return Step(path, [*form, ("seen", "all"), ("do", "more" if more else "next")], kept)


def _sent(one: Question) -> list[tuple[str, str]]:
    value = one.asked.value
    if is_empty(value):
        return []
    if hasattr(one.control, "boxes"):
        first, *others = (f"{one.name}-{part[0]}" for part in one.control.parts)
        return [(first, str(value)), *((name, "") for name in others)]
    if isinstance(value, list):
        several = one.control.type == "SelectMultipleField"
        return [(one.name, str(item)) for item in value] if several else [(one.name, "\n".join(map(str, value)))]
    return [(one.name, str(value))]
