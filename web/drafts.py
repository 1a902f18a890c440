"""A person's draft as the pages see it: the kind, the raw answers, the pages asked, the problems left."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from flask import abort

from filings.catalogue import Kind, kinds
from filings.questions.asking import Asked, questions_of
from filings.questions.naming import Path
from filings.questions.pages import Page, pages_asked
from filings.questions.validation import problems_of
from web.clock import today
from web.storage.cases import StoredFiling
from web.visitor import own_filing

Problems = list[tuple[Path, str]]


@dataclass(frozen=True)
class Draft:
    """The stored filing with what its schema says about it."""

    stored: StoredFiling
    kind: Kind

    @property
    def id(self) -> UUID:
        """The filing's id, which stands in addresses and opens nothing by itself."""
        return self.stored.id

    @property
    def answers(self) -> dict[str, Any]:
        """The raw answers under English names."""
        return self.stored.answers

    @cached_property
    def pages(self) -> list[Page]:
        """The pages that are asked, given the answers."""
        return pages_asked(self.kind.model, self.answers)

    @cached_property
    def questions(self) -> dict[Path, Asked]:
        """Every question of the filing by its path."""
        return {one.path: one for one in questions_of(self.kind.model, self.answers)}

    @cached_property
    def problems(self) -> Problems:
        """Everything wrong with the answers today."""
        return problems_of(self.kind.model, self.answers, on=today())

    def page(self, key: str) -> Page | None:
        """The asked page with this key."""
        return next((page for page in self.pages if page.key == key), None)

    def problems_on(self, page: Page) -> Problems:
        """The problems that the person mends on `page`."""
        return [(path, text) for path, text in self.problems if self.place_of(path) == page]

    def place_of(self, path: Path) -> Page | None:
        """The page where the answer at `path` is given; None when no page asks for it."""
        same = [page for page in self.pages if path and page.field == path[0]]
        exact = (page for page in same if len(path) > 1 and path[1] in page.names)
        return next(exact, same[0] if same else None)


def own_draft(filing_id: UUID) -> Draft:
    """The draft if it was begun in this browser and its kind still exists; 404 otherwise."""
    stored = own_filing(filing_id)
    kind = kinds().get(stored.kind)
    if kind is None:
        abort(404)
    return Draft(stored, kind)
