"""The exhibits: files uploaded, titled and put in order, and documents that will be attached on paper."""

from __future__ import annotations

import hashlib
import json
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from pydantic_core import PydanticCustomError

from filings.documents.filetypes import ACCEPTED
from filings.errors import FilingError
from filings.questions import texts
from filings.questions.naming import is_empty
from filings.questions.validation import validate
from filings.schemas.exhibits import Paper
from web.clock import today
from web.config import MOST_FILES, REQUEST_BYTES
from web.drafts import Draft, own_draft
from web.filing_online import goes_to_a_court, too_large
from web.packet import begin
from web.services import services
from web.storage.exhibits import Exhibits
from web.uploads import take

pages = Blueprint("exhibits", __name__, url_prefix="/filing/<uuid:filing_id>/exhibits")
_MOST_PAPERS = 100
_ACCEPT = ",".join(["image/*", *sorted(f".{suffix}" for _, suffixes in ACCEPTED.values() for suffix in suffixes)])


@pages.get("")
def show(filing_id: UUID):
    """The page with what is attached already."""
    return _page(own_draft(filing_id))


@pages.post("")
def save(filing_id: UUID):
    """Saves titles, files and papers; then does what the pressed button says."""
    draft = own_draft(filing_id)
    exhibits = Exhibits(services().cases, draft.id)
    wrong = _rename(exhibits)
    both = _save_papers(draft)
    kept, refused = take(request.files.getlist("files"), exhibits)
    action, _, target = request.form.get("do", "next").partition(":")
    done = _act(exhibits, action, target)
    draft = own_draft(filing_id)
    if refused or wrong or (action == "next" and _paper_problems(draft)):
        return _page(draft, refused=refused, wrong=wrong, checked=True), 422
    if kept:
        flash(f"Загружено: {', '.join(kept)}.")
    if both:
        flash("Список документов на бумаге успели изменить в другой вкладке. Мы оставили и то и другое: проверьте его.")
    if done:
        flash(done)
    if action == "next":
        return begin(draft)
    return redirect(url_for("exhibits.show", filing_id=draft.id))


def _act(exhibits: Exhibits, action: str, target: str) -> str:
    """Moves or removes; the text that tells the person."""
    if action == "remove_paper":
        return "Запись убрана."
    try:
        exhibit_id = UUID(target)
    except ValueError:
        return ""
    if action == "up":
        exhibits.move_up(exhibit_id)
    if action == "remove":
        title = exhibits.remove(exhibit_id)
        return f"Убрано: {title}." if title else ""
    return ""


def _rename(exhibits: Exhibits) -> dict[str, str]:
    """Keeps the titles typed; for those that cannot be printed, what is wrong by exhibit.

    A title that this page has not touched stays as another tab has made it.
    """
    titles, wrong = {}, {}
    for one in exhibits.all():
        typed = request.form.get(f"title-{one.id}", "")
        if typed == request.form.get(f"shown-{one.id}"):
            continue
        try:
            titles[one.id] = texts.line(typed)
        except PydanticCustomError as error:
            wrong[str(one.id)] = error.message()
    exhibits.rename(titles)
    return wrong


def _save_papers(draft: Draft) -> bool:
    """Keeps the papers typed, but for the one whose button «Убрать» was pressed.

    Whether another tab has changed the list meanwhile: then both lists stand in it, and a repeated press of the
    button removes no neighbour.
    """
    if "paper-0-title" not in request.form:
        return False
    typed, gone, merged = *_typed_papers(), []

    def change(papers: list) -> list:
        if request.form.get("papers") in (None, papers_mark(papers)):
            return typed
        fresh = [row for row in typed if row not in papers]
        merged.extend(fresh)
        return [*(row for row in papers if row != gone), *fresh][:_MOST_PAPERS]

    _change_papers(draft, change)
    return bool(merged)


def papers_mark(papers: list) -> str:
    """A short mark of the list that a page has shown; it comes back with the form."""
    return hashlib.sha256(json.dumps(papers, sort_keys=True).encode()).hexdigest()[:16]


def _typed_papers() -> tuple[list[dict[str, str]], dict[str, str] | None]:
    """The rows that have anything in them, and the one to remove, which is not among them."""
    action, _, target = request.form.get("do", "").partition(":")
    rows, gone = [], None
    for number in range(_MOST_PAPERS):
        if f"paper-{number}-title" not in request.form:
            break
        typed = {name: request.form.get(f"paper-{number}-{name}", "").strip() for name in ("title", "sheets")}
        row = {name: text for name, text in typed.items() if text}
        if action == "remove_paper" and target == str(number):
            gone = row
        elif row:
            rows.append(row)
    return rows, gone


def _change_papers(draft: Draft, change) -> None:
    def changed(answers: dict) -> dict:
        papers = change(answers.get("exhibits", []))
        rest = {name: value for name, value in answers.items() if name != "exhibits"}
        return rest if is_empty(papers) else {**rest, "exhibits": papers}

    services().cases.change(draft.id, changed)


def _paper_problems(draft: Draft) -> dict[tuple, str]:
    return {path[1:]: text for path, text in draft.problems if path[0] == "exhibits"}


def _demanded(draft: Draft) -> list[Paper]:
    """What the law wants attached to this very filing; nothing while the answers are not whole."""
    try:
        filing = validate(draft.kind.model, draft.answers, on=today())
        return filing.papers(filing.conclude(today()))
    except FilingError:
        return []


def _page(draft: Draft, *, refused=(), wrong=None, checked: bool = False) -> str:
    exhibits, papers = Exhibits(services().cases, draft.id).all(), draft.answers.get("exhibits", [])
    return render_template(
        "exhibits.html",
        draft=draft,
        exhibits=exhibits,
        taken=sum(one.size_bytes for one in exhibits),
        most=REQUEST_BYTES // 1024**2,
        most_files=MOST_FILES,
        too_large=too_large(exhibits) if goes_to_a_court(draft) else [],
        papers=[*papers, {}],
        mark=papers_mark(papers),
        paper_problems=_paper_problems(draft) if checked else {},
        refused=refused,
        wrong=wrong or {},
        demanded=_demanded(draft),
        accept=_ACCEPT,
        back=url_for("check.show", filing_id=draft.id),
    )
