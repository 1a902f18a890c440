"""What the person has said before is offered instead of being typed again: people, bodies, addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from filings.carrying import carried
from filings.questions.naming import Path, is_empty, says_unknown
from filings.questions.pages import Page
from filings.questions.shape import shape_of
from web.drafts import Draft, own_draft, own_drafts
from web.forms.raw import put

_MOST = 4
_LABEL_LENGTH = 110
_LABEL_PARTS = 3


@dataclass(frozen=True)
class Offer:
    """A button: what it says and the value that it sends."""

    label: str
    action: str


def offers_for(draft: Draft, page: Page) -> list[Offer]:
    """Answers of the visitor's other documents that fit a page nobody has begun."""
    if page.block is None or page.many or page.key != page.field or not is_empty(draft.answers.get(page.field)):
        return []
    found: dict[str, Offer] = {}
    for other in own_drafts():
        if other.id == draft.id:
            continue
        label = _label(carried(other.kind, other.answers, draft.kind).get(page.field))
        if label:
            found.setdefault(label, Offer(label, f"take:{other.id}"))
    return list(found.values())[:_MOST]


def taken(draft: Draft, page: Page, other: str, answers: dict[str, Any]) -> dict[str, Any]:
    """The answers with the page filled from another document; what was typed already wins."""
    try:
        source = own_draft(UUID(other))
    except ValueError:
        return answers
    given = carried(source.kind, source.answers, draft.kind).get(page.field)
    if page.many or not isinstance(given, dict):
        return answers
    typed = {name: value for name, value in (answers.get(page.field) or {}).items() if not is_empty(value)}
    return {**answers, page.field: {**given, **typed}}


def same_addresses(draft: Draft, path: Path, value: Any) -> list[Offer]:
    """Addresses given elsewhere in the document, for an address that is still empty.

    People live together; a court or an employer is at nobody else's address.
    """
    if not is_empty(value):
        return []
    others = (
        (one.path, str(one.value))
        for one in draft.questions.values()
        if one.shape.widget.kind == "address"
        and one.path != path
        and not is_empty(one.value)
        and (one.path[0] == path[0] or not (_has_title(draft, one.path) or _has_title(draft, path)))
    )
    name = ".".join(map(str, path))
    found = {text: Offer(text[:_LABEL_LENGTH], f"same:{name}={'.'.join(map(str, other))}") for other, text in others}
    return list(found.values())[:_MOST]


def _has_title(draft: Draft, path: Path) -> bool:
    """Whether the block of the address is called by a title, as organisations are."""
    page = draft.place_of(path)
    block = page.block if page is not None else None
    return block is not None and "title" in block.model_fields


def with_same(draft: Draft, spec: str, answers: dict[str, Any]) -> dict[str, Any]:
    """The answers with one address put where another stands; names that are no addresses change nothing."""
    target, _, source = spec.partition("=")
    known = {".".join(map(str, one.path)): one for one in draft.questions.values()}
    given = known.get(source)
    wanted = tuple(int(part) if part.isdecimal() else part for part in target.split("."))
    if given is None or given.shape.widget.kind != "address" or not _is_address(draft, wanted):
        return answers
    return put(answers, wanted, given.value)


def _is_address(draft: Draft, path: Path) -> bool:
    """Whether a page asks for an address there; the block may not have been begun yet."""
    page = draft.place_of(path)
    if page is None or page.block is None or not isinstance(path[-1], str):
        return page is not None and page.shape.widget.kind == "address"
    field = page.block.model_fields.get(path[-1])
    return field is not None and shape_of(field).widget.kind == "address"


def _label(block: Any) -> str:
    """«Иванова Мария Петровна, г. Тверь…»: the first answers of the block."""
    if not isinstance(block, dict):
        return ""
    words = [str(value) for value in block.values() if isinstance(value, str) and not is_empty(value)]
    words = [word for word in words if not says_unknown(word) and any("а" <= sign <= "я" for sign in word.casefold())]
    text = " ".join(words[:_LABEL_PARTS])
    return text if len(text) <= _LABEL_LENGTH else text[: _LABEL_LENGTH - 1] + "…"
