"""Which months a penalty is counted for, and that the children had a right to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filings.questions import wrong
from filings.rules.figures import day
from filings.russian import dates

if TYPE_CHECKING:
    from filings.schemas.family.alimony_penalty_claim import AlimonyPenaltyClaim


def check_months(claim: AlimonyPenaltyClaim) -> None:
    """Each month once, after the writ was presented, with its payments before the day of calculation."""
    months = [debt.month for debt in claim.debts]
    for place, debt in enumerate(claim.debts):
        if months.index(debt.month) < place:
            raise wrong(f"debts.{place}.month", "этот месяц уже назван; каждый месяц — один раз")
        if debt.due < claim.writ.presented_on:
            text = "срок этого месяца раньше {on}, когда предъявили документ: за него неустойку не считают"
            raise wrong(f"debts.{place}.month", text, on=day(claim.writ.presented_on))
        if debt.payments and (last := debt.payments[-1].on) > claim.until:
            text = "за {month} заплатили {on}: посчитайте неустойку по этот день или позже"
            raise wrong("until", text, month=dates.month(debt.month), on=day(last))
        if debt.due >= claim.until:
            raise wrong("until", "за {month} к этому дню просрочки ещё нет", month=dates.month(debt.month))


def check_children(claim: AlimonyPenaltyClaim) -> None:
    """СК РФ, ст. 80, 120: alimony is owed to children born before the writ, until the youngest comes of age."""
    for place, child in enumerate(claim.children):
        if child.born_on > claim.writ.issued_on:
            text = "документ выдан {on}, до рождения этого ребёнка: в нём его нет; проверьте даты"
            raise wrong(f"children.{place}.born_on", text, on=day(claim.writ.issued_on))
    grown = max(child.adult_on for child in claim.children)
    for place, debt in enumerate(claim.debts):
        if debt.month >= grown:
            text = "{on} детям уже исполнилось 18 лет: за этот месяц алименты не начисляют, уберите его"
            raise wrong(f"debts.{place}.month", text, on=day(grown))
