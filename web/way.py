"""The way through a questionnaire: which page is next, which was before, how much is left."""

from __future__ import annotations

from flask import url_for

from filings.questions.naming import is_empty
from filings.questions.pages import Page
from web.drafts import Draft
from web.parts import Part


def page_url(draft: Draft, page: Page, **more: str) -> str:
    """Where the page is; an empty page of rows leads straight to its first row."""
    if page.many and not rows_of(draft, page):
        return row_url(draft, page, 0, **more)
    return url_for("questions.page", filing_id=draft.id, key=page.key, **more)


def row_url(draft: Draft, page: Page, row: int, **more: str) -> str:
    """Where one row of the page is asked."""
    return url_for("questions.row", filing_id=draft.id, key=page.key, row=row, **more)


def rows_of(draft: Draft, page: Page) -> list:
    """The rows collected on the page so far."""
    rows = draft.answers.get(page.field)
    return rows if isinstance(rows, list) else []


def first_url(draft: Draft) -> str:
    """The first page of the questionnaire."""
    return page_url(draft, draft.pages[0])


def resume_url(draft: Draft) -> str:
    """The sections of a long questionnaire; of a short one the first page still to be answered, then the check page."""
    if draft.is_long and draft.answers:
        return url_for("tasks.show", filing_id=draft.id)
    for page in draft.pages:
        if draft.problems_on(page):
            return page_url(draft, page)
    return url_for("check.show", filing_id=draft.id)


def next_url(draft: Draft, page: Page) -> str:
    """The page after `page`; the check page after the last one.

    At the end of a section those that are done are passed over, and sections left behind are come back to.
    """
    place = _place(draft, page)
    part = next((one for one in draft.parts if page in one.pages), None)
    if draft.is_long and part and page == part.pages[-1]:
        return _after_part(draft, part)
    if place + 1 < len(draft.pages):
        return page_url(draft, draft.pages[place + 1])
    return url_for("check.show", filing_id=draft.id)


def back_url(draft: Draft, page: Page) -> str:
    """The page before `page`; the description of the kind before the first one."""
    place = _place(draft, page)
    if place > 0:
        return page_url(draft, draft.pages[place - 1])
    return url_for("home.kind", name=draft.kind.name)


def after_change_url(before: Draft, after: Draft, page: Page) -> str:
    """From the check page back to it, by way of pages that the change has opened."""
    known = {one.key for one in before.pages}
    for one in after.pages:
        if one.key not in known and is_empty(after.answers.get(one.field)):
            return page_url(after, one, back="check")
    return url_for("check.show", filing_id=after.id, _anchor=f"page-{page.key}")


def earlier_problem(draft: Draft, page: Page) -> Page | None:
    """A page before this one of the same block whose answers turned out wrong now that the block is complete."""
    same = [one for one in draft.pages if one.field == page.field]
    return next((one for one in same[: same.index(page)] if draft.problems_on(one)), None) if page in same else None


def left_in_words(draft: Draft, page: Page) -> str:
    """«После этой останется 5 страниц»; of a long questionnaire «Дальше — ещё 5 разделов»."""
    if draft.is_long:
        left = [part for part in draft.parts if part.is_left and page not in part.pages]
        return f"Дальше — ещё {_count_of(left)}" if left else "Это последний раздел"
    left = len(draft.pages) - _place(draft, page) - 1
    if left == 0:
        return "Последняя страница вопросов"
    verb = plural(left, "останется", "останутся", "останется")
    return f"После этой {verb} {left} {plural(left, 'страница', 'страницы', 'страниц')}"


def progress_in_words(draft: Draft) -> str:
    """How far the whole draft is: «Осталось 2 коротких раздела», «Всё готово»."""
    return parts_in_words([part for part in draft.parts if part.is_left])


def parts_in_words(left: list[Part]) -> str:
    """«Осталось 2 коротких раздела», «Осталось 5 разделов», «Всё готово»."""
    if not left:
        return "Всё готово"
    return f"{plural(len(left), 'Остался', 'Осталось', 'Осталось')} {_count_of(left)}"


def plural(number: int, one: str, few: str, many: str) -> str:
    """The form of a noun or verb that agrees with the number."""
    if number % 10 == 1 and number % 100 != 11:
        return one
    return few if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else many


def _after_part(draft: Draft, part: Part) -> str:
    place = draft.parts.index(part)
    later = [one for one in draft.parts[place + 1 :] if one.state != "done"]
    earlier = [one for one in draft.parts[:place] if one.is_left]
    waiting = later + earlier
    return page_url(draft, waiting[0].pages[0]) if waiting else url_for("check.show", filing_id=draft.id)


def _count_of(left: list[Part]) -> str:
    """«2 коротких раздела»; that they are short is said when all are."""
    count = len(left)
    if all(part.is_short for part in left):
        return f"{count} {plural(count, 'короткий раздел', 'коротких раздела', 'коротких разделов')}"
    return f"{count} {plural(count, 'раздел', 'раздела', 'разделов')}"


def _place(draft: Draft, page: Page) -> int:
    return next((place for place, one in enumerate(draft.pages) if one.key == page.key), 0)
