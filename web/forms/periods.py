"""Questions of one period stand in one fieldset: «с …» and «по …», and what is asked between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from web.forms.page_form import Question


@dataclass
class Span:
    """The questions of a period under their common title; `alone` when nothing else stands beside it."""

    title: str
    members: list[Question] = field(default_factory=list)
    alone: bool = False

    @property
    def first_boxes(self) -> Question | None:
        """The first question in boxes: what is said of pasting is said there for all of them."""
        return next((one for one in self.members if hasattr(one.control, "boxes")), None)


def in_spans(questions: Iterable[Question]) -> list[Question | Span]:
    """The questions in order, those from the beginning of a period to its last end put together."""
    given = list(questions)
    found: list[Question | Span] = []
    place = 0
    while place < len(given):
        end = _last_end(given, place)
        members = given[place : end + 1]
        found.append(Span(given[place].asked.ask.period, members, members == given) if members else given[place])
        place = max(end, place) + 1
    return found


def _last_end(given: list[Question], place: int) -> int:
    """The place of the last question that ends the period begun at `place`; -1 when none begins there."""
    if not given[place].asked.ask.period:
        return -1
    name = given[place].asked.path[-1]
    return max((later for later in range(place + 1, len(given)) if given[later].asked.ask.ends == name), default=-1)
