"""Pages that collect rows: one page a row, with the rows made so far; all of them in a list; a pasted table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for

from filings.questions.naming import Path, is_empty
from filings.questions.pages import Page
from filings.questions.shape import shape_of
from web.drafts import Draft
from web.forms.fields import assumed, raw_answer
from web.forms.page_form import PageForm
from web.forms.raw import tidy, without
from web.forms.unanswered import to_the_point
from web.pasting import MOST_ROWS, columns_of, rows_in
from web.rows import line_of, row_mark, summary_of
from web.services import services
from web.way import after_change_url, back_url, left_in_words, next_url, row_url, rows_of

_MORE = re.compile(r" ещё( одн[оуа]\b)?")
_MOVES = ("row", "drop", "paste")
_KEPT_IN_TABLES = {"money", "number", "day", "month", "moment"}


@dataclass(frozen=True)
class Made:
    """A row that stands beside the one that is asked: its number, its answers in a line, its mark, what is wrong."""

    number: int
    text: str
    mark: str
    problem: str


def rows_beside(draft: Draft, asked: Page, row: int) -> list[Made]:
    """The rows made so far, without the one that the page asks."""
    wrong = {path[1]: _cell_problem(draft, path, text) for path, text in draft.problems_on(asked) if len(path) > 1}
    return [
        Made(
            number,
            line_of(draft, asked, number) or "пусто",
            f"{number}:{row_mark(one)}",
            wrong.get(number, ""),
        )
        for number, one in enumerate(rows_of(draft, asked))
        if number != row
    ]


def more_words(asked: Page) -> str:
    """«Сохранить и добавить ещё ребёнка»."""
    words = (asked.ask.add or "Добавить ещё").lower()
    return f"Сохранить и {words if 'ещё' in words else words.replace('добавить', 'добавить ещё', 1)}"


def table_columns(asked: Page) -> list[str]:
    """The columns of a table that can be pasted; none for lists that nobody keeps in one: people, reasons."""
    kinds = {shape_of(field).widget.kind for field in asked.questions.values()}
    return [title for _, title in columns_of(asked.block)] if kinds & _KEPT_IN_TABLES else []


def is_nothing_new(draft: Draft, asked: Page, row: int) -> bool:
    """Whether a further row is left as it came while the person goes on, or was saved when a button was pressed first.

    «Убрать» moves the later rows up: pressed twice, it would save the row that is asked once more.
    """
    rows, verb = rows_of(draft, asked), request.form.get("do", "next").partition(":")[0]
    if row < len(rows) or verb not in ("next", *_MOVES) or not (rows or asked.ask.optional):
        return False
    form = PageForm(draft.kind.model, asked, draft.answers, row=row, sent=request.form)
    given = [(one.asked, raw_answer(one.asked, one.control)) for one in form]
    blank = all(is_empty(value) or value == assumed(one) for one, value in given)
    sent = tidy(draft.kind.model, form.saved_into(draft.answers, request.form))
    return blank or (verb == "drop" and sent[asked.field][-1] in rows)


def is_move() -> bool:
    """Whether the button leads to another row, removes one or takes a table: the row is saved, whatever it lacks."""
    return request.form.get("do", "").partition(":")[0] in _MOVES


def moved(draft: Draft, asked: Page, row: int):
    """Does what the button says with the other rows."""
    verb, _, what = request.form.get("do", "").partition(":")
    if verb == "paste":
        _paste_rows(draft, asked)
        return redirect(url_for("questions.page", filing_id=draft.id, key=asked.key, **back_args()))
    number = int(what.partition(":")[0]) if what.partition(":")[0].isdecimal() else row
    rows = len(rows_of(draft, asked))
    if verb == "drop" and _remove_row(draft, asked, what):
        row, rows = row - (number < row), rows - 1
    return redirect(row_url(draft, asked, min(number if verb == "row" else row, rows), **back_args()))


def url_after_row(before: Draft, after: Draft, asked: Page) -> str:
    """A further row, the list when something is wrong in it, else the next page or back to the check page."""
    if request.form.get("do") == "more":
        return row_url(after, asked, len(rows_of(after, asked)), **back_args())
    if after.problems_on(asked):
        return url_for("questions.page", filing_id=after.id, key=asked.key, show="1", **back_args())
    return after_change_url(before, after, asked) if back_args() else next_url(after, asked)


def back_args() -> dict[str, str]:
    """What keeps the way back to the check page in addresses."""
    return {"back": "check"} if request.args.get("back") == "check" else {}


def show_rows(draft: Draft, asked: Page, problem: str = "") -> str:
    """The page with a summary of every row and what is wrong in it."""
    more = back_args()
    rows = [
        (
            summary_of(draft, asked, number),
            row_url(draft, asked, number, **more),
            f"{number}:{row_mark(row)}",
            [_cell_problem(draft, path, text) for path, text in draft.problems_on(asked) if path[1:2] == (number,)],
        )
        for number, row in enumerate(rows_of(draft, asked))
    ]
    return render_template(
        "rows_page.html",
        draft=draft,
        page=asked,
        rows=rows,
        problem=problem or (_whole_problem(draft, asked) if "show" in request.args else ""),
        add=row_url(draft, asked, len(rows), **more),
        add_words=_add_words(asked, len(rows)),
        columns=[title for _, title in columns_of(asked.block)],
        back=url_for("check.show", filing_id=draft.id) if more else back_url(draft, asked),
        left="" if more else left_in_words(draft, asked),
    )


def save_rows(draft: Draft, asked: Page):
    """Removes a row, takes a pasted table, or goes on."""
    action, _, mark = request.form.get("do", "next").partition(":")
    if action == "remove":
        _remove_row(draft, asked, mark)
    elif action == "paste":
        _paste_rows(draft, asked)
    elif problem := _whole_problem(draft, asked):
        return show_rows(draft, asked, problem=problem), 422
    else:
        return redirect(after_change_url(draft, draft, asked) if back_args() else next_url(draft, asked))
    return redirect(url_for("questions.page", filing_id=draft.id, key=asked.key, **back_args()))


def _whole_problem(draft: Draft, asked: Page) -> str:
    """What is wrong with the list, in a sentence; empty when nothing is."""
    problems = draft.problems_on(asked)
    whole = [text for path, text in problems if len(path) == 1 and to_the_point(None, text) == text]
    if whole or not problems:
        return whole[0] if whole else ""
    return "Исправьте записи, которые отмечены ниже" if rows_of(draft, asked) else "Добавьте хотя бы одну запись"


def _add_words(asked: Page, rows: int) -> str:
    """«Добавить ещё ребёнка»; the first one is no «ещё»."""
    words = asked.ask.add or "Добавить ещё"
    return words if rows else _MORE.sub("", words)


def _cell_problem(draft: Draft, path: Path, text: str) -> str:
    """«Сумма: напишите число»: what is wrong and in which cell."""
    found = next(
        (draft.questions[path[:end]] for end in range(len(path), 2, -1) if path[:end] in draft.questions), None
    )
    return f"{found.ask.title}: {text}" if found else text


def _paste_rows(draft: Draft, asked: Page) -> None:
    """Adds the rows of a pasted table; what is wrong in a cell is shown at its row."""
    added = rows_in(request.form.get("table", ""), asked.block)
    free = MOST_ROWS - len(rows_of(draft, asked))
    if not added:
        flash("В таблице не нашлось ни одной строки. Скопируйте ячейки вместе и вставьте ещё раз.")
        return
    put_in = added[: max(free, 0)]

    def change(answers: dict) -> dict:
        return {**answers, asked.field: [*(answers.get(asked.field) or []), *put_in]}

    services().cases.change(draft.id, change)
    left = f" Не поместилось: {len(added) - len(put_in)}." if len(put_in) < len(added) else ""
    flash(f"Добавлено строк: {len(put_in)}. Проверьте их.{left}")


def _remove_row(draft: Draft, asked: Page, mark: str) -> bool:
    """Removes the row that the person saw; when it has changed meanwhile, nothing is removed, and False given back."""
    number, _, seen = mark.partition(":")
    done = []

    def change(answers: dict) -> dict:
        rows = answers.get(asked.field) or []
        if number.isdecimal() and int(number) < len(rows) and row_mark(rows[int(number)]) == seen:
            done.append(number)
            return tidy(draft.kind.model, without(answers, (asked.field, int(number))))
        return answers

    services().cases.change(draft.id, change)
    flash("Запись убрана." if done else "Список уже изменился, ничего не убрано. Проверьте его ещё раз.")
    return bool(done)
