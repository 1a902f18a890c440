"""Which terms of going to court a wage claim has missed: ТК РФ, ст. 392."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filings.rules.limitation import last_day_to_sue
from filings.rules.terms import legal_term, raw_end
from filings.rules.working_days import is_covered, working_day_from

if TYPE_CHECKING:
    from filings.schemas.labour.wage_claim import WageClaim
    from filings.schemas.labour.wage_court_order import WageCourtOrder


def missed_until(claim: WageClaim | WageCourtOrder, on: date) -> date | None:
    """The latest due day whose year has passed: every sum due by then is late (ч. 2). None when all are in time."""
    return max((due for due in claim.dues() if last_day_to_sue(due) < on), default=None)


def next_to_miss(claim: WageClaim | WageCourtOrder, on: date) -> date | None:
    """The nearest last day to sue among the sums that are still in time; None when every one is late."""
    return min((last for due in claim.dues() if (last := last_day_to_sue(due)) >= on), default=None)


def last_day_for_fact(claim: WageClaim) -> date | None:
    """Three months after work without a contract ended (ч. 1); None while it lasts: then they do not run."""
    if not (claim.employment.is_oral and claim.dismissal):
        return None
    end = raw_end(claim.dismissal.on, legal_term("labour_limitation_other", claim.dismissal.on))
    return working_day_from(end) if is_covered(end) else end


def fact_missed(claim: WageClaim, on: date) -> bool:
    """Whether the three months for the fact of employment have passed."""
    last = last_day_for_fact(claim)
    return last is not None and on > last
