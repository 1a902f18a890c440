"""How unpaid wages are asked about, the same in every paper of the chain, and what the answers must agree on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from filings.questions import page, wrong
from filings.schemas.employment import Job, Leaving
from filings.schemas.labour._wage_debt import WageDebt

_PARTS = "Аванс и остаток зарплаты — две выплаты"


def debts_page(hint: str = "", *, then: str = "", **wording: Any) -> Any:
    """The rows of sums not paid; `hint` stands before the advice about advances, `then` goes on with its sentence.

    `wording` is that of `page`.
    """
    told = f"{hint} {_PARTS}{then}".strip()
    return page("За что не заплатили", ru="долги", add="Добавить ещё одну выплату", hint=told, **wording)


def tax_page(**wording: Any) -> Any:
    """Before the tax or after it; `wording` is that of `page`."""
    return page("Суммы, которые вы назвали, — до вычета налога или на руки?", ru="суммы", **wording)


def check_debts(debts: Sequence[WageDebt], job: Job, left: Leaving | None) -> None:
    """Raises where the days of work and the debts do not fit one another; names the question to go back to."""
    last = left.on if left else date.max
    if last < job.started_on:
        raise wrong("dismissal.on", "день увольнения раньше первого рабочего дня; проверьте обе даты")
    seen = set()
    for number, debt in enumerate(debts, 1):
        _check_days(debt, number, job.started_on, last)
        if (debt.month, debt.due, debt.comment) in seen:
            text = "выплата № {number} записана дважды; уберите её или напишите, какая это часть"
            raise wrong("debts", text, number=number)
        seen.add((debt.month, debt.due, debt.comment))


def _check_days(debt: WageDebt, number: int, first: date, last: date) -> None:
    if not first.replace(day=1) <= debt.month <= last:
        text = "выплата № {number}: в этом месяце вы у этого работодателя не работали; проверьте его"
        raise wrong("debts", text, number=number)
    if debt.due < first:
        text = "выплата № {number}: срок раньше первого рабочего дня; проверьте обе даты"
        raise wrong("debts", text, number=number)
