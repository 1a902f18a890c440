"""Names and titles in the cases that the document puts them into: shown for checking, corrected by hand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from pydantic_core import PydanticCustomError

from filings.questions import texts
from filings.questions.naming import is_empty
from filings.russian.forms import Case
from web.drafts import Draft, own_draft
from web.preview import draft_sheet
from web.services import services

pages = Blueprint("wording", __name__, url_prefix="/filing/<uuid:filing_id>/words")
_ASKS = {
    Case.GENITIVE: "Кого? Чего?",
    Case.DATIVE: "Кому? Чему?",
    Case.ACCUSATIVE: "Кого? Что?",
    Case.INSTRUMENTAL: "Кем? Чем?",
    Case.PREPOSITIONAL: "О ком? О чём?",
}


@dataclass
class Form:
    """One text in one case: the question of the case, the form, the name of its box and what is wrong with it.

    `saved` is the form as it stands in the document now, whatever is typed.
    """

    case: Case
    asks: str
    text: str
    name: str
    saved: str
    problem: str = ""


Words = list[tuple[str, list[Form]]]


def words_of(draft: Draft) -> Words:
    """Every declined text of the document with the forms that stand there."""
    sheet = draft_sheet(draft)
    declined = sheet.declined if sheet else {}
    return [
        (text, [_form(text, case, forms[case]) for case in _ASKS if case in forms]) for text, forms in declined.items()
    ]


@pages.get("")
def show(filing_id: UUID):
    """The forms, each in a box of its own."""
    return _page(own_draft(filing_id))


@pages.post("")
def save(filing_id: UUID):
    """Keeps the forms that differ from what grammar says."""
    draft = own_draft(filing_id)
    words = _typed(words_of(draft))
    if any(form.problem for _, forms in words for form in forms):
        return _page(draft, words), 422
    corrected = _corrected(draft, words)

    def change(answers: dict) -> dict:
        rest = {name: value for name, value in answers.items() if name != "declensions"}
        return rest if is_empty(corrected) else {**rest, "declensions": corrected}

    services().cases.change(draft.id, change)
    flash("Исправления сохранены. В документе будет так, как вы написали.")
    return redirect(url_for("check.show", filing_id=draft.id, _anchor="words"))


def _form(text: str, case: Case, form: str) -> Form:
    return Form(case, _ASKS[case], form, f"{hashlib.sha256(text.encode()).hexdigest()[:10]}-{case.value}", saved=form)


def _typed(words: Words) -> Words:
    """The words as typed; a box that was not touched leaves what another tab has saved meanwhile."""
    for _, forms in words:
        for form in forms:
            typed = request.form.get(form.name, form.text)
            if typed == request.form.get(f"{form.name}-saved"):
                continue
            try:
                form.text = texts.line(typed)
                form.problem = "" if form.text else "впишите, как должно быть"
            except PydanticCustomError as error:
                form.text, form.problem = typed, error.message()
    return words


def _corrected(draft: Draft, words: Words) -> dict[str, dict[str, str]]:
    """What differs from the forms of grammar, by text and case."""
    plain = {text: forms for text, forms in words_of(_without_corrections(draft))}
    found = {}
    for text, forms in words:
        grammar = {form.case: form.text for form in plain.get(text, ())}
        changed = {form.case.value: form.text for form in forms if form.text != grammar.get(form.case)}
        if changed:
            found[text] = changed
    return found


def _without_corrections(draft: Draft) -> Draft:
    answers = {name: value for name, value in draft.answers.items() if name != "declensions"}
    return Draft(replace(draft.stored, answers=answers), draft.kind)


def _page(draft: Draft, words: Words | None = None) -> str:
    words = words_of(draft) if words is None else words
    summary = [(f"#{form.name}", text, form.problem) for text, forms in words for form in forms if form.problem]
    back = url_for("check.show", filing_id=draft.id, _anchor="words")
    return render_template("words.html", draft=draft, words=words, summary=summary, back=back)
