"""Going on with a draft on another device: by a short code or a link, without an account."""

from __future__ import annotations

from uuid import UUID

import segno
from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from markupsafe import Markup

from web.drafts import own_draft
from web.limits import limits
from web.services import services
from web.storage.secrecy import digits_of, in_groups
from web.visitor import remember

pages = Blueprint("resume", __name__)


@pages.get("/filing/<uuid:filing_id>/device")
def device(filing_id: UUID):
    """What a code is, and the button that gives one."""
    draft = own_draft(filing_id)
    return render_template("device.html", draft=draft, has_code=services().access.has_code(draft.stored.case_id))


@pages.post("/filing/<uuid:filing_id>/device")
def issue(filing_id: UUID):
    """A new code and a link, shown this once: we keep their hashes only."""
    draft = own_draft(filing_id)
    if request.form.get("do") == "withdraw":
        services().access.withdraw(draft.stored)
        flash("Код и ссылка больше не действуют.")
        return redirect(url_for("resume.device", filing_id=draft.id))
    code, secret = services().access.issue(draft.stored)
    link = url_for("resume.link", secret=secret, _external=True)
    return render_template("device.html", draft=draft, code=in_groups(code), link=link, picture=_picture(link))


@pages.route("/resume", methods=["GET", "POST"])
def code():
    """Takes a code and opens its draft in this browser."""
    if request.method == "GET":
        return render_template("resume.html")
    limits().check("code")
    typed = request.form.get("code", "")
    digits = digits_of(typed)
    opened = services().access.open_by_code(digits) if digits else None
    if opened is None:
        limits().count("code")
        wrong = "Черновика с таким кодом нет" if digits else "В коде двенадцать цифр, например 4829 1530 7664"
        return render_template("resume.html", typed=typed[:40], wrong=wrong), 422
    return _go_on(*opened)


@pages.get("/resume/<secret>")
def link(secret: str):
    """Asks before it opens: a messenger that looks at the link beforehand must not get the draft."""
    limits().check("code")
    if not services().access.knows_link(secret):
        limits().count("code")
        abort(404)
    return render_template("resume_link.html", secret=secret)


@pages.post("/resume/<secret>")
def open_link(secret: str):
    """Opens the draft of the link in this browser."""
    limits().check("code")
    opened = services().access.open_by_link(secret)
    if opened is None:
        limits().count("code")
        abort(404)
    return _go_on(*opened)


def _go_on(token: str, filing_id: UUID):
    remember(token, lasting=request.form.get("foreign") != "yes")
    flash("Черновик открыт и на этом устройстве. Всё, что вы ответили раньше, на месте.")
    return redirect(url_for("home.resume", filing_id=filing_id))


def _picture(link: str) -> Markup:
    """The link as a QR code for a phone's camera."""
    return Markup(
        segno.make(link, error="m").svg_inline(scale=4, dark="#000", light="#fff", svgclass="qr", lineclass=None)
    )
