"""What an employer owes and what follows from it: debts, leave, interest for late pay, the price of claim."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from filings.rules.accrual import OverdueSum
from filings.rules.conclusion import Conclusion, Step
from filings.rules.delayed_wages import delayed_wages_total
from filings.rules.figures import money
from filings.rules.limitation import last_day_to_sue
from filings.rules.unused_leave import Input as Leave
from filings.rules.unused_leave import unused_leave
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.employment import AVERAGE_MONTH_DAYS
from filings.schemas.labour._owed_wages import DebtLine, debt_lines, due_called, overdue, wages_owed, wages_section
from filings.schemas.labour._terms import fact_missed, missed_until, next_to_miss
from filings.schemas.labour._wage_debt import WageDebt, months_in_words
from filings.schemas.labour._wage_warnings import warnings_of

if TYPE_CHECKING:
    from filings.schemas.labour.wage_claim import WageClaim

ONE_DAY = timedelta(days=1)
MONTHS_AT_ONCE = 3  # ГПК РФ, ст. 211, абз. 3: «в течение трёх месяцев»


class WageClaimConclusions(Conclusions):
    """The sums of the claim; each is the total of a section of the calculation."""

    lines: tuple[DebtLine, ...] = fact("Долг по месяцам", ru="строки_долга", default=())
    months: str = fact("За какие месяцы долг", ru="период_долга", default="")
    wages: Decimal = fact("Долг по зарплате", ru="долг_по_зарплате", default=Decimal(0))
    leave: Decimal = fact("Компенсация за отпуск", ru="компенсация_за_отпуск", default=Decimal(0))
    principal: Decimal = fact("Зарплата и отпуск вместе", ru="основной_долг")
    late_pay: Decimal = fact("Проценты за задержку", ru="проценты_за_задержку", default=Decimal(0))
    late_since: date = fact("Первый день просрочки", ru="просрочка_с")
    late_onward: date = fact("С какого дня проценты идут дальше", ru="проценты_далее_с")
    price: Decimal = fact("Цена иска", ru="цена_иска")
    at_once: Decimal = fact("К немедленному исполнению", ru="исполнить_немедленно", default=Decimal(0))
    at_once_months: str = fact("Месяцы для немедленного исполнения", ru="немедленно_за", default="")
    missed_until: date | None = fact("По какой срок выплаты прошёл год", ru="пропущено_по", default=None)
    fact_missed: bool = fact("Прошло ли три месяца для спора о факте работы", ru="факт_пропущен", default=False)
    first_term: date = fact("Когда истёк или истекает самый ранний срок обращения в суд", ru="ближайший_срок")
    next_term: date | None = fact("Ближайший срок из тех, что не прошли", ru="следующий_срок", default=None)


def conclude(claim: WageClaim, on: date) -> WageClaimConclusions:
    """Every sum of the claim on the day it is filed, with the calculation to attach."""
    wages = wages_owed(claim.debts)
    leave = _leave(claim)
    late = _late_pay(claim, leave, on)
    interest = late.value
    owed = leave.value if leave else Decimal("0.00")
    at_once = latest_months(claim.debts)
    sections = (*wages_section(claim.debts, claim.tax), *((leave,) if leave else ()), late)
    found = WageClaimConclusions(
        lines=debt_lines(claim.debts),
        months=months_in_words([debt.month for debt in claim.debts]),
        wages=wages,
        leave=owed,
        principal=wages + owed,
        late_pay=interest,
        late_since=min(claim.dues()) + ONE_DAY,
        late_onward=on + ONE_DAY,
        price=wages + owed + interest,
        at_once=sum((debt.debt for debt in at_once), Decimal("0.00")),
        at_once_months=months_in_words([debt.month for debt in at_once]),
        missed_until=missed_until(claim, on),
        fact_missed=fact_missed(claim, on),
        first_term=last_day_to_sue(min(claim.dues())),
        next_term=next_to_miss(claim, on),
        calculation=sections,
        totals=_totals(wages, owed, interest),
    )
    return found.model_copy(update={"warnings": tuple(warnings_of(claim, found, on))})


def latest_months(debts: Iterable[WageDebt]) -> list[WageDebt]:
    """The debts of the last three months unpaid: the wages that a court has carried out at once."""
    months = sorted({debt.month for debt in debts})[-MONTHS_AT_ONCE:]
    return [debt for debt in debts if debt.month in months]


def _leave(claim: WageClaim) -> Conclusion | None:
    dismissal, pay = claim.dismissal, claim.daily_pay()
    if not (dismissal and dismissal.leave_unpaid and dismissal.leave_days and pay):
        return None
    found = unused_leave(Leave(days=dismissal.leave_days, daily_pay=pay))
    if not claim.debts:
        found = found.model_copy(update={"title": f"{found.title} ({claim.tax.in_words})"})
    if dismissal.daily_pay is None:
        days = str(AVERAGE_MONTH_DAYS).replace(".", ",")
        formula = f"{money(claim.employment.salary)} / {days} = {money(pay)}"
        steps = [step.model_copy(update={"note": "компенсация за отпуск"}) for step in found.steps]
        found = found.model_copy(update={"steps": (Step(note="средний дневной заработок", formula=formula), *steps)})
    return found


def _late_pay(claim: WageClaim, leave: Conclusion | None, on: date) -> Conclusion:
    """ТК РФ, ст. 236: every sum from the day after its own due day."""
    debts = overdue(claim.debts)
    if leave and claim.dismissal:
        called = due_called("компенсация за неиспользованный отпуск", claim.dismissal.on)
        debts.append(OverdueSum(leave.value, claim.dismissal.on, (), called))
    return delayed_wages_total(debts, on)


def _totals(wages: Decimal, leave: Decimal, interest: Decimal) -> tuple[Total, ...]:
    parts = (
        ("Задолженность по заработной плате", wages),
        ("Компенсация за неиспользованный отпуск", leave),
        ("Проценты (денежная компенсация) за задержку выплаты", interest),
    )
    lines = tuple(Total(title=title, amount=amount) for title, amount in parts if amount)
    return (*lines, Total(title="Цена иска", amount=wages + leave + interest))
