"""What the worker is to know and to do with a demand to the employer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from filings.rules.figures import day
from filings.rules.limitation import last_day_to_sue
from filings.schemas import advice
from filings.schemas.next_steps import NextSteps, Term

if TYPE_CHECKING:
    from filings.schemas.labour.employer_documents_demand import EmployerDocumentsDemand


def warnings_of(demand: EmployerDocumentsDemand, on: date) -> Iterator[str]:
    """Texts for the person, most dangerous first."""
    late = [last_day_to_sue(debt.due) for debt in demand.debts if last_day_to_sue(debt.due) < on]
    if late:
        yield (
            f"По самой старой выплате год для обращения в суд прошёл {day(min(late))} (ТК РФ, ст. 392). Требование "
            "срока не продлевает: не откладывайте суд."
        )
    if demand.suspends:
        yield (
            "Не выходить на работу можно, только когда у вас есть отметка о получении извещения или уведомление о "
            "вручении: иначе невыход могут счесть прогулом. Когда работодатель письменно сообщит, что готов заплатить, "
            "выйдите не позднее следующего рабочего дня (ТК РФ, ст. 142)."
        )
    if not demand.employer.form_is_named:
        yield (
            "В названии работодателя не видно, что это за организация: общество, учреждение, предприятие. Спишите "
            "полное название из договора или с сайта налоговой службы."
        )
    if demand.tax:
        yield demand.tax.caution.replace("Суммы в иске", "Суммы в требовании")


def next_steps(demand: EmployerDocumentsDemand, on: date) -> NextSteps:
    """Where, how many copies, by when, what if they are silent."""
    wants_papers = bool(demand.documents or demand.other_document)
    return NextSteps(
        where=[
            f"{demand.employer.full_name}, {demand.employer.address}.",
            "Отнесите в приёмную или отдел кадров: на вашем экземпляре должны поставить дату, входящий номер, подпись. "
            "Не берут — отправьте ценным письмом с описью вложения и уведомлением о вручении.",
        ],
        copies=advice.two_copies("работодателю"),
        cost=["Ничего: копии работодатель выдаёт бесплатно (ТК РФ, ст. 62)."],
        silence=[
            "Не выдали документы или не заплатили — пожалуйтесь в государственную инспекцию труда или прокуратуру: "
            "ваши ответы перейдут в новый документ.",
            "Деньги взыскивает суд: если они начислены в расчётном листке — приказом мирового судьи, если нет — иском.",
        ],
        terms=[
            *([_papers_term(on)] if wants_papers else []),
            *([_pay_term(demand)] if demand.debts else []),
        ],
        evidence=["Экземпляр с отметкой о получении или опись, чек и уведомление о вручении."],
        mistakes=[
            "Просить документы устно: срок идёт только от письменного заявления.",
            "Ждать ответа и пропустить год для суда: требование этот срок не останавливает.",
        ],
    )


def _papers_term(on: date) -> Term:
    return advice.term(
        "Работодатель должен выдать документы, если получит требование сегодня",
        "employer_documents",
        on,
        "ТК РФ, ст. 62",
    )


def _pay_term(demand: EmployerDocumentsDemand) -> Term:
    first = min(last_day_to_sue(debt.due) for debt in demand.debts)
    return Term("Обратиться в суд за самой старой выплатой", "ТК РФ, ст. 392, ч. 2", first)
