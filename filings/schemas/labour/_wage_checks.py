"""What answers of a wage claim must agree with one another; each refusal names the question to go back to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filings.questions import wrong
from filings.schemas.labour import _terms
from filings.schemas.labour._owed_pages import check_debts
from filings.schemas.labour._tax import TaxBasis
from filings.schemas.labour._venue import Venue

if TYPE_CHECKING:
    from filings.schemas.labour.wage_claim import WageClaim


def check(claim: WageClaim, on: date | None) -> None:
    """Raises the first disagreement found; `on` is the day of filing, None when it is not known yet."""
    _check_people(claim)
    if not claim.debts and not (claim.dismissal and claim.dismissal.leave_unpaid):
        raise wrong("debts", "не указано ни одной невыплаченной суммы; добавьте хотя бы один месяц")
    if claim.venue is Venue.WORKPLACE and claim.employment.is_oral:
        raise wrong("venue", "письменного договора нет, значит, и места работы в нём нет; выберите другой суд")
    check_debts(claim.debts, claim.employment, claim.dismissal)
    _check_work(claim)
    if on is not None:
        _check_terms(claim, on)


def _check_people(claim: WageClaim) -> None:
    if claim.claimant.birth_date >= claim.employment.started_on:
        raise wrong("employment", "дата рождения позже первого рабочего дня; проверьте обе даты")
    agent = claim.representative
    number = (claim.claimant.identifier, claim.claimant.identifier_value)
    if agent and (agent.identifier, agent.identifier_value) == number:
        raise wrong(
            "representative",
            "у представителя тот же номер документа, что и у истца. Если вы подаёте иск сами, ответьте «нет» на вопрос "
            "о представителе; иначе проверьте номер",
        )


def _check_work(claim: WageClaim) -> None:
    left, work = claim.dismissal, claim.employment
    if left and left.leave_unpaid and left.daily_pay is None and claim.tax is TaxBasis.NET and not work.is_oral:
        raise wrong(
            "dismissal",
            "суммы в иске — «на руки», а оклад в договоре назван до вычета налога, и отпуск из него не посчитать. "
            "Впишите средний дневной заработок «на руки» или назовите все суммы до вычета налога",
        )
    if claim.request and claim.request.asked_on and claim.request.asked_on < work.started_on:
        raise wrong("request", "вы просили документы раньше первого рабочего дня; проверьте дату")


def _check_terms(claim: WageClaim, on: date) -> None:
    if claim.dismissal and claim.dismissal.leave_unpaid and claim.dismissal.on >= on:
        raise wrong("dismissal", "расчёт должны выдать в день увольнения, он ещё не прошёл; подайте иск позже")
    if claim.late_reasons and not (_terms.missed_until(claim, on) or _terms.fact_missed(claim, on)):
        raise wrong(
            "late_reasons",
            "срок обращения в суд не прошёл ни по одной выплате: объяснять нечего, уберите этот ответ",
        )
