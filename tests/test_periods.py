"""Periods: an end before its beginning is an error that names both; every schema declares its periods whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from today import ON

from filings.catalogue import kinds
from filings.errors import AnswersError
from filings.questions import Block, Moment, Month, PastDay, PeriodBlock, ask_of, question
from filings.questions.periods import ends_of
from filings.questions.shape import shape_of
from filings.questions.validation import validate


class Trip(PeriodBlock):
    """Поездка."""

    left_on: PastDay = question("День отъезда", ru="уехали", period="Поездка")
    back_on: PastDay | None = question(
        "День возвращения", ru="вернулись", optional=True, ends="left_on", open_end="В пути"
    )
    first: Month | None = question("С какого месяца", ru="с", optional=True, period="Месяцы")
    last: Month | None = question("По какой месяц", ru="по", optional=True, ends="first")
    began_at: Moment | None = question("Когда началось", ru="начало", optional=True, period="Дождь")
    ended_at: Moment | None = question("Когда кончилось", ru="конец", optional=True, ends="began_at")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (
            {"уехали": "10.03.2026", "вернулись": "09.03.2026"},
            "вернулись: «День отъезда» — 10.03.2026, «День возвращения» — 09.03.2026: конец раньше начала",
        ),
        (
            {"уехали": "10.03.2026", "с": "05.2026", "по": "12.2025"},
            "по: «С какого месяца» — 05.2026, «По какой месяц» — 12.2025: конец раньше начала",
        ),
        (
            {"уехали": "10.03.2026", "начало": "10.03.2026 18:30", "конец": "10.03.2026 18:29"},
            "конец: «Когда началось» — 10.03.2026 18:30, «Когда кончилось» — 10.03.2026 18:29: конец раньше начала",
        ),
    ],
    ids=["дни", "месяцы", "часы"],
)
def test_both_dates_are_named(answers: dict[str, str], told: str) -> None:
    with pytest.raises(AnswersError) as caught:
        validate(Trip, answers, on=ON)
    assert f"{caught.value.problems[0].path}: {caught.value.problems[0].message}".startswith(told)


@pytest.mark.parametrize("back", ["10.03.2026", "11.03.2026", None, "по сегодня", "По настоящее время", "н.в."])
def test_a_period_in_order_passes(back: str | None) -> None:
    assert validate(Trip, {"уехали": "10.03.2026", "вернулись": back}, on=ON).left_on


def test_only_an_end_that_may_be_open_is_today() -> None:
    assert validate(Trip, {"уехали": "10.03.2026", "вернулись": "до сих пор"}, on=ON).back_on is None
    with pytest.raises(AnswersError, match="месяц и год"):
        validate(Trip, {"уехали": "10.03.2026", "с": "05.2026", "по": "по сегодня"}, on=ON)


def blocks_of(model: type[Block]) -> Iterator[type[Block]]:
    for field in model.model_fields.values():
        if block := shape_of(field).block:
            yield block
            yield from blocks_of(block)


PERIODS = {block: ends_of(block) for kind in kinds().values() for block in blocks_of(kind.model) if ends_of(block)}


@pytest.mark.parametrize("block", PERIODS, ids=lambda block: block.__name__)
def test_every_period_is_declared_whole(block: type[Block]) -> None:
    assert issubclass(block, PeriodBlock)
    names = list(block.model_fields)
    for first, last in PERIODS[block]:
        assert names.index(first) < names.index(last)
        assert ask_of(first, block.model_fields[first]).period
        end = block.model_fields[last]
        assert not ask_of(last, end).open_end or not end.is_required()


def test_there_are_periods() -> None:
    assert len(PERIODS) >= 5
