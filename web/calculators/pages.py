"""The pages of the calculators: the list, and for each rule its form with the result on the same page."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from filings.documents.standalone_calculation import printed_section
from filings.errors import AnswersError, FilingError, LegalValueMissing
from filings.questions.naming import Path, english_names
from filings.rules.catalogue import Rule, rules
from web.calculators import address
from web.calculators.answering import concluded, given_in_words, path_of
from web.calculators.chart import chart_of
from web.calculators.form import GIVEN, form_of, raw_of, with_row
from web.calculators.groups import groups
from web.clock import today

pages = Blueprint("calculators", __name__, url_prefix="/calculators")

_CALCULATE, _EDIT = "next", "edit"


@pages.get("")
def index():
    """All rules under their headings."""
    return render_template("calculators.html", groups=groups())


@pages.get("/<name>")
def show(name: str):
    """The form; with the numbers in the address also the result. What a form sent is turned into a short address."""
    rule = known(name)
    action = request.args.get("do", "")
    if not request.args:
        return _page(rule, form_of(rule, {}))
    if action.startswith(("add:", "remove:")):
        return _redirect_with_row(rule, action)
    if not action:
        return _answer(rule, raw_of_address(rule))
    form = form_of(rule, raw_of(rule, request.args), request.args)
    return _page(rule, form) if action == _EDIT else _check(rule, form)


def known(name: str) -> Rule:
    """The rule of that name, or the page «not found»."""
    return rules().get(name) or abort(404)


def raw_of_address(rule: Rule) -> dict[str, Any]:
    """Raw answers from a short address; names that are no question of the rule are passed over."""
    raw, _ = address.read(rule, request.args)
    first = {name: value for name, value in raw.items() if name in rule.input.model_fields}
    return english_names(rule.input, first)[0]


def address_of(rule: Rule, pairs: list[tuple[str, str]], endpoint: str = "calculators.show", anchor: str = "") -> str:
    """The page of the rule with these pairs in its address, readable as far as addresses can be."""
    query = urlencode(pairs, safe="=.,:-")
    return url_for(endpoint, name=rule.name) + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")


def _redirect_with_row(rule: Rule, action: str) -> Response:
    pairs, anchor = with_row(rule, request.args, action)
    return redirect(address_of(rule, [*pairs, ("do", _EDIT)], anchor=anchor))


def _check(rule: Rule, form: Any):
    raw = raw_of(rule, request.args)
    try:
        given, _ = concluded(rule, raw, today())
    except (AnswersError, LegalValueMissing) as error:
        return _wrong(rule, form, error)
    return redirect(address_of(rule, address.write(rule, given)))


def _answer(rule: Rule, raw: dict[str, Any]):
    try:
        given, conclusion = concluded(rule, raw, today())
    except (AnswersError, LegalValueMissing) as error:
        return _wrong(rule, form_of(rule, raw), error)
    pairs = address.write(rule, given)
    result = {
        "printed": printed_section(conclusion),
        "given": given_in_words(rule, given),
        "chart": chart_of(conclusion),
        "address": address_of(rule, pairs),
        "word": address_of(rule, pairs, "calculator_files.word"),
        "pdf": address_of(rule, pairs, "calculator_files.pdf"),
    }
    return _page(rule, form_of(rule, address.readable(rule, given)), result=result)


def _wrong(rule: Rule, form: Any, error: FilingError):
    if isinstance(error, AnswersError):
        found = [((GIVEN, *path_of(rule, problem.path)), problem.message) for problem in error.problems]
    else:
        found = [((GIVEN,), error.message)]
    summary = [_numbered(line, path) for line, (path, _) in zip(form.show(found), found, strict=True)]
    return _page(rule, form, summary=summary), 422


def _numbered(line: tuple[str, str, str], path: Path) -> tuple[str, str, str]:
    """«Когда, строка 2»: rows ask the same questions."""
    row = next((part for part in path if isinstance(part, int)), None)
    place, title, text = line
    return (place, title if row is None else f"{title}, строка {row + 1}", text)


def _page(rule: Rule, form: Any, **more: Any) -> str:
    return render_template("calculator.html", rule=rule, form=form, do=_CALCULATE, **more)
