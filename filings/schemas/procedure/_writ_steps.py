"""What the winner does to get the writ, and with it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filings.rules.terms import legal_term
from filings.schemas import advice
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.procedure import _advice

if TYPE_CHECKING:
    from filings.schemas.procedure.writ_request import WritConclusions, WritRequest


def next_steps(request: WritRequest, conclusions: WritConclusions, on: date) -> NextSteps:
    """Get the writ, take it to the bailiffs, count the years."""
    since, norm = request.judgment.in_force_on, "229-ФЗ, ст. 21"
    years = "Предъявить лист приставам или в банк, считая со дня вступления решения в силу"
    last = advice.term(years, "writ_presentation", since, norm) if since else None
    if not last or not last.day:
        last = Term(f"{years}: {legal_term('writ_presentation', on)}", norm)
    return NextSteps(
        where=[*advice.to_court(request.court), "Подают в тот суд, который рассматривал дело первым.", _advice.TELL],
        copies=_advice.COPIES,
        cost=["Ничего: за выдачу листа пошлину не платят."],
        silence=[
            "Лист обычно готов через несколько дней после того, как дело вернётся из архива или апелляции. "
            "Позвоните в канцелярию и спросите.",
            "Получив лист, проверьте имена, суммы и адреса: ошибку исправит только суд.",
            "Лист отнесите приставам по адресу должника или сразу в его банк, если знаете счёт. Снимите с листа копию.",
        ],
        terms=[last],
        evidence=["За листом приходите с паспортом; представитель — с доверенностью, где названо право его получить."],
        mistakes=[
            "Ждать, что лист придёт сам: суд выдаёт его по просьбе.",
            "Потерять лист: за дубликат платят пошлину и объясняют пропажу в заседании.",
        ],
    )
