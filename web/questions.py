"""The questions: one page a group, one page a row, made from the schema; every answer sent is saved."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for

from filings.questions.asking import without_unasked
from filings.questions.naming import Path, is_empty
from filings.questions.pages import Page
from filings.schemas.parties import Sex
from web.chain import fitting_instead
from web.conflicts import stop_if_changed
from web.drafts import Draft, own_draft
from web.forms.page_form import PageForm
from web.forms.raw import at, put, tidy, without
from web.reuse import offers_for, taken, with_same
from web.row_pages import (
    back_args,
    is_move,
    is_nothing_new,
    more_words,
    moved,
    rows_beside,
    save_rows,
    show_rows,
    table_columns,
    url_after_row,
)
from web.services import services
from web.way import after_change_url, back_url, earlier_problem, left_in_words, next_url, page_url, row_url, rows_of

pages = Blueprint("questions", __name__, url_prefix="/filing/<uuid:filing_id>/questions")


@pages.get("/<key>")
def page(filing_id: UUID, key: str):
    """The page with what was answered; with `show` also what is wrong there."""
    draft, asked = _asked(filing_id, key)
    if asked.many and not rows_of(draft, asked) and "show" not in request.args:
        return redirect(row_url(draft, asked, 0, **back_args()))
    if asked.many:
        return show_rows(draft, asked)
    return _show(draft, asked, PageForm(draft.kind.model, asked, draft.answers), checked="show" in request.args)


@pages.post("/<key>")
def save(filing_id: UUID, key: str):
    """Saves the page, whatever is wrong on it, then goes on or says what to mend."""
    draft, asked = _asked(filing_id, key)
    if asked.many:
        return save_rows(draft, asked)
    return _save(draft, asked, None)


@pages.get("/<key>/<int:row>")
def row(filing_id: UUID, key: str, row: int):
    """One row of a page that collects rows; the number after the last one is a new row."""
    draft, asked = _asked_row(filing_id, key, row)
    form = PageForm(draft.kind.model, asked, draft.answers, row=row)
    return _show(draft, asked, form, row=row, checked="show" in request.args)


@pages.post("/<key>/<int:row>")
def save_row(filing_id: UUID, key: str, row: int):
    """Saves one row; a further one that is left blank is none."""
    draft, asked = _asked_row(filing_id, key, row)
    if not is_nothing_new(draft, asked, row):
        return _save(draft, asked, row)
    return moved(draft, asked, row) if is_move() else redirect(url_after_row(draft, draft, asked))


def _asked(filing_id: UUID, key: str) -> tuple[Draft, Page]:
    draft = own_draft(filing_id)
    return draft, draft.page(key) or abort(404)


def _asked_row(filing_id: UUID, key: str, row: int) -> tuple[Draft, Page]:
    draft, asked = _asked(filing_id, key)
    if not asked.many or row > len(rows_of(draft, asked)):
        abort(404)
    return draft, asked


def _save(before: Draft, asked: Page, row: int | None):
    action = request.form.get("do", "next")
    after = _saved(before, asked, row, prune=action in ("next", "more") or is_move())
    if row is not None and is_move():
        return moved(after, asked, row)
    if action == "preview":
        where = {"page": asked.key} | ({} if row is None else {"row": row})
        return redirect(url_for("preview.show", filing_id=after.id, **where))
    if action not in ("next", "more"):
        prefix = PageForm(after.kind.model, asked, after.answers, row=row).prefix
        return redirect(_here(after, asked, row, anchor=_place_of(action, prefix)))
    newly = _newly_asked(before, after, asked, row)
    if newly:
        flash("Ваш ответ открыл ещё вопросы. Ответьте, пожалуйста, и на них.")
        return redirect(_here(after, asked, row, anchor=newly))
    form = PageForm(after.kind.model, asked, after.answers, row=row, sent=request.form)
    judged = _with_row(after, form.prefix) if row is not None else after
    if _problems(judged, asked, form):
        return _show(judged, asked, form, row=row, checked=True), 422
    _tell_doubts(before, after, form)
    return redirect(_after(before, after, asked, row))


def _with_row(draft: Draft, place: Path) -> Draft:
    """The draft with a row that was sent empty, and so is not kept: each question in it is named."""
    if at(draft.answers, place) is not None:
        return draft
    return Draft(replace(draft.stored, answers=put(draft.answers, place, {})), draft.kind)


def _saved(before: Draft, asked: Page, row: int | None, *, prune: bool) -> Draft:
    model, dropped = before.kind.model, []

    def change(answers: dict) -> dict:
        stop_if_changed(before, asked, row, answers)
        form = PageForm(model, asked, answers, row=row, sent=request.form)
        answers = _inner_rows(form.saved_into(answers, request.form), form)
        answers = _reused(before, asked, answers)
        answers, gone = without_unasked(model, answers)
        dropped.extend(gone)
        return tidy(model, answers) if prune else answers

    stored = services().cases.change(before.id, change)
    _tell_dropped(before, dropped)
    return Draft(stored, before.kind)


def _reused(draft: Draft, asked: Page, answers: dict) -> dict:
    """Fills the page from an earlier document, or an address from another one: the buttons that offer it."""
    action, _, what = request.form.get("do", "").partition(":")
    if action == "take":
        return taken(draft, asked, what, answers)
    return with_same(draft, what, answers) if action == "same" else answers


def _inner_rows(answers: dict, form: PageForm) -> dict:
    """Adds or removes a row of a list inside the page: the buttons «Добавить» and «Убрать» beside it."""
    action, _, name = request.form.get("do", "").partition(":")
    group = next((one for one in form.groups() if one.name == name.rpartition("#")[0] or one.name == name), None)
    if group is None:
        return answers
    rows = at(answers, group.asked.path) or []
    if action == "add":
        return put(answers, (*group.asked.path, len(rows)), {})
    number = name.rpartition("#")[2]
    if action == "remove" and number.isdecimal() and int(number) < len(rows):
        return without(answers, (*group.asked.path, int(number)))
    return answers


def _tell_dropped(draft: Draft, dropped: list) -> None:
    """Says which earlier answers are no longer needed; answers that were typed on the same page are not told."""
    titles = [one.ask.title for one in dropped if not is_empty(at(draft.answers, one.path))]
    if titles:
        listed = ", ".join(f"«{title}»" for title in dict.fromkeys(titles))
        flash(f"После этого ответа больше не нужно: {listed}. Мы это убрали, остальное сохранено.")


def _tell_doubts(before: Draft, after: Draft, form: PageForm) -> None:
    """Says what is unlikely among the answers of the page, once, without stopping the person."""
    for path in (one.asked.path for one in form if one.asked.shape.widget.kind == "address"):
        earlier, note = (draft.doubts[path].note if path in draft.doubts else "" for draft in (before, after))
        if note not in ("", earlier):
            flash(f"{note}. Если так и есть, менять ничего не нужно.")


def _newly_asked(before: Draft, after: Draft, asked: Page, row: int | None) -> str:
    """The id of the first question that the answers opened and that the person has not seen; empty when none.

    A style sheet has shown what hangs on an option already, a script what hangs on any condition; neither can tell
    whether a name shows the sex.
    """
    scripted = request.form.get("seen") == "all"
    earlier = list(PageForm(before.kind.model, asked, before.answers, row=row))
    known = {one.name for one in earlier if not one.hidden}
    opened = {one.name for one in earlier if one.hidden and one.asked.shape.choice is not Sex}
    form = PageForm(after.kind.model, asked, after.answers, row=row)
    fresh = (one for one in form if not one.hidden and one.name not in known and not one.asked.value)
    return next((one.id for one in fresh if not ((scripted or form.is_shown_by_style(one)) and one.name in opened)), "")


def _place_of(action: str, prefix: Path) -> str:
    """The name of the question that a button stands at, as the page calls it."""
    verb, _, what = action.partition(":")
    if verb != "same":
        return what if verb in ("add", "remove") else ""
    return ".".join(what.partition("=")[0].split(".")[len(prefix) :])


def _problems(draft: Draft, asked: Page, form: PageForm) -> list:
    return [(path, text) for path, text in draft.problems_on(asked) if path[: len(form.prefix)] == form.prefix]


def _here(draft: Draft, asked: Page, row: int | None, anchor: str = "") -> str:
    more = {"back": request.args["back"]} if "back" in request.args else {}
    anchor = anchor.partition("#")[0].replace(".", "-")
    anchor = anchor if not anchor or anchor.startswith("q-") else f"q-{anchor}"
    if row is not None:
        return row_url(draft, asked, row, **more, **({"_anchor": anchor} if anchor else {}))
    return url_for("questions.page", filing_id=draft.id, key=asked.key, **more, _anchor=anchor or None)


def _after(before: Draft, after: Draft, asked: Page, row: int | None) -> str:
    if row is not None:
        return url_after_row(before, after, asked)
    if earlier := earlier_problem(after, asked):
        return page_url(after, earlier, show="1", **back_args())
    return after_change_url(before, after, asked) if back_args() else next_url(after, asked)


def _show(draft: Draft, asked: Page, form: PageForm, *, row: int | None = None, checked: bool = False) -> str:
    problems = _problems(draft, asked, form) if checked else []
    form.show_kept(draft.doubts)
    from_check = bool(back_args())
    back = url_for("check.show", filing_id=draft.id) if from_check else back_url(draft, asked)
    beside = [] if row is None else rows_beside(draft, asked, row)
    if beside:
        back = url_for("questions.page", filing_id=draft.id, key=asked.key, **back_args())
    return render_template(
        "question_page.html",
        draft=draft,
        page=asked,
        form=form,
        row=row,
        beside=beside,
        more_words=more_words(asked),
        columns=table_columns(asked) if row is not None else [],
        summary=form.show(problems),
        instead=fitting_instead(problems),
        offers=offers_for(draft, asked) if row is None else [],
        back=back,
        skip=url_for("check.show", filing_id=draft.id) if from_check else next_url(draft, asked),
        left="" if from_check else left_in_words(draft, asked),
    )
