"""A person's draft as the pages see it: the kind, the raw answers, the pages asked, the problems left."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from flask import abort

from filings.catalogue import Kind, kinds
from filings.questions.asking import Asked
from filings.questions.messages import Refusal
from filings.questions.naming import Path
from filings.questions.pages import Page
from web.analysis import Analysis, Made, Problems, analysis_of
from web.clock import day_of, today
from web.parts import Part
from web.services import services
from web.storage.cases import StoredFiling
from web.storage.expiry import expires_at
from web.visitor import own_filing, tokens

_LONG = 8


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
    def _analysis(self) -> Analysis:
        return analysis_of(self.kind.model, self.answers, today())

    @property
    def pages(self) -> list[Page]:
        """The pages that are asked, given the answers."""
        return self._analysis.pages

    @property
    def questions(self) -> dict[Path, Asked]:
        """Every question of the filing by its path."""
        return self._analysis.questions

    def questions_in(self, field: str) -> list[tuple[Path, Asked]]:
        """The questions of one field of the filing, in order."""
        return self._analysis.questions_by_field.get(field, [])

    @property
    def problems(self) -> Problems:
        """Everything wrong with the answers today."""
        return self._analysis.problems

    @property
    def doubts(self) -> dict[Path, Refusal]:
        """The numbers kept although their check digit fails, by the path of the answer."""
        return self._analysis.doubts

    @property
    def parts(self) -> list[Part]:
        """The pages grouped into sections, each with how far it is."""
        return self._analysis.parts

    @property
    def is_long(self) -> bool:
        """Whether a list of sections helps more than it delays."""
        return len(self.pages) > _LONG

    @property
    def expires_on(self) -> date:
        """The day on which the draft is removed if nobody opens it until then."""
        return day_of(expires_at(self.stored.touched_at, finished=self.stored.finished))

    @property
    def changed_on(self) -> date:
        """The day of the last change."""
        return day_of(self.stored.changed_at)

    @property
    def days_left(self) -> int:
        """How many days remain until it is removed."""
        return (self.expires_on - today()).days

    def keep(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` finds in these answers, found once while they stay the same; nobody may change it."""
        return self._analysis.keep(name, make)

    def page(self, key: str) -> Page | None:
        """The asked page with this key."""
        return next((page for page in self.pages if page.key == key), None)

    def problems_on(self, page: Page) -> Problems:
        """The problems that the person mends on `page`."""
        return self._analysis.problems_by_page.get(page.key, [])

    def place_of(self, path: Path) -> Page | None:
        """The page where the answer at `path` is given; None when no page asks for it."""
        return self._analysis.place_of(path)


def own_draft(filing_id: UUID) -> Draft:
    """The draft if it was begun in this browser and its kind still exists; 404 otherwise."""
    stored = own_filing(filing_id)
    kind = kinds().get(stored.kind)
    if kind is None:
        abort(404)
    return Draft(stored, kind)


def own_drafts() -> list[Draft]:
    """The drafts begun in this browser whose kinds still exist, the latest change first."""
    found = services().cases.all_of(tokens()) if tokens() else []
    return [Draft(one, kinds()[one.kind]) for one in found if one.kind in kinds()]
