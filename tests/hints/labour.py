"""Answers about work and pay for the kinds beside the wage claim."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from strategies_hints import DAY, Place, Rows
from strategies_hints import FIELDS as SHARED
from strategies_types import months, sums

from filings.questions.times import day, month


def _different(least: int) -> Any:
    return lambda place: Rows(least, lambda row: (month(row["month"]), day(row["due"])))


def _for_order(place: Place) -> bool:
    return "proof" in place.root.model_fields


def _papers(place: Place) -> st.SearchStrategy[list[str]]:
    """Who still works asks for no order of dismissal."""
    usual = [
        "contract",
        "hiring",
        "transfers",
        "payslips",
        "справка о заработной плате",
        "period",
        "record",
        "timesheets",
    ]
    left = ["dismissal"] * place.asks("employment.ended")
    return st.lists(st.sampled_from([*usual, *left]), min_size=1, max_size=9, unique=True)


def _suspends(place: Place) -> st.SearchStrategy[str]:
    """Only after fifteen days of delay."""
    late = any(day(debt["due"]) < place.on - 20 * DAY for debt in place.filing.get("debts", ()))
    return st.sampled_from(["да", "нет"]) if late else st.just("нет")


def _started(place: Place) -> date:
    return day(place.filing["employment"]["started_on"])


def _ended(place: Place) -> st.SearchStrategy[str]:
    """Who complains of the dismissal has been dismissed."""
    dismissed = "violations" in place.root.model_fields and place.asks("violations=dismissal")
    return st.just("да") if dismissed else st.sampled_from(["да", "нет"])


def _violations(place: Place) -> st.SearchStrategy[list[str]]:
    """Every one now and then; what must agree with them is answered later."""
    broken = ["no_contract", "leave", "dismissal", "не соблюдают охрану труда"]
    return st.lists(st.sampled_from(broken), min_size=1, max_size=4, unique=True)


FIELDS = {
    "EmployerDocumentsDemand.documents": _papers,
    "EmployerDocumentsDemand.suspends": _suspends,
    "EmployerDocumentsDemand.must_stay": lambda place: st.just("нет"),
    "Job.started_on": SHARED["Employment.started_on"],
    "LabourInspectorateComplaint.asked_on": SHARED["DocumentRequest.asked_on"],
    "LabourInspectorateComplaint.disputed": lambda place: st.sampled_from(["нет", "нет", "нет", "да"]),
    "LabourInspectorateComplaint.violations": _violations,
    "Months.first": lambda place: months(_started(place), place.on),
    "Months.last": lambda place: months(month(place.block["first"]), place.on),
    "PresentJob.ended": _ended,
    "Employment.contract": lambda place: st.sampled_from(["письменно", *["oral"] * (not _for_order(place))]),
    "Leaving.on": SHARED["Dismissal.on"],
    "WageCourtOrder.accrued": lambda place: st.just("да"),
    "WageCourtOrder.compensation": lambda place: st.none() | sums("0.01", "20000"),
    "WageCourtOrder.venue": SHARED["WageClaim.venue"],
    "WageDebt.accrued": lambda place: sums("1", "15000") if _for_order(place) else sums("1", "900000"),
}
ROWS = {
    "EmployerDocumentsDemand.debts": _different(1),
    "EmployerDocumentsDemand.documents": lambda place: Rows(1),
    "LabourInspectorateComplaint.debts": _different(1),
    "LabourInspectorateComplaint.violations": lambda place: Rows(0 if place.asks("owed") else 1),
    "WageCourtOrder.debts": _different(1),
}
