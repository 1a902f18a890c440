"""The calculators: one page a rule, made from the rule's own input model; the address carries the numbers."""

from __future__ import annotations

from flask import Flask

from filings.russian.typography import typeset
from web.calculators import files, pages


def register(app: Flask) -> None:
    """Registers the pages and the files that can be taken from them."""
    app.jinja_env.filters["typeset"] = typeset
    app.register_blueprint(pages.pages)
    app.register_blueprint(files.pages)
