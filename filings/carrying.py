"""Answers carried over from one filing to the next in the chain: what the person has said once is not asked again."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ValidationError

from filings.catalogue import Kind
from filings.questions import Block, ask_of
from filings.questions.asking import may_be_unknown, without_unasked, without_unknown
from filings.questions.kept import KEPT, keeping
from filings.questions.naming import Path, english_names
from filings.questions.shape import Shape, adapter_of, shape_of
from filings.questions.validation import problems_of
from filings.schemas.organisations import Recipient

# The same person or body under the names that different kinds of papers give them: page -> pages to look at.
_SAME = {
    "claimant": ("claimant", "applicant", "mover"),
    "applicant": ("applicant", "claimant", "mover"),
    "mover": ("mover", "claimant", "applicant"),
    "employer": ("employer", "organisation", "recipient"),
    "organisation": ("organisation", "employer", "recipient"),
    "citizen": ("citizen", "debtor"),
    "debtor": ("debtor", "citizen"),
}
_ADDRESSEE = "recipient"


def carried(source: Kind, answers: dict[str, Any], target: Kind, on: date | None = None) -> dict[str, Any]:
    """The answers to `source` that answer questions of `target` too, under English names.

    A page takes the answers of the page of its own name, else of the page that asks for the same person or body;
    inside a block question by question, each only when its type accepts the answer, or the person has said to keep
    a number against its check digit, or has said «не знаю» where the new question allows it too. What a person has to
    say anew for this filing (exhibits, corrected declensions) stays behind, and so does what this filing refuses on the
    day `on` (today unless given): a court of the other level, an act that has not been drawn. The target may infer
    more: a complaint knows what the demand before it was about.
    """
    given, _ = english_names(source.model, answers)
    with keeping(given):
        found = _pages(source, given, target)
    found |= target.model.inferred(without_unknown(source.model, given))
    if KEPT in given:
        found[KEPT] = given[KEPT]
    return _without_refused(target.model, found, on or date.today())


def _pages(source: Kind, given: dict[str, Any], target: Kind) -> dict[str, Any]:
    found = {}
    for name, field in target.model.model_fields.items():
        if not ask_of(name, field).own_page:
            continue
        value = _source_of(name, given, source, target)
        fitting = _fitting(shape_of(field), value, field) if value not in (None, "", [], {}) else None
        if fitting not in (None, {}, []):
            found[name] = fitting
    return found


def _without_refused(model: type[Block], found: dict[str, Any], on: date) -> dict[str, Any]:
    """Less every answer with a problem; a block whose first question is refused is left out as a whole."""
    found, _ = without_unasked(model, found)
    while refused := [path for path, _ in problems_of(model, found, on=on) if _is_given(found, path)]:
        for page, *inner in refused:
            block = shape_of(model.model_fields[page]).block
            whole = not inner or block is None or inner[0] in (next(iter(block.model_fields)), 0) or len(inner) > 1
            found[page] = {} if whole else {name: value for name, value in found[page].items() if name != inner[0]}
        found = {name: value for name, value in found.items() if value not in ({}, [])}
    return found


def _is_given(answers: Any, path: Path) -> bool:
    """Whether there is an answer at that path, so that the problem is not that it is missing."""
    for part in path:
        try:
            answers = answers[part]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def _source_of(name: str, given: dict[str, Any], source: Kind, target: Kind) -> Any:
    """An addressee is carried over only to a filing for the same sort of addressee: a complaint goes further up."""
    if name == _ADDRESSEE and not _same_addressee(source, target):
        employer = _block_of(target, name)
        return given.get("employer") if employer and employer is _block_of(source, "employer") else None
    return next((given[other] for other in _SAME.get(name, (name,)) if other in given), None)


def _same_addressee(source: Kind, target: Kind) -> bool:
    block = _block_of(target, _ADDRESSEE)
    return block is not None and block is not Recipient and block is _block_of(source, _ADDRESSEE)


def _block_of(kind: Kind, name: str) -> type[Block] | None:
    field = kind.model.model_fields.get(name)
    return shape_of(field).block if field else None


def _fitting(shape: Shape, value: Any, field: Any) -> Any:
    if shape.block is None:
        return value if _accepts(field, value) or may_be_unknown(field, value) else None
    if shape.many:
        rows = value if isinstance(value, list) else [value]
        return [row for one in rows if (row := _block(shape.block, one))]
    return _block(shape.block, value)


def _block(block: type[Block], value: Any) -> dict[str, Any]:
    """The answers of `value` that questions of `block` accept, each by itself."""
    if not isinstance(value, dict):
        return {}
    found = {}
    for name, field in block.model_fields.items():
        inner = value.get(name)
        if inner in (None, "", [], {}):
            continue
        fitting = _fitting(shape_of(field), inner, field)
        if fitting not in (None, {}, []):
            found[name] = fitting
    return found


def _accepts(field: Any, value: Any) -> bool:
    try:
        adapter_of(field).validate_python(value)
    except ValidationError:
        return False
    return True
