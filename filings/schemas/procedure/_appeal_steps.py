"""What a person does with the packet of an appeal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filings.rules.state_duty import Exemption
from filings.russian import numbers
from filings.schemas import advice
from filings.schemas.court_claim import by_order_alone
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.procedure import _advice
from filings.schemas.procedure._appealed import Demand, DutyWay

if TYPE_CHECKING:
    from filings.schemas.procedure.appeal import Appeal, AppealConclusions


def next_steps(appeal: Appeal, found: AppealConclusions, on: date) -> NextSteps:
    """Where, how many copies, by when, at what cost, and what comes after."""
    others = len(appeal.others)
    return NextSteps(
        where=[
            *advice.to_court(appeal.court),
            f"Жалобу рассмотрит {appeal.appeal_court.title}, но подают её только через суд, который вынес решение.",
        ],
        copies=[
            f"Экземпляров нужно {others + 2}: суду, {'второй стороне' if others == 1 else 'каждому участнику'}, себе.",
            "Копии другим участникам отправьте до подачи, ценным письмом с описью вложения. Подпишите жалобу.",
        ],
        cost=_cost(appeal, found),
        silence=[
            "Суд проверит жалобу. Чего-то не хватает — оставит её без движения и назначит срок, чтобы исправить.",
            "После этого дело отправят в апелляцию. Время заседания смотрите на её сайте; прийти полезно, но можно и "
            "попросить рассмотреть жалобу без вас.",
            "Если откажут и там, есть кассация: её подают тоже через первый суд, но решение уже вступит в силу.",
        ],
        terms=_terms(appeal, found, on),
        evidence=[
            "Перечитайте протоколы и материалы дела: с ними можно ознакомиться в канцелярии, листы сфотографировать."
        ],
        mistakes=[
            "Считать срок со дня объявления: он идёт со дня, когда готово полное решение.",
            "Отправить жалобу прямо в вышестоящий суд: её вернут, а время уйдёт.",
            "Просить о том, чего не просили в первом суде: новых требований в жалобе быть не может.",
            "Повторить иск: пишите, в чём ошибся суд.",
        ],
    )


def warnings(appeal: Appeal, last: date | None, late: bool) -> list[str]:
    """What the term and the demand ask for."""
    found = []
    if not late and appeal.decision.reasons:
        found.append("Срок ещё не прошёл, поэтому причины опоздания в жалобу не вошли.")
    if appeal.asked.demand is Demand.REMAND:
        found.append("Вернуть дело в первый суд можно редко. Обычно просят отменить решение и принять новое.")
    if appeal.decision.simplified and appeal.new_evidence:
        found.append(
            "В упрощённом производстве апелляция почти не принимает новых доказательств: только те, которые первый "
            "суд принять отказался без оснований (ГПК РФ, ст. 335.1)."
        )
    if by_order_alone(appeal):
        found.append(
            "По одному ордеру адвокат подать жалобу не может: подпишите её сами или выдайте ему доверенность, где "
            "названо право обжаловать решение (ГПК РФ, ст. 54; КАС РФ, ст. 56)."
        )
    if appeal.court.is_magistrate or appeal.decision.simplified:
        found.append(
            "Полное решение по таким делам суд пишет по просьбе. Если его нет, сначала подайте заявление о "
            "составлении мотивированного решения: срок для него короткий."
        )
    return found


def papers(appeal: Appeal) -> list[Paper]:
    """ГПК РФ, ст. 322, ч. 4; КАС РФ, ст. 299, 300."""
    duty = {
        DutyWay.PAY: Paper("Документ об уплате государственной пошлины"),
        DutyWay.EXEMPT: Paper("Документ, подтверждающий право на льготу по пошлине"),
        DutyWay.ASK: Paper("Ходатайство об отсрочке уплаты или уменьшении пошлины либо об освобождении от неё"),
    }
    labour = appeal.exempt_as is Exemption.LABOUR  # the case itself shows it
    sent = Paper(
        "Документ, подтверждающий направление копий жалобы другим лицам, участвующим в деле",
        "Отправьте каждому копию жалобы и новых документов ценным письмом с описью; сохраните квитанции.",
    )
    new = [one.what for one in appeal.new_evidence if not appeal.encloses(one.what.casefold())]
    return [*([] if labour else [duty[appeal.duty_way]]), sent, *(Paper(what[:1].upper() + what[1:]) for what in new)]


def _cost(appeal: Appeal, found: AppealConclusions) -> list[str]:
    if not found.duty:
        return ["Ничего: льгота по пошлине действует и для жалобы."]
    return [f"Пошлина за жалобу — {numbers.money(found.duty)} Реквизиты возьмите на сайте суда первой инстанции."]


def _terms(appeal: Appeal, found: AppealConclusions, on: date) -> list[Term]:
    norm = "ГПК РФ, ст. 321, ч. 2"
    if appeal.decision.simplified:
        norm = "ГПК РФ, ст. 232.4, ч. 8"
    if appeal.administrative:
        norm = "КАС РФ, ст. 298"
    ahead = found.last_day if found.last_day and found.last_day >= on else None
    what = (
        "Подать жалобу в суд, который вынес решение, или сдать её на почту"
        if ahead or not found.last_day
        else ("Срок жалобы прошёл: подайте её сегодня же, с просьбой восстановить срок")
    )
    above, cassation = "court_cassation", "ГПК РФ, ст. 376.1"
    if appeal.administrative:
        above, cassation = "administrative_cassation", "КАС РФ, ст. 318"
    return [
        Term(what, norm, ahead),
        _advice.counted("Кассационная жалоба", above, "когда решение вступит в силу", cassation, on),
    ]
