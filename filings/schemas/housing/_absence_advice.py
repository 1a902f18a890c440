"""What to do with a request for a recalculation over an absence: the term to apply, the doubts, the next steps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.errors import LegalValueMissing
from filings.rules.figures import NBSP, plural
from filings.rules.terms import last_day, legal_term, raw_end
from filings.russian import dates
from filings.schemas import advice
from filings.schemas.housing._absence import AbsentService, Proof
from filings.schemas.next_steps import NextSteps, Term

if TYPE_CHECKING:
    from filings.schemas.housing.absence_recalculation_request import AbsenceRecalculationRequest

APPLICATION, RECALCULATION, AHEAD = "absence_application", "absence_recalculation", "absence_ahead"
MONTHS = ("месяц", "месяца", "месяцев")


def last_day_to_apply(filing: AbsenceRecalculationRequest) -> date | None:
    """ПП РФ № 354, п. 91: so many days after the return; None for days whose calendar is not known."""
    try:
        return last_day(filing.absence.ends_on, legal_term(APPLICATION, filing.absence.ends_on))
    except LegalValueMissing:
        return None


def overdue(filing: AbsenceRecalculationRequest, on: date) -> bool:
    """Whether the term to apply has passed."""
    last = last_day_to_apply(filing)
    return last is not None and last < on


def doubts(filing: AbsenceRecalculationRequest, on: date) -> Iterator[str]:
    """Why the organisation may refuse."""
    last = last_day_to_apply(filing)
    if last and last < on:
        said = (
            "Приложите доказательства причины"
            if filing.late_reason
            else "Если опоздали не по своей вине, напишите почему"
        )
        yield f"Срок заявления прошёл {dates.day(last)}: могут отказать. {said}."
    if filing.late_reason and last and last >= on:
        yield f"Срок ещё не прошёл: заявление подают до {dates.day(last)}. Причину опоздания можно убрать."
    if filing.absence.planned_on and filing.absence.planned_on < on:
        yield "День, когда вы собирались вернуться, прошёл. Если вернулись, поправьте ответ и впишите этот день."
    elif not filing.absence.returned:
        yield "Когда вернётесь, донесите документы об отсутствии: без них за эти дни плату начислят снова."
    if _too_far_ahead(filing):
        months = legal_term(AHEAD, filing.absence.left_on).count
        yield (
            f"Вперёд плату пересчитывают не больше чем за {months}{NBSP}{plural(months, *MONTHS)}. Уедете на дольше — "
            "потом подайте новое заявление."
        )
    if AbsentService.WASTE in filing.services:
        yield "За мусор не пересчитывают, если в регионе плату берут с площади квартиры: проверьте в квитанции."
    if Proof.OTHER in filing.proofs:
        yield "Проверьте, что в документе названы человек, место и дни: иначе его не примут."


def _too_far_ahead(filing: AbsenceRecalculationRequest) -> bool:
    """ПП РФ № 354, п. 95: an application for days to come covers so many months."""
    absence = filing.absence
    return not absence.returned and raw_end(absence.left_on, legal_term(AHEAD, absence.left_on)) < absence.ends_on


def next_steps(filing: AbsenceRecalculationRequest, on: date) -> NextSteps:
    """Where to hand it in, when the bill must change."""
    return NextSteps(
        where=advice.to_organisation(filing.recipient),
        copies=advice.two_copies("организации"),
        cost=[advice.NO_FEE],
        evidence=["Возьмите с собой подлинники документов: копии сверят, а подлинники вернут."],
        silence=["Не пересчитали или отказали — пожалуйтесь в жилищную инспекцию."],
        terms=_terms(filing, on),
        mistakes=["Подать заявление позже срока.", "Просить пересчёт по услуге, на которую стоит счётчик."],
    )


def _terms(filing: AbsenceRecalculationRequest, on: date) -> list[Term]:
    last, norm = last_day_to_apply(filing), "ПП РФ № 354, п. 91"
    hand_in = [Term("Отдать заявление", norm, last)] if last and last >= on else []
    longer = [] if filing.absence.returned else [Term("Вернётесь позже — подайте новое заявление", norm)]
    return [*hand_in, *longer, advice.term("Перерасчёт; срок проверьте", RECALCULATION, on, "ПП РФ № 354, разд. VIII")]
