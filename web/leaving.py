"""Leaving somebody else's device without a trace, and leaving the page in a hurry."""

from __future__ import annotations

from flask import Blueprint, make_response, redirect, render_template

from web.drafts import own_drafts
from web.services import services
from web.visitor import tokens, wipe

pages = Blueprint("leaving", __name__)


@pages.get("/leave")
def ask():
    """What will be forgotten here, and how to find it again elsewhere."""
    drafts = own_drafts()
    codes = {draft.id: services().access.has_code(draft.stored.case_id) for draft in drafts}
    return render_template("leave.html", drafts=drafts, codes=codes)


@pages.post("/leave")
def leave():
    """The browser forgets the drafts; those that nothing else opens are removed at once."""
    services().access.close(tokens())
    return wipe(make_response(render_template("left.html")))


@pages.get("/exit")
def quick_exit():
    """To a harmless page of another site, at once. Nothing is removed: the answers wait."""
    return redirect(services().settings.exit_to, 303)
