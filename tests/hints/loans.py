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
    """Less in all than a quarter of what was lent."""
    part = (roubles(place.filing["loan"]["principal"]) / 24).quantize(Decimal("0.01"))
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


def _sues(place: Place, condition: str) -> bool:
    """Whether the condition on the reason to sue holds; only the claim asks for one."""
    return "why" in place.root.model_fields and place.asks(condition)


def _paper(place: Place) -> st.SearchStrategy[str]:
    """An order is issued for a loan in writing."""
    if _sues(place, "why=no_paper"):
        return st.just("бумаги нет")
    spoken = ["бумаги нет"] if _sues(place, "why=disputed|over") else []
    return st.sampled_from(["расписка", "договор займа", *spoken])


def _demanded(place: Place) -> st.SearchStrategy[str]:
    """Without a term the demand comes before the court."""
    return st.just("да") if place.asks("loan.returns=demand") else st.sampled_from(["да", "нет"])


@st.composite
def _demand(draw: st.DrawFn, place: Place) -> dict[str, Any]:
    """The day of receipt may be unknown when the paper names a term."""
    sent = draw(days(_lent(place), place.on - 45 * DAY))
    received = days(day(sent), place.on - 45 * DAY)
    if not place.asks("loan.returns=demand"):
        received = st.none() | received
    return {"sent_on": sent, "received_on": draw(received)}


def _loan_venue(place: Place) -> st.SearchStrategy[str]:
    agreed = ["суд назван в договоре"] * place.asks("loan.paper=iou|contract")
    return st.sampled_from(["last_known", *["home"] * (not _sues(place, "why=abroad")), *agreed])


def _principal(place: Place) -> st.SearchStrategy[str]:
    """A claim of these sums belongs to the district court, an application stays under its limit."""
    if _sues(place, "why=over"):
        return st.sampled_from(["700 000", "812 345,67"])
    return sums("80000", "90000") if "why" in place.root.model_fields else sums("100", "90000")


BLOCKS = {
    "DemandMade": _demand,
    "MagistrateCourt": lambda place: st.sampled_from(
        [
            {"title": "мировой судья судебного участка № 3 Заволжского района г. Твери"},
            {"title": "Судебный участок № 12 Ленинского судебного района г. Ростова-на-Дону"},
        ]
    ),
}
FIELDS |= {
    "Loan.paper": _paper,
    "Loan.principal": _principal,
    "LoanFiling.repaid": _repaid,
    "LoanFiling.demanded": _demanded,
    "LoanFiling.venue": _loan_venue,
    "LoanCourtOrder.disputed": lambda place: st.just("нет"),
    "LoanCourtOrder.abroad": lambda place: st.just("нет"),
    "ReasonToSue.why": lambda place: st.sampled_from(
        ["cancelled", "refused", "disputed", "over", "нет расписки и договора", "abroad"]
    ),
    "EarlierOrder.asked_on": lambda place: days(place.on - 4 * DAY, place.on - 2 * DAY),
    "EarlierOrder.ended_on": lambda place: days(place.on - 2 * DAY, place.on),
    "EarlierOrder.justice": lambda place: st.just("судебный участок № 3 Заволжского района г. Твери"),
}
