"""The consent to the processing of personal data: a document of its own, kept with each draft as it was read.

152-ФЗ, ст. 9, in force from 01.09.2025: the consent is drawn up apart from other papers that a person confirms.
"""

from __future__ import annotations

import hashlib
from datetime import date

from flask import Blueprint, render_template

from web.config import FINISHED_DAYS, KEEP_DAYS
from web.services import services
from web.storage.cases import Consent

# A change of the text is a new version; the old text stays in the history of the repository.
VERSION = date(2026, 11, 22)

pages = Blueprint("consent", __name__)


@pages.get("/consent")
def show():
    """The document, to be read and printed by itself."""
    return render_template("consent.html", text=_text(), version=VERSION)


def consent_given() -> Consent:
    """What goes into the record of a person who has just ticked the box."""
    return Consent(VERSION.isoformat(), hashlib.sha256(_text().encode()).digest())


def _text() -> str:
    return render_template(
        "consent_text.html", settings=services().settings, keep_days=KEEP_DAYS, finished_days=FINISHED_DAYS
    )
