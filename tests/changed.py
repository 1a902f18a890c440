"""A sample's answers with some of them changed, and the filing or the problems that come of them."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

from today import ON

from filings.catalogue import Kind, kind_of
from filings.documents.attachments import attachments
from filings.documents.paperwork import Paperwork
from filings.documents.word_text import text_of
from filings.questions.reading import read_answers
from filings.questions.validation import validate
from filings.schemas.base import Filing

SAMPLES = Path(__file__).parent / "samples"
ABSENT = "—"


@cache
def _read(path: Path) -> dict[str, Any]:
    return read_answers(path)


def sample_path(kind: Kind, name: str) -> Path:
    """«plain» is the product's own sample, the others lie in tests/samples/<kind>/."""
    return kind.sample if name == "plain" else SAMPLES / kind.name / f"{name}.yaml"


def changed(kind: Kind, sample: str, changes: dict[str, Any]) -> dict[str, Any]:
    """The answers with `долги.0.срок: …` put in their places; ABSENT takes an answer away."""
    found = copy.deepcopy(_read(sample_path(kind, sample)))
    for path, value in changes.items():
        *inner, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        place: Any = found
        for part in inner:
            place = place[part] if isinstance(place, list) else place.setdefault(part, {})
        if value == ABSENT:
            del place[last]
        else:
            place[last] = value
    return found


def filing_of(name: str, sample: str, changes: dict[str, Any]) -> Filing:
    """The valid filing, or AnswersError."""
    kind = kind_of(name)
    return validate(kind.model, changed(kind, sample, changes), on=ON)


def text_of_filing(name: str, filing: Filing) -> str:
    """The words of the document with its list of attachments, one space between words."""
    conclusions = filing.conclude(ON)
    calculation = (filing.calculation_title, 1) if conclusions.calculation else None
    items = attachments((), filing.exhibits, calculation, filing.papers(conclusions))
    docx = Paperwork(kind_of(name).template, filing, conclusions, ON).filing_document(items)
    return " ".join(text_of(docx).split())
