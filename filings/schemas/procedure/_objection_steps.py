"""What a debtor does with objections to a court order."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from filings.russian import numbers
from filings.schemas import advice
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.procedure import _advice

if TYPE_CHECKING:
    from filings.schemas.procedure.court_order_objection import CourtOrderObjection, ObjectionConclusions


def warnings(filing: CourtOrderObjection, on: date, late: bool) -> list[str]:
    """What the term and the money already taken ask for."""
    found = []
    if not late and filing.receipt.reasons:
        found.append("Срок ещё не прошёл, поэтому причины опоздания в документ не вошли.")
    if filing.taken and not filing.taken.now:
        found.append("Когда приказ отменят, подайте отдельное заявление о повороте исполнения, чтобы вернуть деньги.")
    if filing.taken and filing.case.amount and filing.taken.amount > filing.case.amount:
        found.append("Удержали больше, чем взыскано по приказу. Проверьте суммы: в них мог попасть сбор приставов.")
    if filing.taken and re.search("алимент", filing.case.matter or "", re.I):
        found.append("Уплаченные алименты возвращают лишь в редких случаях (СК РФ, ст. 116, п. 2): спросите юриста.")
    return found


def next_steps(filing: CourtOrderObjection, conclusions: ObjectionConclusions, on: date) -> NextSteps:
    """Hand in at once, take the ruling to the bailiffs."""
    norm, last = "ГПК РФ, ст. 128", conclusions.last_day
    ahead = last if last and last >= on else None
    what = "Подать возражения" if ahead else "Срок возражений прошёл: подайте их сегодня же, с просьбой восстановить"
    free = "За возражения не платят ничего."
    paid = f" За просьбу вернуть деньги — {numbers.money(conclusions.duty)} пошлины." if conclusions.duty else ""
    return NextSteps(
        where=[*advice.to_court(filing.court), "Подавать можно только тому мировому судье, который вынес приказ."],
        copies=_advice.COPIES,
        cost=[free + paid],
        silence=[
            "Если срок не пропущен, судья отменит приказ: он не вправе отказать и не разбирает, кто прав.",
            "Копию определения об отмене отнесите приставам или в банк: взыскание прекратят.",
            "Взыскатель может после этого подать иск. Тогда суд разберёт спор по существу: следите за письмами из "
            "суда. В новом деле пригодятся ходатайства об истребовании доказательств и о рассмотрении без вас.",
            "Если в восстановлении срока откажут, подайте частную жалобу.",
        ],
        terms=[
            Term(what, norm, ahead),
            _advice.private_complaint("Частная жалоба на отказ восстановить срок", on, administrative=False),
        ],
        evidence=["Конверт из суда не выбрасывайте: штемпели на нём показывают, когда пришло письмо."],
        mistakes=[
            "Отправить возражения в районный суд или на другой участок: их не рассмотрят, а срок пройдёт.",
            "Долго спорить о долге и не попросить восстановить срок: сначала срок, спор будет потом.",
            "Ждать письма от приставов: срок идёт со дня, когда получена копия приказа.",
        ],
    )


def papers(filing: CourtOrderObjection, conclusions: ObjectionConclusions) -> list[Paper]:
    """The proof of good reasons, and of what was taken."""
    found = []
    if conclusions.restored and not filing.encloses("конверт", "справк", "отчёт", "регистрац", "листок"):
        found.append(
            Paper(
                "Документы, подтверждающие причины пропуска срока",
                "Конверт со штемпелями, отчёт об отслеживании письма, справка о регистрации по другому адресу, "
                "листок нетрудоспособности (ГПК РФ, ст. 112).",
            )
        )
    if filing.asks_money_back:
        taken = Paper("Документ об удержании денег", "Выписка банка или справка приставов (ГПК РФ, ст. 443).")
        found += [*([] if filing.encloses("выписк", "справк") else [taken]), Paper("Документ об уплате пошлины")]
    return found
