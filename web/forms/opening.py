"""Which answer of a page opens which question, in numbers that a style sheet alone can follow, without a script.

Every condition of the page gets a number. A question `needs` the numbers of its conditions; an option, or a box that
need only be filled in, `meets` those that hold with it. `look.css` closes a question while a number that it needs is
met by nothing chosen: the same reading as `filings/questions/conditions.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from filings.questions.conditions import Term

if TYPE_CHECKING:
    from web.forms.page_form import Question

MOST = 8  # as many as look.css has rules for; a question with a further number is left to the script and the server
FILLED = "*"  # stands for whatever is typed into a box


def tie(questions: Iterable[Question]) -> None:
    """Puts numbers at the questions of a page and at the options that open them."""
    everything = list(questions)
    asking = {one.name: one for one in everything if one.control is not None}
    numbers: dict[Term, int] = {}
    for one in everything:
        if one.terms and all(_shows(asking.get(term.path), term) for term in one.terms):
            found = [numbers.setdefault(term, len(numbers) + 1) for term in one.terms]
            one.needs = " ".join(map(str, found)) if max(found) <= MOST else ""
    for term, number in numbers.items():
        if number <= MOST:
            _number_options(asking[term.path], term, number)


def _number_options(asked: Question, term: Term, number: int) -> None:
    for value in _options(asked) or [FILLED]:
        if value == FILLED or term.holds(None if value in ("", "no") and not term.values else value):
            asked.meets[value] = f"{asked.meets.get(value, '')} {number}".strip()


def _options(one: Question) -> list[str]:
    """The values of the options, «Не знаю» among them; empty for a box."""
    found = [str(choice.value) for choice in getattr(one.control, "choices", None) or ()]
    return [*found, ""] if found and one.asked.ask.unsure else found


def _shows(one: Question | None, term: Term) -> bool:
    """Whether a style sheet can see that the condition holds: by one chosen option, or by a box that is not empty."""
    if one is None or one.asked.shape.many or one.control.type == "SelectField":
        return False
    return bool(_options(one)) or not (term.values or term.negated)
