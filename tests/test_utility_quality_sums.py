"""The cut of the charge and the fine of the complaint about a utility; every sum is counted by hand."""

from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from utility_inputs import BREAK, COLD, COOL_DAY, KIND, ON, WARM, WATER, answers, part

from filings.questions.validation import validate
from filings.schemas.utility_recalculation import pieces
from filings.schemas.utility_service import MeasuredBy, Measurement

# By hand. Heating, charge 2 860,40, norm 18: October 91 h × 1 °C; November 282 h × 1 °C and 116 h × 2 °C, all 0,15 %.
# Norm 22: October 91 h × 5 °C by day and 20 h × 2 °C by night, November more than the whole charge.
# Water at 54 °C: one step of 3 °C by day only, 0,1 %: 91 h and 399 h; colder than 40 °C from 1 November: no cut.
# Break: 0,15 % of (111 − 24) h and (504 − 24) h.
SUMS = {
    "холод по двум замерам": ({}, "2595.81"),
    "холод, октябрь": ({"начисления": [{"месяц": "10.2026", "сумма": "2 860,40"}]}, "390.44"),
    "снижение не больше платы": (part("комната", угловая="да", холодный_регион="да"), "4984.24"),
    "отопления нет": (BREAK, "2432.77"),
    "вода 54 °C": (WATER | {"замеры": [WARM]}, "1401.60"),
    "вода 54 °C, потом холоднее 40": (WATER | {"замеры": [WARM, COLD]}, "260.30"),
    "ночной замер в пределах допуска ничего не говорит о дне": (
        {"замеры": [COOL_DAY, COOL_DAY | {"когда": "01.11.2026 02:00", "градусы": "15"}]},
        "390.44",
    ),
    "вода холоднее 40 °C": (WATER | {"замеры": [COLD]}, None),
    "звонили в день подачи": ({"звонки": [{"когда": "22.11.2026 07:00"}]}, None),
    "не измеряли": ({"замеры": None}, None),
    "плата неизвестна": ({"начисления": None}, None),
    "перерыв в пределах допустимого": (BREAK | {"звонки": [{"когда": "21.11.2026 01:00"}]}, None),
}


@pytest.mark.parametrize(("changes", "expected"), SUMS.values(), ids=SUMS)
def test_the_cut_of_the_charge(changes: dict, expected: str | None) -> None:
    concluded = validate(KIND.model, answers(**changes), on=ON).conclude(ON)
    assert concluded.reduction == (Decimal(expected) if expected else None)
    assert bool(concluded.calculation) == bool(expected)


def test_the_fine_counts_only_months_whose_bill_has_come() -> None:
    concluded = validate(KIND.model, answers(), on=ON).conclude(ON)
    assert concluded.fine == Decimal("195.22"), "half of October's 390,44; the bill for November comes in December"


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))


@given(since=MOMENTS, minutes=st.integers(1, 90_000), at=st.lists(MOMENTS, max_size=5))
def test_pieces_cover_the_period_without_gap_or_overlap(since: datetime, minutes: int, at: list[datetime]) -> None:
    until = since + timedelta(minutes=minutes)
    measured = [
        Measurement(at=one, temperature=Decimal(10 + number), by=MeasuredBy.APPLICANT, by_the_rules=True)
        for number, one in enumerate(at)
    ]
    found = pieces((since, until), measured)
    assert (found[0].since, found[-1].until) == (since, until)
    assert all(one.until == after.since for one, after in pairwise(found))
    assert all(one.since.month == one.last_day.month for one in found)
    assert all(0 <= one.night_hours <= one.hours <= (one.until - one.since) / timedelta(hours=1) for one in found)
