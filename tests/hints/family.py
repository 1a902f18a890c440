"""Answers about alimony that belong together: minors, months after the writ, sums that a justice of the peace hears."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_DOWN, Decimal

from hypothesis import strategies as st
from strategies_hints import DAY, Hint, Place, Rows
from strategies_types import days, months, sums

from filings.questions.numbers import roubles
from filings.questions.times import day, month

_SINCE = date(2025, 2, 1)
_JUSTICE = "мировой судья судебного участка № 3 Заволжского района г. Твери"


def _paid(place: Place) -> st.SearchStrategy[str | None]:
    """Up to half of the month: there may be a second payment."""
    return st.none() | sums("0.01", str((roubles(place.block["amount"]) / 2).quantize(Decimal("0.01"), ROUND_DOWN)))


def _due(place: Place) -> st.SearchStrategy[str | None]:
    return st.none() | days(month(place.block["month"]), month(place.block["month"]) + 40 * DAY)


FIELDS: dict[str, Hint] = {
    "AlimonyCourtOrder.obstacles": lambda place: st.sampled_from([["none"], ["ничего из этого"]]),
    "Family.live_with_me": lambda place: st.just("да"),
    "Child.born_on": lambda place: days(place.on - 6000 * DAY, date(2023, 1, 8)),  # before any writ
    "CertifiedChild.certificate": lambda place: st.sampled_from(["I-ОН 512345", "№ II-АН 634512"]),
    "AlimonyPenaltyClaim.by_agreement": lambda place: st.just("нет"),
    "Writ.issued_on": lambda place: days(date(2023, 1, 9), date(2024, 10, 1)),
    "Writ.presented_on": lambda place: days(day(place.block["issued_on"]), date(2024, 12, 31)),
    "Writ.court": lambda place: st.sampled_from([_JUSTICE, "Заволжский районный суд г. Твери"]),
    "AlimonyDebt.month": lambda place: months(_SINCE, place.on - 120 * DAY),
    "AlimonyDebt.due_on": _due,
    "AlimonyDebt.amount": lambda place: sums("1", "1500"),
    "AlimonyDebt.paid": _paid,
    "AlimonyDebt.paid_on": lambda place: days(month(place.block["month"]) + 45 * DAY, place.on - 20 * DAY),
    "AlimonyDebt.more": _paid,
    "AlimonyDebt.more_on": lambda place: days(month(place.block["month"]) + 45 * DAY, place.on - 20 * DAY),
    "AlimonyPenaltyClaim.until": lambda place: days(place.on - 20 * DAY, place.on),
    "AlimonyPenaltyClaim.court": lambda place: st.just(
        {"title": _JUSTICE, "address": "170001, г. Тверь, ул. Мира, д. 1"}
    ),
}
ROWS = {
    "AlimonyCourtOrder.children": lambda place: Rows(1, lambda row: day(row["born_on"]).year),
    "AlimonyPenaltyClaim.children": lambda place: Rows(1, lambda row: day(row["born_on"]).year),
    "AlimonyPenaltyClaim.debts": lambda place: Rows(1, lambda row: month(row["month"])),
}
