"""The start page, the description of each kind, and the button «Начать»."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for

from filings.catalogue import Kind, kinds
from filings.schemas.base import AUDIENCES
from web.drafts import Draft, own_draft
from web.services import services
from web.topics import topics
from web.visitor import remember, tokens
from web.way import first_url, resume_url

pages = Blueprint("home", __name__)


@pages.get("/")
def start():
    """All kinds by topic, and the drafts begun in this browser."""
    return render_template("start.html", topics=topics(), drafts=_drafts(), audiences=AUDIENCES)


@pages.get("/kinds/<name>")
def kind(name: str):
    """What the kind is, what to have at hand, time, cost, who sees the answers."""
    chosen = _kind(name)
    mine = [draft for draft in _drafts() if draft.kind.name == chosen.name]
    follows = [kinds()[slug] for slug in chosen.about.next_kinds if slug in kinds()]
    return render_template("kind.html", kind=chosen, drafts=mine, follows=follows, audiences=AUDIENCES)


@pages.post("/kinds/<name>/start")
def begin(name: str):
    """A new draft; its secret goes into the cookie."""
    token, filing_id = services().cases.start(_kind(name).name)
    remember(token)
    return redirect(first_url(own_draft(filing_id)))


@pages.get("/filing/<uuid:filing_id>")
def resume(filing_id):
    """To the first page that is still to be answered."""
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


def _kind(name: str) -> Kind:
    return kinds().get(name) or abort(404)


def _drafts() -> list[Draft]:
    found = services().cases.all_of(tokens()) if tokens() else []
    return [Draft(one, kinds()[one.kind]) for one in found if one.kind in kinds()]
