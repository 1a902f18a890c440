"""Is a kind fit for use: its template against its schema, on every branch, before any person meets it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from filings.catalogue import Kind
from filings.documents import package
from filings.documents.attachments import Attachment
from filings.documents.contract import ANYTHING, names_in, names_of, union
from filings.documents.inspection import Fault, inspect
from filings.documents.paperwork import Paperwork
from filings.questions.reading import read_answers
from filings.questions.validation import validate


def review(kind: Kind, on: date, template: Path | None = None) -> list[Fault]:
    """Faults of the kind's template, or of `template` meant for it; TemplateError when it is not a Word file."""
    path = template or kind.template
    return inspect(path.name, package.content_of(path), known_names(kind, on))


def known_names(kind: Kind, on: date) -> dict[str, Any]:
    """The tree of names that a template of the kind can read: the schema's, and what the sample's context adds."""
    filing = validate(kind.model, read_answers(kind.sample), on=on)
    conclusions = filing.conclude(on)
    context = Paperwork(kind.template, filing, conclusions, on).filing_context([Attachment(1, "Документ")])
    asked = {name: tree for name, tree in names_of(kind.model).items() if name in context}
    return union(asked | {"приложения": ANYTHING}, union(names_of(type(conclusions)), names_in(context)))
