"""The check page: every answer grouped by page, what is wrong, and the way back to each."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from flask import Blueprint, render_template, url_for

from filings.questions.asking import Asked
from filings.questions.naming import Path
from filings.questions.pages import Page
from web.chain import fitting_instead
from web.display import displayed
from web.drafts import Draft, own_draft
from web.forms.gender import is_needless
from web.forms.raw import at
from web.forms.unanswered import to_the_point
from web.mending import mend_url
from web.way import back_url, page_url, rows_of
from web.wording import words_of

pages = Blueprint("check", __name__, url_prefix="/filing/<uuid:filing_id>")


@dataclass
class Line:
    """One answer on the check page."""

    title: str
    text: str
    url: str
    problem: str = ""
    note: str = ""


@dataclass
class Card:
    """One page on the check page; `groups` are its rows, each with a caption (empty when the page has no rows)."""

    page: Page
    url: str
    groups: list[tuple[str, list[Line]]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def is_mended_whole(self) -> bool:
        """Whether the card needs a link of its own: its lines have none, or do not lead to a new row."""
        return self.page.many or not self.groups


@pages.get("/check")
def show(filing_id: UUID):
    """All answers before the packet is made."""
    draft = own_draft(filing_id)
    cards = [_card(draft, page) for page in draft.pages]
    stray = [text for path, text in draft.problems if draft.place_of(path) is None and path[:1] != ("exhibits",)]
    summary = [
        (mend_url(draft, path, page), _title(draft, path, page), to_the_point(draft.questions.get(path), text))
        for path, text in draft.problems
        if (page := draft.place_of(path)) is not None
    ]
    return render_template(
        "check.html",
        draft=draft,
        cards=cards,
        summary=summary,
        stray=stray,
        instead=fitting_instead(draft.problems),
        words=words_of(draft),
        back=back_url_of_last(draft),
        exhibits=url_for("exhibits.show", filing_id=draft.id),
    )


def back_url_of_last(draft: Draft) -> str:
    """The last page of questions."""
    return page_url(draft, draft.pages[-1]) if draft.pages else back_url(draft, draft.pages[0])


def _card(draft: Draft, page: Page) -> Card:
    url = url_for("questions.page", filing_id=draft.id, key=page.key, back="check")
    card = Card(page, url)
    whole = {(page.field,)} if page.block is not None else set()
    card.problems = [to_the_point(None, text) for path, text in draft.problems_on(page) if path in whole]
    if not page.many:
        lines = _lines(draft, page, (page.field,))
        card.groups += [("", lines)] if lines else []  # a block that may be left out, and was
        return card
    for number in range(len(rows_of(draft, page))):
        card.groups.append((f"Запись {number + 1}", _lines(draft, page, (page.field, number))))
    return card


def _lines(draft: Draft, page: Page, prefix: Path) -> list[Line]:
    wrong = dict(reversed(draft.problems_on(page)))
    return [
        Line(
            _full_title(draft, path, prefix),
            displayed(one),
            mend_url(draft, path, page),
            to_the_point(one, wrong.get(path, "")),
            draft.doubts[path].note if path in draft.doubts else "",
        )
        for path, one in draft.questions_in(page.field)
        if one.shape.block is None
        and one.asked is not False
        and _is_on(page, path, prefix)
        and not is_needless(one, at(draft.answers, path[:-1]))
    ]


def _is_on(page: Page, path: Path, prefix: Path) -> bool:
    if path[: len(prefix)] != prefix:
        return False
    return page.block is None or (len(path) > len(prefix) and path[len(prefix)] in page.names)


def _full_title(draft: Draft, path: Path, prefix: Path) -> str:
    """The question; inside an inner block with the block's name and the number of its row before it."""
    words = []
    for end in range(len(prefix) + 1, len(path) + 1):
        if isinstance(path[end - 1], int):
            words[-1] += f", {path[end - 1] + 1}"
        elif path[:end] in draft.questions:
            words.append(draft.questions[path[:end]].ask.title)
    return " — ".join(words) or draft.questions[path].ask.title


def _title(draft: Draft, path: Path, page: Page) -> str:
    found: Asked | None = next(
        (draft.questions[path[:end]] for end in range(len(path), 1, -1) if path[:end] in draft.questions), None
    )
    return found.ask.title if found else page.title
