"""The list of sections of a long questionnaire, to be answered in any order."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, render_template, url_for

from web.drafts import own_draft
from web.way import page_url, parts_in_words

pages = Blueprint("tasks", __name__, url_prefix="/filing/<uuid:filing_id>")


@pages.get("/sections")
def show(filing_id: UUID):
    """Every section with its state; then the check page, when nothing is left."""
    draft = own_draft(filing_id)
    rows = [(part, page_url(draft, part.pages[0])) for part in draft.parts]
    left = [part for part in draft.parts if part.is_left]
    return render_template(
        "tasks.html",
        draft=draft,
        rows=rows,
        left=parts_in_words(left),
        first=next((url for part, url in rows if part.is_left), ""),
        check=url_for("check.show", filing_id=draft.id),
        back=url_for("home.start"),
    )
