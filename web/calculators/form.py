"""The form of a calculator: the questionnaire's own generator, given the rule's input model as its one page."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import create_model
from pydantic_core import PydanticUndefined
from werkzeug.datastructures import MultiDict

from filings.questions import Block, Choice
from filings.questions.asking import without_unasked
from filings.questions.field import ask_of, page
from filings.questions.pages import Page
from filings.questions.shape import shape_of
from filings.rules.catalogue import Rule, rule
from web.calculators.address import is_dated
from web.forms.page_form import PageForm
from web.forms.raw import tidy

GIVEN = "given"
_SHOWN = (Choice, Decimal)


def form_of(rule: Rule, raw: dict[str, Any], sent: MultiDict[str, str] | None = None) -> PageForm:
    """The form filled from raw answers under English names, or from what the browser sent."""
    model, whole = _page_of(rule.name)
    form = PageForm(model, whole, {GIVEN: _defaults(rule) | raw}, sent=sent)
    for one in form.questions:
        if one.asked.field.default not in (PydanticUndefined, None, ()):
            one.asked = replace(one.asked, field=_without_default(one.asked.field))
    return form


def raw_of(rule: Rule, sent: MultiDict[str, str]) -> dict[str, Any]:
    """The raw answers that a form sent, without blanks and without what is not asked any more."""
    model, _ = _page_of(rule.name)
    answers = form_of(rule, {}, sent).saved_into({GIVEN: _defaults(rule)}, sent)
    answers, _ = without_unasked(model, tidy(model, answers))
    return answers.get(GIVEN) or {}


def with_row(rule: Rule, sent: MultiDict[str, str], action: str) -> tuple[list[tuple[str, str]], str]:
    """The form's pairs after `add:payments` or `remove:payments#2`, and the anchor of the place to go on from."""
    verb, _, what = action.partition(":")
    name, _, row = what.partition("#")
    pairs = [(key, value) for key, value in sent.items(multi=True) if key != "do"]
    field = rule.input.model_fields.get(name)
    if field is None or not is_dated(field):
        return pairs, ""
    if verb == "remove" and row.isdecimal():
        return [pair for pair in (_moved_up(pair, name, int(row)) for pair in pairs) if pair], f"q-{name}"
    return _with_new_row(rule, sent, pairs, name)


def _with_new_row(
    rule: Rule, sent: MultiDict[str, str], pairs: list[tuple[str, str]], name: str
) -> tuple[list[tuple[str, str]], str]:
    group = next((one for one in form_of(rule, {}, sent).questions if one.name == name), None)
    if group is None:
        return pairs, ""
    first = next(iter(shape_of(rule.input.model_fields[name]).block.model_fields))
    place = f"{name}.{len(group.rows)}.{first}"
    return [*pairs, (place, "")], "q-" + place.replace(".", "-")


def _moved_up(pair: tuple[str, str], name: str, removed: int) -> tuple[str, str] | None:
    """Rows after the removed one take the number before theirs."""
    found = re.fullmatch(rf"{re.escape(name)}\.([0-9]{{1,4}})\.(.+)", pair[0])
    if not found or int(found[1]) < removed:
        return pair
    return None if int(found[1]) == removed else (f"{name}.{int(found[1]) - 1}.{found[2]}", pair[1])


def _defaults(rule: Rule) -> dict[str, Any]:
    """What stands in the form from the start; «да или нет» the form itself knows."""
    defaults = ((name, field.default) for name, field in rule.input.model_fields.items())
    return {name: str(default) for name, default in defaults if type(default) is int or isinstance(default, _SHOWN)}


def _without_default(field: Any) -> Any:
    """A question answered from the start is not «необязательно»: clearing it would only bring the answer back."""
    field = copy(field)
    field.default = PydanticUndefined
    return field


@cache
def _page_of(name: str) -> tuple[type[Block], Page]:
    known = rule(name)
    model = create_model("Calculator", __base__=Block, given=(known.input, page(known.title, ru="данные")))
    field = model.model_fields[GIVEN]
    ask = ask_of(GIVEN, field)
    return model, Page(GIVEN, GIVEN, ask.title, ask, shape_of(field), tuple(known.input.model_fields))
