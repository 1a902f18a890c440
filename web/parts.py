"""The sections of a long questionnaire, from the schema alone: which pages belong together, how far each section is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from filings.questions.conditions import terms
from filings.questions.naming import is_empty
from filings.questions.pages import Page

_SHORT = 2
STATES = {"done": "Готово", "begun": "Начато", "empty": "Не начато", "optional": "Если нужно"}


@dataclass(frozen=True)
class Part:
    """A section: its pages and its state, one of STATES."""

    title: str
    pages: tuple[Page, ...]
    state: str

    @property
    def words(self) -> str:
        """The state in Russian."""
        return STATES[self.state]

    @property
    def is_short(self) -> bool:
        """Whether the section takes a minute."""
        return len(self.pages) <= _SHORT

    @property
    def is_left(self) -> bool:
        """Whether something must still be answered there."""
        return self.state in ("begun", "empty")


def parts_of(pages: list[Page], answers: dict[str, Any], wrong: set[str]) -> list[Part]:
    """The sections of `pages`; `wrong` are the keys of pages where something is missing or wrong."""
    return [Part(_title(group), tuple(group), _state(group, answers, wrong)) for group in _groups(pages)]


def _groups(pages: list[Page]) -> list[list[Page]]:
    """A page goes with the one before it when both are of one block, or its condition rests on that section.

    Where the schema names a section itself (`part` of a page), the section lasts until the next name.
    """
    named = any(_named(page) for page in pages)
    groups: list[list[Page]] = []
    for page in pages:
        joins = not _named(page) if named else bool(groups) and _belongs(page, groups[-1])
        if groups and joins:
            groups[-1].append(page)
        else:
            groups.append([page])
    return groups


def _named(page: Page) -> str:
    return getattr(page.ask, "part", "") if page.title == page.ask.title else ""


def _belongs(page: Page, group: list[Page]) -> bool:
    fields = {one.field for one in group}
    return page.field in fields or any(term.path.split(".")[0] in fields for term in terms(page.ask.when))


def _title(group: list[Page]) -> str:
    return _named(group[0]) or group[0].title


def _state(group: list[Page], answers: dict[str, Any], wrong: set[str]) -> str:
    begun = any(_is_answered(page, answers) for page in group)
    if any(page.key in wrong for page in group):
        return "begun" if begun else "empty"
    return "done" if begun else "optional"


def _is_answered(page: Page, answers: dict[str, Any]) -> bool:
    answer = answers.get(page.field)
    if page.block is None or page.many or not isinstance(answer, dict):
        return not is_empty(answer)
    return any(not is_empty(answer.get(name)) for name in page.names)
