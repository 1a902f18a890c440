"""What the browser sent: the answer to a question with the ticks beside its boxes, the rows of an inner list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from werkzeug.datastructures import MultiDict

from filings.questions.naming import UNKNOWN_RU, is_empty
from web.forms.fields import raw_answer

if TYPE_CHECKING:
    from web.forms.page_form import Question

_MOST_INNER_ROWS = 100


def answer_of(one: Question, sent: MultiDict) -> Any:
    """What is typed, or «не знаю», or no end: a new tick counts against the boxes, one that stood there gives way."""
    typed = raw_answer(one.asked, one.control)
    if sent.get(f"{one.name}-unknown") and (is_empty(typed) or not one.asked.unknown):
        return UNKNOWN_RU
    return "" if sent.get(f"{one.name}-open") and not one.open else typed


def rows_sent(name: str, sent: MultiDict | None) -> int:
    """How many rows of an inner list the browser sent: `payments.2.on` means three."""
    numbers = [key[len(name) + 1 :].split(".")[0] for key in sent or () if key.startswith(f"{name}.")]
    return min(max((int(number) + 1 for number in numbers if number.isdecimal()), default=0), _MOST_INNER_ROWS)
