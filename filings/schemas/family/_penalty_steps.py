"""What the payee does with the packet of a claim for a penalty."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filings.rules.terms import legal_term
from filings.schemas import advice
from filings.schemas.next_steps import NextSteps, Term

if TYPE_CHECKING:
    from filings.schemas.family.alimony_penalty_claim import AlimonyPenaltyClaim, PenaltyConclusions

_FROM = "со дня, когда суд изготовит полное решение"


def next_steps(claim: AlimonyPenaltyClaim, found: PenaltyConclusions, on: date) -> NextSteps:
    """Where, how many copies, at what cost, what comes after."""
    return NextSteps(
        where=advice.to_court(claim.court),
        copies=advice.court_copies(1),
        cost=["Ничего: по искам в защиту прав ребёнка пошлину не платят (НК РФ, ст. 333.36, п. 1, пп. 2, 15)."],
        silence=[
            "Суд может уменьшить неустойку, учитывая положение плательщика (СК РФ, ст. 115, п. 2). Если он об этом "
            "просит, расскажите о доходах и расходах на ребёнка.",
            "Если откажут или взыщут мало, подайте апелляционную жалобу. Когда решение вступит в силу, возьмите "
            "исполнительный лист и отдайте его приставам.",
            "За новые месяцы можно подать ещё один иск.",
        ],
        terms=[Term(f"Апелляционная жалоба: {legal_term('court_appeal', on)} {_FROM}", "ГПК РФ, ст. 321, ч. 2")],
        evidence=[
            "Постановление пристава о расчёте задолженности с разбивкой по месяцам: попросите его заявлением.",
            "Выписка по счёту, на который приходят алименты.",
        ],
        mistakes=[
            "Просить неустойку у приставов: пристав считает только долг, неустойку взыскивает суд.",
            "Начислять неустойку на неустойку: её считают с суммы алиментов за каждый месяц отдельно.",
            "Считать месяцы до того, как документ предъявили к взысканию.",
        ],
    )
