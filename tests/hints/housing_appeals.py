"""Hints for demands and complaints about the house: charges, upkeep, the inspectorate, the prosecutor, the claim."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from strategies_hints import DAY, Place, Rows
from strategies_types import months, sums

from filings.questions.numbers import roubles
from filings.questions.times import month


def _less(place: Place) -> st.SearchStrategy[str]:
    charged = roubles(place.block["charged"])
    return sums("0.00", str(max(charged - Decimal("0.01"), Decimal("0.00"))))


def _fee(place: Place) -> st.SearchStrategy[str]:
    """A supplier charges no upkeep."""
    supplier = place.asks("recipient.kind=supplier|operator")
    return st.sampled_from(["utilities", *["содержание жилья"] * (not supplier)])


def _row(row: dict[str, Any]) -> Any:
    return month(row["month"]), row["line"]


FIELDS = {
    "Overcharge.month": lambda place: months(place.on - 1300 * DAY, place.on),
    "Overcharge.fee": _fee,
    "Overcharge.charged": lambda place: sums("1.00"),
    "Overcharge.due": _less,
    "*.line": lambda place: st.sampled_from(["Отопление", "Содержание и ремонт", "ОДН (электроэнергия)"]),
    "*.meter": lambda place: st.sampled_from(["горячая вода, № 1234567", "электричество"]),
}
ROWS = {"OverchargeRefundDemand.overcharges": lambda place: Rows(1, _row)}
