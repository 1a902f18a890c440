"""Answers about work and pay for the kinds beside the wage claim."""

from typing import Any

from hypothesis import strategies as st
from strategies_hints import FIELDS as SHARED
from strategies_hints import Place, Rows
from strategies_types import sums

from filings.questions.times import day, month


def _different(least: int) -> Any:
    return lambda place: Rows(least, lambda row: (month(row["month"]), day(row["due"])))


def _for_order(place: Place) -> bool:
    return "proof" in place.root.model_fields


FIELDS = {
    "Employment.contract": lambda place: st.sampled_from(["письменно", *["oral"] * (not _for_order(place))]),
    "Leaving.on": SHARED["Dismissal.on"],
    "WageCourtOrder.accrued": lambda place: st.just("да"),
    "WageCourtOrder.compensation": lambda place: st.none() | sums("0.01", "20000"),
    "WageCourtOrder.venue": SHARED["WageClaim.venue"],
    "WageDebt.accrued": lambda place: sums("1", "15000") if _for_order(place) else sums("1", "900000"),
}
ROWS = {"WageCourtOrder.debts": _different(1)}
