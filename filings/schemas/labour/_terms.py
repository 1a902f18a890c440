"""Which terms of going to court a wage claim has missed: ТК РФ, ст. 392."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filings.rules.limitation import last_day_to_sue
from filings.rules.terms import legal_term, raw_end
from filings.rules.working_days import is_covered, working_day_from

if TYPE_CHECKING:
    from filings.schemas.labour.wage_claim import WageClaim


def missed_until(claim: WageClaim, on: date) -> date | None:
    """The latest due day whose year has passed: every sum due by then is late (ч. 2). None when all are in time."""
    return max((due for due in claim.dues() if last_day_to_sue(due) < on), default=None)


def fact_missed(claim: WageClaim, on: date) -> bool:
    """Whether three months have passed since work without a contract ended (ч. 1); while it lasts, they do not run."""
    if not (claim.employment.is_oral and claim.dismissal):
        return False
    end = raw_end(claim.dismissal.on, legal_term("labour_limitation_other", claim.dismissal.on))
    return on > (working_day_from(end) if is_covered(end) else end)
