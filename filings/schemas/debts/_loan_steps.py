"""What the lender does with the packet for a court: the application for an order, the claim."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from filings.rules.terms import legal_term
from filings.russian.numbers import money
from filings.schemas import advice
from filings.schemas.debts._loan_advice import limitation_term
from filings.schemas.next_steps import NextSteps, Term

if TYPE_CHECKING:
    from filings.schemas.debts._loan_court import LoanFiling

_RELIEF = (
    "Если у вас инвалидность I или II группы, вы, возможно, освобождены от пошлины (НК РФ, ст. 333.36, п. 2): "
    "спросите в суде и приложите справку."
)


def of_order(filing: LoanFiling, duty: Decimal, on: date) -> NextSteps:
    """The justice of the peace, the order without a hearing, the objections of the debtor."""
    issue, objection = legal_term("court_order_issue", on), legal_term("court_order_objection", on)
    return NextSteps(
        where=advice.to_court(filing.court),
        copies=advice.court_copies(1),
        cost=[
            f"Пошлина {money(duty)}: половина того, что платят за иск (НК РФ, ст. 333.19). Её взыщут с должника.",
            _RELIEF,
        ],
        silence=[
            f"Судья выносит приказ за {issue} без заседания (ГПК РФ, ст. 126) и посылает копию должнику.",
            f"Если за {objection} после этого должник не возразит, заберите второй экземпляр приказа: с ним идут к "
            "приставам или в банк должника. Исполнительный лист для этого не нужен.",
            "Если возразит, судья отменит приказ: объяснять причины должник не обязан (ГПК РФ, ст. 128, 129). Тогда "
            "подайте иск: ваши ответы перейдут туда, а пошлину за приказ зачтут.",
            "Проценты за дни после подачи в приказ не входят: потом их можно взыскать отдельно.",
        ],
        terms=[
            limitation_term(filing.last_day()),
            Term(f"Возражения должника: {objection} со дня, когда он получил копию приказа", "ГПК РФ, ст. 128"),
        ],
        evidence=["Подлинник расписки или договора, чек и опись об отправке копии должнику."],
        mistakes=[
            "Не отправить должнику копию заявления: без чека и описи заявление вернут (ГПК РФ, ст. 124).",
            "Просить в приказе моральный вред или расходы на юриста: они возможны только в иске.",
        ],
    )


def of_claim(filing: LoanFiling, duty: Decimal, left: Decimal) -> NextSteps:
    """The court, the hearing, the judgment; `left` of the duty is still to be paid."""
    credited = [f"Из неё уже заплачено {money(duty - left)} за судебный приказ; остаётся {money(left)}."] * (
        left < duty
    )
    return NextSteps(
        where=advice.to_court(filing.court),
        copies=advice.court_copies(1),
        cost=[
            f"Пошлина {money(duty)} (НК РФ, ст. 333.19). Если выиграете, её взыщут с ответчика.",
            *credited,
            _RELIEF,
        ],
        silence=[
            "Суд за пять рабочих дней решает, принять ли иск (ГПК РФ, ст. 133). Если чего-то не хватает, он назначит "
            "срок, чтобы исправить. Следите за делом на сайте суда по своей фамилии.",
            "Небольшой иск могут рассмотреть без вызова сторон (ГПК РФ, ст. 232.1–232.4): ответ пришлют на бумаге.",
            "Если суд откажет, подайте апелляционную жалобу. Если взыщет, а ответчик не платит, возьмите "
            "исполнительный лист и отнесите его приставам.",
        ],
        terms=[
            limitation_term(filing.last_day()),
            Term(
                "Апелляционная жалоба: один месяц со дня, когда суд изготовит полное решение", "ГПК РФ, ст. 321, ч. 2"
            ),
        ],
        evidence=[
            "На заседание возьмите паспорт и подлинник расписки или договора: по копии суд взыскать может и не "
            "согласиться.",
            "Выписка банка о переводе, переписка, требование и чек с описью.",
        ],
        mistakes=[
            "Подать иск, когда возможен приказ: суд вернёт его (ГПК РФ, ст. 135, ч. 1, п. 1.1).",
            "Считать проценты за просрочку со дня займа: они идут со следующего дня после срока возврата.",
            "Не сохранить чек и опись письма с требованием: без них не доказать, когда начался срок.",
        ],
    )
