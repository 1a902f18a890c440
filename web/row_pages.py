"""Pages that collect rows: every row in a few words, added one by one or pasted from a spreadsheet."""

from __future__ import annotations

import re

from flask import flash, redirect, render_template, request, url_for

from filings.questions.naming import Path
from filings.questions.pages import Page
from web.drafts import Draft
from web.forms.raw import tidy, without
from web.pasting import MOST_ROWS, columns_of, rows_in
from web.rows import row_mark, summary_of
from web.services import services
from web.way import after_change_url, back_url, left_in_words, next_url, row_url, rows_of

_MORE = re.compile(r" ещё( одн[оуа]\b)?")


def show_rows(draft: Draft, asked: Page, problem: str = "") -> str:
    """The page with a summary of every row and what is wrong in it."""
    from_check = request.args.get("back") == "check"
    more = {"back": "check"} if from_check else {}
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
        problem=problem,
        add=row_url(draft, asked, len(rows), **more),
        add_words=_add_words(asked, len(rows)),
        columns=[title for _, title in columns_of(asked.block)],
        back=url_for("check.show", filing_id=draft.id) if from_check else back_url(draft, asked),
        left="" if from_check else left_in_words(draft, asked),
    )


def save_rows(draft: Draft, asked: Page):
    """Removes a row, takes a pasted table, or goes on."""
    action, _, mark = request.form.get("do", "next").partition(":")
    more = {"back": "check"} if request.args.get("back") == "check" else {}
    if action == "remove":
        _remove_row(draft, asked, mark)
        return redirect(url_for("questions.page", filing_id=draft.id, key=asked.key, **more))
    if action == "paste":
        _paste_rows(draft, asked)
        return redirect(url_for("questions.page", filing_id=draft.id, key=asked.key, **more))
    problems = [(path, text) for path, text in draft.problems_on(asked)]
    if problems:
        whole = [text for path, text in problems if len(path) == 1]
        empty = not rows_of(draft, asked)
        text = "Добавьте хотя бы одну запись" if empty else (whole or ["Исправьте записи, которые отмечены ниже"])[0]
        return show_rows(draft, asked, problem=text), 422
    return redirect(after_change_url(draft, draft, asked) if more else next_url(draft, asked))


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


def _remove_row(draft: Draft, asked: Page, mark: str) -> None:
    """Removes the row that the person saw; when it has changed meanwhile, nothing is removed."""
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
