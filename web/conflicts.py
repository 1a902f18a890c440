"""Two tabs, a page sent twice, an old page sent late: what was saved meanwhile is never overwritten unseen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

from flask import Flask, redirect, render_template, request, url_for

from filings.questions.naming import is_empty
from filings.questions.pages import Page
from web.display import displayed
from web.drafts import Draft, own_draft
from web.forms.page_form import PageForm
from web.forms.raw import at
from web.way import rows_of

_GUARDED = ("questions.save", "questions.save_row")


def register(app: Flask) -> None:
    """Guards the pages of questions; `mark_of` goes into their forms."""
    app.before_request(_guard)
    app.jinja_env.globals["mark_of"] = mark_of


def mark_of(draft: Draft, page: Page, row: int | None) -> str:
    """A short mark of what is saved for the page or its row; it comes back with the form."""
    stored = _stored(draft.answers, page, row)
    return hashlib.sha256(json.dumps(stored, sort_keys=True).encode()).hexdigest()[:16]


def _stored(answers: dict[str, Any], page: Page, row: int | None) -> Any:
    if row is not None:
        return at(answers, (page.field, row))
    block = answers.get(page.field)
    if page.block is None or not isinstance(block, dict):
        return block
    return {name: block[name] for name in page.names if not is_empty(block.get(name))}


def _guard():
    """Lets the form through when what is saved is what its page has shown, or what it would save anyway."""
    if request.endpoint not in _GUARDED or "mark" not in request.form:
        return None
    place: dict[str, Any] = request.view_args or {}
    draft, row = own_draft(place["filing_id"]), place.get("row")
    page = draft.page(place["key"])
    if page is None or page.many != (row is not None) or (row or 0) > len(rows_of(draft, page)):
        return None  # the view says what is wrong with such an address
    if mark_of(draft, page, row) == request.form["mark"]:
        return None
    form = PageForm(draft.kind.model, page, draft.answers, row=row, sent=request.form)
    lines = _differences(draft, form)
    if lines:
        return _both(draft, page, row, lines), 409
    # A button that adds or removes, pressed twice: the first press has done it.
    return redirect(request.full_path) if ":" in request.form.get("do", "") else None


def _differences(draft: Draft, form: PageForm) -> list[tuple[str, str, str]]:
    """Each question with another answer: its title, what is saved, what was sent."""
    sent, found = form.saved_into(draft.answers, request.form), []
    for one in form:
        saved, typed = at(draft.answers, one.asked.path), at(sent, one.asked.path)
        if saved != typed and not (is_empty(saved) and is_empty(typed)):
            shown = [displayed(replace(one.asked, value=value)) for value in (saved, typed)]
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
