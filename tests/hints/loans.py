"""Answers about a loan that belong together: days in order, percents that people agree on, returns less than lent."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from strategies_hints import DAY, Place
from strategies_types import days, sums

from filings.questions.numbers import roubles
from filings.questions.times import day

_EARLIEST = date(2022, 10, 3)


def _lent(place: Place) -> date:
    return day(place.filing["loan"]["lent_on"])


@st.composite
def _repaid(draw: st.DrawFn, place: Place) -> list[dict[str, Any]] | None:
    """Less in all than half of what was lent."""
    part = (roubles(place.filing["loan"]["principal"]) / 12).quantize(Decimal("0.01"))
    if part < Decimal("0.01"):
        return None
    one = st.tuples(days(_lent(place), place.on), sums("0.01", str(part)))
    return [{"on": on, "amount": amount} for on, amount in draw(st.lists(one, max_size=6))] or None


FIELDS = {
    "Loan.principal": lambda place: sums("100", "450000"),
    "Loan.lent_on": lambda place: days(_EARLIEST, place.on - 90 * DAY),
    "Loan.paper_on": lambda place: st.none() | days(_EARLIEST, place.on),
    "Loan.due_on": lambda place: days(day(place.block["lent_on"]), place.on - 10 * DAY),
    "Loan.rate": lambda place: st.sampled_from(["0,5", "10", "12,5", "24"]),
    "Loan.daily_penalty": lambda place: st.sampled_from(["0,01", "0,1", "1"]),
    "LoanRepaymentDemand.repaid": _repaid,
    "LoanRepaymentDemand.days": lambda place: st.integers(30, 90).map(str),
}
