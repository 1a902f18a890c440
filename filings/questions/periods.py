"""A period: a question that begins it and a question that ends it, in one block, put together and checked together."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from pydantic import model_validator

from filings.questions.field import Block, ask_of, wrong
from filings.questions.shape import shape_of

_FORMATS = {"month": "%m.%Y", "day": "%d.%m.%Y", "moment": "%d.%m.%Y %H:%M"}


class PeriodBlock(Block):
    """A block with periods in it: none of them ends before it begins.

    The question that begins a period has `period`, its title on the page; the one that ends it has `ends`, the name of
    the first. Whatever stands between them belongs to it; a period may have several ends, of which one is asked.
    """

    @model_validator(mode="after")
    def _no_end_before_its_beginning(self) -> PeriodBlock:
        for first, last in ends_of(type(self)):
            since, until = getattr(self, first), getattr(self, last)
            if since is not None and until is not None and until < since:
                raise wrong(
                    last,
                    "«{first}» — {since}, «{last}» — {until}: конец раньше начала; поправьте одну из дат",
                    first=_title(self, first),
                    since=_written(self, first, since),
                    last=_title(self, last),
                    until=_written(self, last, until),
                )
        return self


@lru_cache(maxsize=512)
def ends_of(model: type[Block]) -> tuple[tuple[str, str], ...]:
    """The names of the questions that begin and end each period of the block."""
    asks = {name: ask_of(name, field) for name, field in model.model_fields.items()}
    return tuple((ask.ends, name) for name, ask in asks.items() if ask.ends)


def _title(block: Block, name: str) -> str:
    return ask_of(name, type(block).model_fields[name]).title


def _written(block: Block, name: str, day: date | datetime) -> str:
    kind: Any = shape_of(type(block).model_fields[name]).widget.kind
    return f"{day:{_FORMATS[kind]}}"
