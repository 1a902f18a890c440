"""The next filing of the same matter, and the right one for who took a wrong road: answers are carried over."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for

from filings.carrying import carried
from filings.catalogue import Kind, following, kinds
from filings.errors import AnswersError
from filings.questions.validation import validate
from web.clock import today
from web.drafts import Draft, Problems, own_draft
from web.services import services
from web.way import page_url

pages = Blueprint("chain", __name__, url_prefix="/filing/<uuid:filing_id>/next")


@pages.get("/<name>")
def show(filing_id: UUID, name: str):
    """What the further filing is and what of the answers fits it."""
    draft, target = _draft_and_target(filing_id, name)
    answers = carried(draft.kind, draft.answers, target)
    fitting = [page.title for page in Draft(draft.stored, target).pages if page.field in answers]
    return render_template(
        "chain.html", draft=draft, kind=target, fitting=list(dict.fromkeys(fitting)), back=_back_url(draft)
    )


@pages.post("/<name>")
def begin(filing_id: UUID, name: str):
    """A new draft in the same case, begun with the answers that fit; the first one stays as it is."""
    draft, target = _draft_and_target(filing_id, name)
    answers = carried(draft.kind, draft.answers, target)
    made = own_draft(services().cases.start_next(draft.stored, target.name, answers))
    if answers:
        flash("Ответы, которые подходят, уже перенесены. Проверьте их по ходу и ответьте на остальное.")
    return redirect(page_url(made, made.pages[0]))


def offered(draft: Draft) -> list[Kind]:
    """Kinds that may come after this filing; all that may follow its kind while the answers are not whole."""
    try:
        return following(draft.kind, validate(draft.kind.model, draft.answers, on=today()))
    except AnswersError:
        return following(draft.kind)


def fitting_instead(problems: Problems) -> list[Kind]:
    """Kinds that fit where these problems say that the chosen one does not."""
    names = dict.fromkeys(getattr(text, "instead", "") for _, text in problems)
    return [kinds()[name] for name in names if name in kinds()]


def _draft_and_target(filing_id: UUID, name: str) -> tuple[Draft, Kind]:
    return own_draft(filing_id), kinds().get(name) or abort(404)


def _back_url(draft: Draft) -> str:
    """The question whose answer showed that the road is wrong; else the check page."""
    page = draft.page(request.args.get("page", ""))
    return page_url(draft, page) if page else url_for("check.show", filing_id=draft.id)
