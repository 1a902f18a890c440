"""What must hold for any facts of a claim: no debt is lost, more is never less, the court and the terms do not jump."""

import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filings.errors import AnswersError
from filings.rules.catalogue import rules
from filings.rules.jurisdiction import DISTRICT, JUSTICE
from filings.rules.limitation import Kind, last_day_to_sue
from filings.rules.matters import Matter
from filings.rules.procedure import ADMINISTRATIVE_CASE, CLAIM, ORDER, SIMPLIFIED

sys.path.insert(0, str(Path(__file__).parent / "bench"))
from bench_rules import LONG

KOPECK = Decimal("0.01")
settings.register_profile("rules", max_examples=100, deadline=None)
settings.load_profile("rules")
money = st.decimals(min_value=1, max_value=10**6, places=2)
prices = st.decimals(min_value=0, max_value=10**6, places=2)
lent_days = st.dates(date(2018, 6, 1), date(2024, 1, 1))
filing_days = st.dates(date(2016, 6, 1), date(2027, 1, 1))
yes_no = st.booleans()


def conclude(name, **answers):
    rule = rules()[name]
    return rule.conclude(rule.input(**answers))


@st.composite
def loans(draw):
    """A loan with returns that stay below the sum lent."""
    principal, lent_on = draw(money), draw(lent_days)
    days = draw(st.lists(st.integers(0, 900), max_size=5))
    returns = [{"on": lent_on + timedelta(days=day), "amount": (principal / 8).quantize(KOPECK)} for day in days]
    return {
        "principal": principal,
        "lent_on": lent_on,
        "due": lent_on + timedelta(days=draw(st.integers(0, 400))),
        "until": lent_on + timedelta(days=draw(st.integers(0, 900))),
        "rate": draw(st.sampled_from([None, "0", "7.5", "36"])),
        "payments": returns,
    }


@given(loans())
def test_lines_of_a_loan_add_up(loan):
    found = conclude("loan_debt", **loan)
    assert found.value == sum((step.amount for step in found.steps if step.amount is not None), Decimal(0))
    assert found.value >= 0


@given(loans())
def test_free_loan_without_delay_is_what_was_not_returned(loan):
    loan |= {"rate": "0", "late_interest": False}
    returned = sum((one["amount"] for one in loan["payments"] if one["on"] <= loan["until"]), Decimal(0))
    assert conclude("loan_debt", **loan).value == loan["principal"] - returned


@given(loans())
def test_returns_may_be_named_in_any_order(loan):
    turned = loan | {"payments": list(reversed(loan["payments"]))}
    assert conclude("loan_debt", **loan).value == conclude("loan_debt", **turned).value


@given(loans(), st.integers(1, 200))
def test_loan_grows_until_something_is_returned(loan, days):
    loan |= {"payments": []}
    later = loan | {"until": loan["until"] + timedelta(days=days)}
    # A period cut elsewhere is rounded elsewhere: each segment may lose half a kopeck.
    assert conclude("loan_debt", **later).value >= conclude("loan_debt", **loan).value >= loan["principal"]


@given(loans())
def test_return_split_in_two_on_one_day_is_one_return(loan):
    halves = [
        {"on": one["on"], "amount": part}
        for one in loan["payments"]
        for part in (one["amount"] - KOPECK, KOPECK)
        if part > 0
    ]
    assert conclude("loan_debt", **loan).value == conclude("loan_debt", **(loan | {"payments": halves})).value


@given(st.sampled_from(Matter), filing_days, prices, prices, yes_no)
def test_court_of_a_dearer_claim_is_never_lower(matter, on, one, other, order):
    low, high = sorted((one, other))
    levels = [
        conclude("jurisdiction", matter=matter, filed_on=on, price=price, court_order=order).value
        for price in (low, high)
    ]
    assert levels in ([JUSTICE, JUSTICE], [JUSTICE, DISTRICT], [DISTRICT, DISTRICT], ["гарнизонный военный суд"] * 2)


@given(st.sampled_from(Matter), filing_days, prices, st.lists(yes_no, min_size=5, max_size=5))
def test_every_court_has_a_place_and_an_article(matter, on, price, ticked):
    names = ("branch", "performance", "agreed_court", "several_respondents", "unknown_address")
    found = conclude("jurisdiction", matter=matter, filed_on=on, price=price, **dict(zip(names, ticked, strict=True)))
    assert len(found.steps) >= 2
    assert all("РФ, ст. " in step.formula for step in found.steps)
    assert len(set(found.references)) == len(found.references) >= 2


@given(st.sampled_from(Matter), filing_days, prices, prices, yes_no, yes_no)
def test_procedure_of_a_dearer_claim_is_never_simpler(matter, on, one, other, indisputable, objected):
    order = [ORDER, SIMPLIFIED, CLAIM, ADMINISTRATIVE_CASE]
    low, high = sorted((one, other))
    facts = {"matter": matter, "filed_on": on, "indisputable": indisputable, "objected": objected}
    cheap, dear = (conclude("procedure", **facts, price=price) for price in (low, high))
    assert order.index(cheap.value) <= order.index(dear.value)
    assert [": да, " in step.formula for step in cheap.steps] == [False] * (len(cheap.steps) - 1) + [True]


due_days = st.dates(date(2013, 9, 1), date(2023, 6, 1))


@given(due_days, st.sampled_from(Kind))
def test_every_term_of_suing_is_longer_than_three_weeks_and_shorter_than_four_years(due, kind):
    end = last_day_to_sue(due, kind)
    assert timedelta(days=21) < end - due < timedelta(days=3 * 366 + 15)


@given(due_days, st.integers(0, 5000), st.integers(0, 2000), st.integers(0, 900))
def test_cancelled_order_never_shortens_the_term(due, learned, asked, lasted):
    def end(**more):
        debts = [{"on": due, "amount": "1"}]
        (step,) = conclude("limitation", debts=debts, filed_on=due, kind="general", **facts, **more).steps
        return step.until

    facts = {"learned_on": due + timedelta(days=learned)}
    asked_on = due + timedelta(days=asked)
    assert end(order_filed_on=asked_on, order_cancelled_on=asked_on + timedelta(days=lasted)) >= end()


@given(due_days, st.integers(0, 5000))
def test_ten_years_from_the_breach_are_the_most(due, learned):
    debts = [{"on": due, "amount": "1"}]
    found = conclude("limitation", debts=debts, filed_on=due, kind="general", learned_on=due + timedelta(days=learned))
    assert found.steps[0].until <= date(due.year + 10, due.month, min(due.day, 28)) + timedelta(days=15)


@given(st.dates(date(2022, 2, 24), date(2027, 1, 1)), st.sampled_from(["severe", "light", "minor"]), yes_no, prices)
def test_payment_for_a_wound_has_bounds(on, severity, disability, paid):
    def payment(**more):
        return conclude("wound_payment", wounded_on=on, severity=severity, **more).value

    left = payment(disability=disability, paid=paid)
    assert 0 <= left <= payment(disability=disability) <= payment(disability=True) == 4_000_000
    assert left in (payment(disability=disability) - paid, 0)


@given(prices, prices, st.integers(1, 9), money)
def test_richer_family_is_never_the_needier(one, other, members, minimum):
    low, high = sorted((one, other))
    facts = {"members": members, "applied_on": date(2026, 3, 10), "minimum": minimum, "child_minimum": minimum}
    poor, rich = (conclude("unified_benefit_need", income=income, **facts) for income in (low, high))
    assert poor.value or not rich.value
    assert len(poor.steps) >= len(rich.steps)


@given(st.dates(date(2024, 9, 9), date(2027, 1, 1)), prices, st.integers(0, 5))
def test_more_demands_add_their_own_duty(on, price, count):
    def duty(**more):
        return conclude("state_duty", price=price, filed_on=on, **more).value

    assert duty(more_demands=count) - duty() == 3000 * count
    assert abs(duty(single_dwelling=True) - duty() * 3 / 10) <= KOPECK


@given(st.integers(0, 744), st.integers(0, 744), st.decimals(min_value=-10, max_value=30, places=1))
def test_one_long_break_never_lowers_the_cut(total, longest, degrees):
    facts = {"service": "heating", "charge": "3000", "hours": max(total, longest), "problem": "break"}
    plain = conclude("utility_reduction", **facts).value
    assert plain <= conclude("utility_reduction", **facts, longest=longest, room_degrees=degrees).value <= 3000


@pytest.mark.parametrize("name", sorted(rules()))
def test_every_rule_is_in_the_benchmark_and_explains_itself(name):
    found = conclude(name, **LONG[name])
    assert found.rule == name and found.references
    assert all(step.formula for step in found.steps)


def test_nothing_can_be_returned_before_the_loan():
    day = date(2025, 2, 1)
    with pytest.raises(AnswersError, match="раньше займа"):
        conclude(
            "loan_debt", principal="1", lent_on=day, due=day, until=day, payments=[{"on": "2025-01-31", "amount": "1"}]
        )


@pytest.mark.parametrize(
    ("facts", "fund", "too_much"),
    [
        ({"wounded_on": "2024-11-13", "disability": True}, True, False),
        ({"wounded_on": "2024-11-14", "disability": True}, False, False),
        ({"wounded_on": "2024-11-13"}, False, False),
        ({"wounded_on": "2025-06-01", "paid": "3000000"}, False, False),
        ({"wounded_on": "2025-06-01", "paid": "3000000.01"}, False, True),
    ],
)
def test_advice_on_a_wound_fits_the_facts(facts, fund, too_much):
    """Указ Президента РФ от 14.11.2024 № 972: wounds before the day of signing are paid for by the fund."""
    told = " ".join(conclude("wound_payment", severity="severe", **facts).warnings)
    assert ("Защитники Отечества" in told, "больше, чем положено" in told) == (fund, too_much)
