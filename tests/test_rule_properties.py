"""What must hold for any facts: penalties add up, duty never falls, no deadline ends on a day off."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filings.questions import DatedSum
from filings.rules.accrual import OverdueSum, stretches
from filings.rules.catalogue import rules
from filings.rules.deadline import Input as Deadline
from filings.rules.deadline import deadline
from filings.rules.delayed_wages import Input as LatePay
from filings.rules.delayed_wages import delayed_wages, delayed_wages_total
from filings.rules.state_duty import Input as Duty
from filings.rules.state_duty import scale_duty, state_duty
from filings.rules.working_days import add_working_days, is_day_off, is_off, working_day_from

KOPECK = Decimal("0.01")
ONE_DAY = timedelta(days=1)
settings.register_profile("rules", max_examples=100, deadline=None)
settings.load_profile("rules")

money = st.decimals(min_value=0, max_value=10**7, places=2)
late_days = st.dates(date(2016, 1, 1), date(2026, 11, 1))
lengths = st.integers(0, 900)
GROWING = {
    "delayed_wages": lambda amount, due, until: {"debt": amount, "due": due, "until": until},
    "default_interest": lambda amount, due, until: {
        "principal": amount,
        "since": due + ONE_DAY,
        "until": until,
        "district": "central",
    },
    "consumer_penalty": lambda amount, due, until: {"price": amount, "since": due + ONE_DAY, "until": until},
    "alimony_penalty": lambda amount, due, until: {"debts": [{"on": due, "amount": amount}], "until": until},
}
EVERY = GROWING | {"housing_penalty": lambda amount, due, until: {"debt": amount, "due": due, "until": until}}


def conclude(name, answers):
    rule = rules()[name]
    return rule.conclude(rule.input(**answers))


@pytest.mark.parametrize("name", EVERY)
@given(amount=money, due=late_days)
def test_zero_days_cost_nothing(name, amount, due):
    found = conclude(name, EVERY[name](amount, due, due))
    assert found.value == 0 and found.steps == ()


@pytest.mark.parametrize("name", EVERY)
@given(due=late_days, length=lengths)
def test_nothing_owed_costs_nothing(name, due, length):
    assert conclude(name, EVERY[name](Decimal(0), due, due + timedelta(days=length))).value == 0


@pytest.mark.parametrize("name", GROWING)
@given(amount=money, due=late_days, first=lengths, second=lengths)
def test_periods_add_up(name, amount, due, first, second):
    """Cutting a period in two moves the sum by at most a kopeck: one segment is rounded twice instead of once."""
    middle = due + timedelta(days=first)
    end = middle + timedelta(days=second)
    # The second half must be counted by the same law: a cap and a moratorium look at the first day of delay.
    off = {"moratorium": False} if name in ("default_interest", "consumer_penalty") else {}
    if name == "consumer_penalty" and end >= date(2026, 2, 1):
        return
    whole = conclude(name, GROWING[name](amount, due, end) | off).value
    halves = [conclude(name, GROWING[name](amount, a, b) | off).value for a, b in ((due, middle), (middle, end))]
    assert abs(whole - sum(halves)) <= KOPECK


@pytest.mark.parametrize("name", EVERY)
@given(amount=money, due=late_days, length=st.integers(1, 900))
def test_steps_follow_each_other_and_add_up(name, amount, due, length):
    until = due + timedelta(days=length)
    found = conclude(name, EVERY[name](amount, due, until))
    periods = [step for step in found.steps if step.since]
    for step in periods:
        assert step.days == (step.until - step.since).days + 1 > 0
        assert due < step.since <= step.until <= until
    for step, after in pairwise(periods):
        assert after.since == step.until + ONE_DAY
    assert found.value <= sum(step.amount for step in periods)


@st.composite
def debts_with_payments(draw):
    due = draw(late_days)
    amount = draw(st.decimals(min_value=1, max_value=10**6, places=2))
    days = draw(st.lists(st.integers(-2, 4) | st.integers(-30, 600), max_size=6))
    paid = [DatedSum(on=due + timedelta(days=day), amount=(amount / 10).quantize(KOPECK)) for day in days]
    return OverdueSum(amount, due, tuple(paid)), due + timedelta(days=draw(st.integers(0, 600)))


@given(debts_with_payments())
def test_balance_of_every_day(drawn):
    """The balance of a day is the debt less what was paid before that day; counted day by day, without stretches."""
    debt, until = drawn
    by_day = {}
    for piece in stretches(debt, until):
        for shift in range(piece.days):
            by_day[piece.since + timedelta(days=shift)] = piece.balance
    day = debt.due + ONE_DAY
    while day <= until:
        paid = sum((payment.amount for payment in debt.payments if payment.on < day), Decimal(0))
        assert by_day.get(day, 0) == debt.amount - paid
        day += ONE_DAY
    assert all(debt.due < day <= until for day in by_day)


@given(debts_with_payments())
def test_payments_never_raise_the_compensation(drawn):
    debt, until = drawn
    answers = {"debt": debt.amount, "due": debt.due, "until": until}
    less = conclude("delayed_wages", answers | {"payments": debt.payments}).value
    # A payment cuts a segment in two, and each cut may round half a kopeck up.
    assert less <= conclude("delayed_wages", answers).value + KOPECK * len(debt.payments)


@given(st.lists(st.tuples(money, late_days), max_size=5))
def test_months_together_cost_what_they_cost_apart(owed):
    until = date(2026, 11, 1)
    together = delayed_wages_total([OverdueSum(amount, due) for amount, due in owed], until)
    apart = [delayed_wages(LatePay(debt=amount, due=due, until=until)) for amount, due in owed]
    assert together.value == sum((one.value for one in apart), Decimal(0))
    assert together.steps == tuple(step for one in apart for step in one.steps)


filing_days = st.dates(date(2015, 1, 1), date(2030, 1, 1))
prices = st.decimals(min_value=0, max_value=10**9, places=2)


@given(filing_days, prices, prices)
def test_duty_never_falls(on, one, other):
    low, high = sorted((one, other))
    assert 0 < scale_duty(low, on) <= scale_duty(high, on) <= 900_000


@given(filing_days, prices)
def test_duty_has_no_jumps(on, price):
    """Four percent is the steepest row of both tables."""
    assert scale_duty(price + KOPECK, on) - scale_duty(price, on) <= KOPECK * 4 / 100


@given(filing_days, prices, prices, st.sampled_from(["consumer", "disabled", "pensioner", "veteran", "labour"]))
def test_exemption_never_costs_more_and_never_falls(on, one, other, exemption):
    low, high = sorted((one, other))

    def duty(price, **more):
        return state_duty(Duty(price=price, filed_on=on, **more)).value

    assert 0 <= duty(low, exemption=exemption) <= duty(high, exemption=exemption) <= duty(high)


@given(st.dates(date(2023, 1, 2), date(2026, 6, 1)), st.integers(1, 200), st.sampled_from(["d", "wd"]))
def test_deadline_is_never_a_day_off(start, count, unit):
    end = deadline(Deadline(from_=start, term=f"{count}{unit}")).value
    assert not is_day_off(end)
    assert end > start


@given(st.dates(date(2023, 1, 2), date(2026, 6, 1)), st.integers(1, 12), st.integers(0, 30))
def test_later_event_never_ends_earlier(start, months, shift):
    earlier = deadline(Deadline(from_=start, term=f"{months}m")).value
    later = deadline(Deadline(from_=start + timedelta(days=shift), term=f"{months}m")).value
    assert earlier <= later


@given(st.dates(date(2023, 1, 2), date(2026, 6, 1)), st.integers(1, 60))
def test_working_days_are_counted_one_by_one(start, count):
    end = add_working_days(start, count)
    passed = [start + timedelta(days=shift) for shift in range(1, (end - start).days + 1)]
    assert sum(not is_day_off(day) for day in passed) == count
    assert working_day_from(end) == end


@pytest.mark.parametrize(("year", "count"), [(2023, 247), (2024, 248), (2025, 247), (2026, 247), (2027, 247)])
def test_working_days_of_the_year(year, count):
    """The official production calendars: 247, 248, 247, 247 working days."""
    days = [date(year, 1, 1) + timedelta(days=shift) for shift in range(366)]
    assert sum(day.year == year and not is_day_off(day) for day in days) == count


@pytest.mark.parametrize(
    ("on", "off"),
    [
        ("2024-04-27", False),
        ("2024-04-29", True),
        ("2024-11-02", False),
        ("2024-12-28", False),
        ("2024-12-31", True),
        ("2025-05-08", True),
        ("2025-06-13", True),
        ("2025-11-01", False),
        ("2025-11-03", True),
        ("2025-12-31", True),
        ("2026-01-09", True),
        ("2026-03-09", True),
        ("2026-05-11", True),
        ("2026-12-31", True),
        ("2027-05-03", True),
        ("2027-06-14", True),
    ],
)
def test_transferred_days(on, off):
    """Decrees № 1314, № 1335, № 1466; ТК РФ, ст. 112 for 2027."""
    assert is_day_off(date.fromisoformat(on)) is off


def test_own_lists_put_the_calendar_right():
    """Tuesday 3 November 2026 is a working day, Wednesday the 4th a holiday: the lists say the contrary."""
    right = {"days_off": (), "workdays": ()}
    turned = {"days_off": (date(2026, 11, 3),), "workdays": (date(2026, 11, 4),)}
    assert [is_off(date(2026, 11, day), right) for day in (3, 4)] == [False, True]
    assert [is_off(date(2026, 11, day), turned) for day in (3, 4)] == [True, False]
