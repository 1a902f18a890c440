"""What a style sheet opens without a script is what the server asks: the same conditions read in both places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path

import pytest

import web
from filings.catalogue import kinds
from filings.questions import ask_of
from filings.questions.asking import is_asked
from filings.questions.conditions import terms
from filings.questions.pages import pages_of
from web.forms.opening import MOST
from web.forms.page_form import PageForm, Question

_RULE = re.compile(r'data-meets~="(\d+)"\]:checked, \[data-fills~="\1".*\[data-needs~="\1"\]')
_MOST_TRIED = 60  # sets of answers to one page: enough for every pair of options that there is


def chosen_sets(form: PageForm) -> Iterator[dict[str, str]]:
    """Sets of options of the questions that open others; at first nothing is chosen."""
    options = {one.name: [None, *(value for value in one.meets if value != "*"), *_idle(one)] for one in form}
    matter = {one.name: options[one.name] for one in form if one.meets}
    for values in islice(product(*matter.values()), _MOST_TRIED):
        yield {name: value for name, value in zip(matter, values, strict=True) if value}


def _idle(one: Question) -> list[str]:
    """An option that opens nothing."""
    found = [str(choice.value) for choice in getattr(one.control, "choices", None) or ()]
    return [value for value in found if value not in one.meets][:1]


BLOCKS = [
    pytest.param(kind.model, page, id=f"{name}-{page.key}")
    for name, kind in sorted(kinds().items())
    for page in pages_of(kind.model)
    if page.block and any(ask_of(one, field).when for one, field in page.questions.items())
]


@pytest.mark.parametrize(("model", "page"), BLOCKS)
def test_what_is_opened_by_style_is_what_the_server_asks(model, page):
    form = PageForm(model, page, {}, row=0 if page.many else None)
    for chosen in chosen_sets(form):
        met = {number for one in form for number in one.meets.get(chosen.get(one.name, "-"), "").split()}
        for one in form:
            if one.needs and "." not in one.name and _all_chosen(one, chosen):
                opened = set(one.needs.split()) <= met
                assert opened == is_asked(one.asked.ask.when, page.block, chosen), f"{one.name}: {chosen}"


def _all_chosen(one: Question, chosen: dict[str, str]) -> bool:
    """A question «если нет» waits for the answer; the rest, whose condition rests elsewhere too, are not looked at."""
    return len(one.terms) == len(terms(one.asked.ask.when)) and all(chosen.get(term.path) for term in one.terms)


def test_the_style_sheet_has_a_rule_for_every_number():
    sheet = (Path(web.__file__).parent / "static" / "look.css").read_text(encoding="utf-8")
    assert [int(number) for number in _RULE.findall(sheet)] == list(range(1, MOST + 1))


def test_no_page_needs_more_numbers_than_there_are_rules():
    for kind in kinds().values():
        for page in pages_of(kind.model):
            form = PageForm(kind.model, page, {}, row=0 if page.many else None)
            left = [one.name for one in form if one.terms and not one.needs and one.control is not None]
            named = {one.name for one in form}
            assert not [one.name for one in form if one.name in left and {t.path for t in one.terms} <= named], page.key
