"""Two tabs, a page sent twice, an old page sent late: what was saved meanwhile is never overwritten unseen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

from flask import Flask, abort, redirect, render_template, request, url_for

from filings.questions.naming import is_empty
from filings.questions.pages import Page
from web.display import displayed
from web.drafts import Draft
from web.forms.page_form import PageForm
from web.forms.raw import at
from web.way import rows_of


class Changed(Exception):
    """Stops a saving: what is saved is not what the page has shown. Carries the page that asks which to keep."""

    def __init__(self, reply: Any) -> None:
        super().__init__()
        self.reply = reply


def register(app: Flask) -> None:
    """Answers for `Changed`; `mark_of` goes into the forms of questions."""
    app.register_error_handler(Changed, lambda changed: changed.reply)
    app.jinja_env.globals["mark_of"] = mark_of


def mark_of(draft: Draft, page: Page, row: int | None) -> str:
    """A short mark of what is saved for the page or its row; it comes back with the form."""
    stored = _stored(draft.answers, page, row)
    return hashlib.sha256(json.dumps(stored, sort_keys=True).encode()).hexdigest()[:16]


def stop_if_changed(draft: Draft, page: Page, row: int | None, locked: dict[str, Any]) -> None:
    """Lets the form through when what is saved is what its page has shown, or what it would save anyway.

    `locked` are the answers read under the lock that the saving holds: of two forms sent at once the second sees
    what the first has saved. Raises `Changed`, or 404 for a page or a row that is no more.
    """
    now = Draft(replace(draft.stored, answers=locked), draft.kind)
    if "mark" not in request.form or mark_of(now, page, row) == request.form["mark"]:
        return
    if now.page(page.key) is None or (row or 0) > len(rows_of(now, page)):
        abort(404)
    lines = _differences(now, PageForm(now.kind.model, page, locked, row=row, sent=request.form))
    if lines:
        raise Changed((_both(now, page, row, lines), 409))
    if ":" in request.form.get("do", ""):  # a button that adds or removes, pressed twice: the first press has done it
        raise Changed(redirect(request.full_path))


def _stored(answers: dict[str, Any], page: Page, row: int | None) -> Any:
    if row is not None:
        return at(answers, (page.field, row))
    block = answers.get(page.field)
    if page.block is None or not isinstance(block, dict):
        return block
    return {name: block[name] for name in page.names if not is_empty(block.get(name))}


def _differences(draft: Draft, form: PageForm) -> list[tuple[str, str, str]]:
    """Each question with another answer: its title, what is saved, what was sent."""
    sent, found = form.saved_into(draft.answers, request.form), []
    for one in form:
        saved, typed = at(draft.answers, one.asked.path), at(sent, one.asked.path)
        if saved != typed and not (is_empty(saved) and is_empty(typed)):
            shown = [displayed(one.asked.answered(value)) for value in (saved, typed)]
            found.append((one.asked.ask.title, *shown))
    return found


def _both(draft: Draft, page: Page, row: int | None, lines: list[tuple[str, str, str]]) -> str:
    kept = [(name, value) for name, value in request.form.items(multi=True) if name not in ("csrf_token", "mark")]
    return render_template(
        "conflict.html",
        draft=draft,
        page=page,
        row=row,
        lines=lines,
        fields=kept,
        mark=mark_of(draft, page, row),
        apart=_apart(draft, page) if row is not None else "",
        fresh_mark=mark_of(draft, page, len(rows_of(draft, page))) if row is not None else "",
        here=request.full_path.rstrip("?"),
    )


def _apart(draft: Draft, page: Page) -> str:
    """Where the same is saved as one more row."""
    last = len(rows_of(draft, page))
    return url_for("questions.row", filing_id=draft.id, key=page.key, row=last, **request.args.to_dict())
