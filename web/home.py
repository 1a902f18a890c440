"""The start page, the description of each kind, and the button «Начать»."""

from __future__ import annotations

from flask import Blueprint, abort, flash, make_response, redirect, render_template, request, url_for

from filings.catalogue import Kind, kinds
from filings.schemas.base import AUDIENCES
from web.config import FINISHED_DAYS, KEEP_DAYS
from web.consent import consent_given
from web.drafts import own_draft, own_drafts
from web.finding import LONGEST, found
from web.services import services
from web.situations import situation, situations
from web.topics import topics
from web.visitor import remember, tokens, wipe
from web.way import first_url, resume_url

pages = Blueprint("home", __name__)


@pages.get("/")
def start():
    """What happened, in the person's words; the drafts begun in this browser; all kinds by topic."""
    return _start_page()


@pages.post("/find")
def find():
    """The kinds that fit what the person says happened; the words stand in no address and no log."""
    query = " ".join(request.form.get("query", "").split())[:LONGEST]
    return _start_page(query=query, results=found(query)[:6])


@pages.get("/situations/<slug>")
def common(slug: str):
    """What people most often come with: its documents in the order of the way."""
    return render_template("situation.html", situation=situation(slug) or abort(404), audiences=AUDIENCES)


@pages.get("/kinds/<name>")
def kind(name: str):
    """What the kind is, what to have at hand, time, cost, who sees the answers."""
    return _kind_page(_kind(name))


@pages.post("/kinds/<name>/start")
def begin(name: str):
    """A new draft for who has consented; its secret goes into the cookie.

    On somebody else's device the code to go on elsewhere comes first.
    """
    chosen = _kind(name)
    if request.form.get("consent") != "yes":
        return _kind_page(chosen, no_consent=True), 422
    foreign = request.form.get("foreign") == "yes"
    token, filing_id = services().cases.start(chosen.name, consent=consent_given())
    remember(token, lasting=not foreign)
    return redirect(url_for("resume.device", filing_id=filing_id) if foreign else first_url(own_draft(filing_id)))


@pages.get("/filing/<uuid:filing_id>")
def resume(filing_id):
    """To the list of sections of a long kind, or to the first page that is still to be answered."""
    return redirect(resume_url(own_draft(filing_id)))


@pages.route("/filing/<uuid:filing_id>/remove", methods=["GET", "POST"], endpoint="remove")
def remove(filing_id):
    """Asks once, then removes the draft with everything in it."""
    draft = own_draft(filing_id)
    if request.method == "GET":
        return render_template("remove.html", draft=draft)
    services().cases.forget(draft.stored)
    flash("Черновик удалён вместе с файлами. Восстановить его нельзя.")
    return redirect(url_for("home.start"))


@pages.route("/remove", methods=["GET", "POST"])
def remove_all():
    """Asks once, then removes every draft of this browser, and the browser's own memory of us."""
    drafts, mine = own_drafts(), services().cases.all_of(tokens())
    if request.method == "GET":
        return render_template("remove_all.html", drafts=drafts, nameless=len(mine) - len(drafts))
    for stored in mine:  # those of kinds that are no more, too
        services().cases.forget_case(stored.case_id)
    return wipe(make_response(render_template("removed_all.html", drafts=drafts)))


def _start_page(**more: object) -> str:
    return render_template(
        "start.html",
        situations=situations(),
        topics=topics(),
        drafts=own_drafts(),
        audiences=AUDIENCES,
        keep_days=KEEP_DAYS,
        **more,
    )


def _kind(name: str) -> Kind:
    return kinds().get(name) or abort(404)


def _kind_page(chosen: Kind, *, no_consent: bool = False) -> str:
    return render_template(
        "kind.html",
        kind=chosen,
        drafts=[draft for draft in own_drafts() if draft.kind.name == chosen.name],
        follows=[kinds()[slug] for slug in chosen.about.next_kinds if slug in kinds()],
        no_consent=no_consent,
        keep_days=KEEP_DAYS,
        finished_days=FINISHED_DAYS,
    )
