"""The draft of the document beside the questions: follows the answers, shows what is missing and why words are there.

Nothing here may break the page: a draft that cannot be made is a sentence that says so.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, make_response, render_template, request, url_for

from filings.catalogue import Kind
from filings.documents.draft.sheet import Sentence, Sheet, sheet_of
from filings.documents.readable import grouped
from filings.questions.asking import without_unasked
from filings.questions.naming import Path, english_names, is_empty
from filings.questions.reading import read_answers
from web.clock import today
from web.display import displayed
from web.drafts import Draft, own_draft
from web.forms.page_form import PageForm
from web.mending import mend_url
from web.quiet_log import log_without_data
from web.way import resume_url, row_url, rows_of

pages = Blueprint("preview", __name__, url_prefix="/filing/<uuid:filing_id>/preview")
_MOST_BYTES = 256 * 1024
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reason:
    """Why a sentence is there: answers as (question, answer, where to change it), what was counted, norms."""

    answers: tuple[tuple[str, str, str], ...]
    counted: tuple[str, ...]
    norms: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.answers or self.counted or self.norms)


@pages.get("")
def show(filing_id: UUID):
    """The draft on a page of its own: for phones and for browsers without scripts."""
    draft = own_draft(filing_id)
    return render_template("preview.html", draft=draft, back=_back_url(draft), **_view(draft, None))


@pages.get("/part")
def part(filing_id: UUID) -> Response:
    """The draft of the stored answers as a piece of a page."""
    return _part(own_draft(filing_id))


@pages.post("/part")
def part_of_typed(filing_id: UUID) -> Response:
    """The draft of the answers as they are typed now; nothing is saved."""
    draft = own_draft(filing_id)
    return _part(_with_typed(draft))


def _part(draft: Draft) -> Response:
    return make_response(render_template("preview_part.html", draft=draft, **_view(draft, _here(draft))))


def draft_sheet(draft: Draft) -> Sheet | None:
    """The draft of the document; None when it cannot be made, for it is a comfort and the questions go on."""
    template = draft.kind.template
    try:
        return draft.keep(
            ("sheet", template.stat().st_mtime_ns),
            lambda: sheet_of(template, draft.kind.model, draft.answers, _sample(draft.kind), today()),
        )
    except Exception as error:
        log_without_data(_log, "preview", error)
        return None


def _view(draft: Draft, here: str | None) -> dict[str, Any]:
    sheet = draft_sheet(draft)
    if sheet is None:
        return {"sheet": None}
    return {"sheet": sheet, "groups": grouped(sheet.blocks), "reasons": _Reasons(draft), "here": here}


class _Reasons:
    """Reasons by number: sentences with the same reason share it."""

    def __init__(self, draft: Draft) -> None:
        self._draft, self._numbers = draft, {}

    def number(self, sentence: Sentence) -> int | None:
        """The number of the sentence's reason; None when there is nothing to say."""
        reason = Reason(
            tuple(filter(None, (self._answer(path) for path in sentence.paths))), sentence.counted, sentence.norms
        )
        return self._numbers.setdefault(reason, len(self._numbers) + 1) if reason else None

    def all(self) -> list[tuple[int, Reason]]:
        """Every reason given so far with its number."""
        return [(number, reason) for reason, number in self._numbers.items()]

    def _answer(self, path: Path) -> tuple[str, str, str] | None:
        page = self._draft.place_of(path)
        if page is None:
            return None
        one = self._draft.questions.get(path)
        if one is None or one.shape.block is not None:
            return page.title, "", mend_url(self._draft, path[:1], page, shown=False)
        text = "" if is_empty(one.value) else displayed(one)
        return one.ask.title, text, mend_url(self._draft, path, page, shown=False)


def _with_typed(draft: Draft) -> Draft:
    """The draft with what stands in the form just now."""
    page = draft.page(request.args.get("page", ""))
    row = request.args.get("row", type=int)
    if (request.content_length or 0) > _MOST_BYTES:
        return draft  # a paste of that size is told when the page is sent
    if page is None or (page.many and (row is None or not 0 <= row <= len(rows_of(draft, page)))):
        return draft
    form = PageForm(draft.kind.model, page, draft.answers, row=row if page.many else None, sent=request.form)
    answers, _ = without_unasked(draft.kind.model, form.saved_into(draft.answers, request.form))
    return Draft(replace(draft.stored, answers=answers), draft.kind)


def _here(draft: Draft) -> str | None:
    page = draft.page(request.args.get("page", ""))
    return page.field if page else None


def _back_url(draft: Draft) -> str:
    """The question from which the person came; else the first one that is still to be answered."""
    page = draft.page(request.args.get("page", ""))
    row = request.args.get("row", type=int)
    if page is None:
        return resume_url(draft)
    if page.many and row is not None and 0 <= row <= len(rows_of(draft, page)):
        return row_url(draft, page, row)
    return url_for("questions.page", filing_id=draft.id, key=page.key)


def _sample(kind: Kind) -> dict[str, Any]:
    return _sample_of(kind.sample, kind.model)


@lru_cache(maxsize=256)
def _sample_of(path: FilePath, model: Any) -> dict[str, Any]:
    try:
        return english_names(model, read_answers(path))[0]
    except Exception as error:  # a kind without a sample still has a draft
        log_without_data(_log, "preview sample", error)
        return {}
