"""The pages of the service: a person answers questions and leaves with a packet. Imports filings, never back."""

from __future__ import annotations

from flask import Flask

from web import (
    assets,
    calculators,
    chain,
    check,
    clock,
    conflicts,
    consent,
    errors,
    exhibits,
    home,
    leaving,
    limits,
    looks,
    notes,
    packet,
    preview,
    questions,
    reading,
    resume,
    security,
    tasks,
    wording,
)
from web.api import routes as api
from web.config import Settings
from web.services import open_services


def create_app(settings: Settings | None = None) -> Flask:
    """The application over the database and files of `settings`, by default those of the environment."""
    settings = settings or Settings.from_environment()
    app = Flask(__name__, template_folder="pages", static_folder="static")
    security.protect(app, settings)
    errors.register(app)
    clock.register(app)
    app.extensions["filings"] = open_services(settings)
    looks.register(app)
    assets.register(app)
    notes.register(app)
    limits.register(app, settings.limits)
    conflicts.register(app)
    for concept in (
        home,
        consent,
        tasks,
        resume,
        leaving,
        questions,
        preview,
        check,
        exhibits,
        packet,
        reading,
        chain,
        wording,
    ):
        app.register_blueprint(concept.pages)
    calculators.register(app)
    api.register(app)
    app.extensions["filings"].assembler.resume()
    return app
