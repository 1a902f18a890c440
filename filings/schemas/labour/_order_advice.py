"""What the worker is to know and to do with an application for a court order for wages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.rules.delayed_wages import delayed_wages_total
from filings.rules.figures import day
from filings.rules.limitation import last_day_to_sue
from filings.rules.terms import legal_term
from filings.russian.numbers import money
from filings.schemas import advice
from filings.schemas.exhibits import Paper
from filings.schemas.labour._owed_wages import overdue
from filings.schemas.labour._terms import missed_until, next_to_miss
from filings.schemas.next_steps import NextSteps, Term

if TYPE_CHECKING:
    from filings.schemas.labour.wage_court_order import WageCourtOrder


def warnings_of(filing: WageCourtOrder, on: date) -> Iterator[str]:
    """Texts for the person, most dangerous first."""
    yield from filing.left_blank()
    if missed := missed_until(filing, on):
        still = "" if filing.employment.ended else " Если вы ещё работаете, нарушение считается длящимся."
        yield (
            f"Год для обращения в суд прошёл по выплатам со сроком не позднее {day(missed)} (ТК РФ, ст. 392). "
            f"Работодатель может на это сослаться в возражениях.{still}"
        )
    if filing.compensation is None:
        late = delayed_wages_total(overdue(filing.debts), on).value
        yield (
            f"Проценты за задержку по ст. 236 ТК РФ на {day(on)} составили бы {money(late)} Раз "
            "работодатель их не начислил, в приказ они не входят; их можно взыскать отдельным иском."
        )
    left = filing.dismissal.on if filing.dismissal else None
    if left and any(debt.due > left for debt in filing.debts):
        yield (
            f"При увольнении всё выплачивают в последний рабочий день (ТК РФ, ст. 140), то есть {day(left)}, а у вас "
            "есть выплата с более поздним сроком. Проверьте его."
        )
    if not filing.employer.form_is_named:
        yield (
            "В названии работодателя не видно, что это за организация: общество, учреждение, предприятие. Спишите "
            "полное название из договора или с сайта налоговой службы."
        )
    yield filing.tax.caution.replace("Суммы в иске", "Суммы в заявлении").replace(", и проценты посчитаны с них", "")


def papers_of(filing: WageCourtOrder) -> list[Paper]:
    """The contract and the proof of accrual, unless they are among the exhibits."""
    found = []
    if not filing.encloses("трудового договора", "трудовой договор"):
        found.append(
            Paper("Копия трудового договора", "Если его не отдали, попросите копию: её выдают по ст. 62 ТК РФ.")
        )
    if not filing.encloses("листк", "листок", "справк"):
        found.append(Paper("Документ о начислении заработной платы", "Расчётные листки или справка о задолженности."))
    return found


def next_steps(filing: WageCourtOrder, on: date) -> NextSteps:
    """Where, how many copies, what if the employer objects."""
    issue, objection = legal_term("court_order_issue", on), legal_term("court_order_objection", on)
    return NextSteps(
        where=advice.to_court(filing.court),
        copies=advice.court_copies(1),
        cost=["Ничего: работники не платят государственную пошлину (НК РФ, ст. 333.36; ТК РФ, ст. 393)."],
        silence=[
            f"Судья выносит приказ за {issue} без заседания (ГПК РФ, ст. 126) и посылает копию работодателю.",
            f"Если за {objection} после этого работодатель не возразит, заберите второй экземпляр приказа и отнесите "
            "его приставам или в банк работодателя. Приказ о зарплате за три месяца исполняют сразу (ГПК РФ, ст. 211).",
            "Если возразит, приказ отменят. Тогда подайте иск в районный суд: там можно просить и проценты, и "
            "моральный вред, а ваши ответы перейдут туда.",
            "Одновременно можно пожаловаться в государственную инспекцию труда.",
        ],
        terms=[
            _term(filing, on),
            Term(f"Возражения работодателя: {objection} со дня получения приказа", "ГПК РФ, ст. 128"),
        ],
        evidence=["Расчётные листки или справка, трудовой договор, чек и опись об отправке копии работодателю."],
        mistakes=[
            "Вписать деньги, которых нет в листке или справке: в приказе откажут (ГПК РФ, ст. 122, 125).",
            "Просить моральный вред: в приказе его не взыскивают.",
            "Не отправить работодателю копию: без чека и описи заявление вернут (ГПК РФ, ст. 124).",
        ],
    )


def _term(filing: WageCourtOrder, on: date) -> Term:
    what = "Подать заявление, чтобы не пропустить год по самой старой выплате"
    if last_day_to_sue(min(filing.dues())) < on:
        what = "Год по самой старой выплате прошёл: подайте заявление как можно скорее"
    return Term(what, "ТК РФ, ст. 392, ч. 2", next_to_miss(filing, on))
