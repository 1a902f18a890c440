"""What to do with a complaint about a utility once it is printed: where, by when, what if they are silent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filings.errors import LegalValueMissing
from filings.rules.terms import last_day, legal_term
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.utility_service import Provider, Trouble

if TYPE_CHECKING:
    from filings.schemas.housing.utility_quality_complaint import UtilityQualityComplaint

CHAIRS = {Provider.ASSOCIATION: "председатель товарищества", Provider.COOPERATIVE: "председатель кооператива"}


def next_steps(filing: UtilityQualityComplaint, on: date) -> NextSteps:
    """Where to hand it in, when to expect the answer, whom to turn to next."""
    return NextSteps(
        where=[
            _office(filing),
            "Или отправьте по почте ценным письмом с описью вложения и уведомлением о вручении.",
            "Или подайте через ГИС ЖКХ или приложение «Госуслуги.Дом»: вход через Госуслуги, ответ придёт туда же.",
        ],
        copies=[
            "Распечатайте и подпишите два экземпляра. Один отдайте, на втором пусть поставят входящий номер, "
            "дату и подпись.",
            "Если не принимают, не спорьте: отправьте в тот же день письмом с описью.",
        ],
        cost=["Подать заявление ничего не стоит. По почте вы платите только за письмо."],
        evidence=_evidence(filing),
        silence=[
            "Не ответили, отказали или не пришли — пожалуйтесь в жилищную инспекцию вашего региона и приложите "
            "второй экземпляр с отметкой.",
            "Одновременно можно обратиться в прокуратуру.",
            "Если плату так и не снизили, подайте иск. Потребитель может судиться по своему месту жительства.",
        ],
        terms=[*_check(filing), *_reply(filing, on), *_fine(filing)],
        mistakes=[
            "Нет номера заявки и времени звонка.",
            "Температуру мерили у окна или у батареи.",
            "Пишут управляющей компании, хотя деньги за услугу получает другая организация.",
            "Перестают платить совсем. Платите хотя бы то, с чем согласны: за долг начислят пени.",
        ],
    )


def _office(filing: UtilityQualityComplaint) -> str:
    address = f", {filing.recipient.address}." if filing.recipient.address else ". Адрес есть в квитанции."
    return f"Отнесите заявление в офис: {filing.recipient.title}{address}"


def _evidence(filing: UtilityQualityComplaint) -> list[str]:
    found = ["Запишите номера заявок и время всех звонков; сделайте снимок экрана с вызовами."]
    if filing.trouble is Trouble.TEMPERATURE:
        found.append("Снимите термометр на фото или видео так, чтобы были видны дата, время и место.")
    if not filing.outage.ended:
        if not filing.act_is_drawn:
            found.append(
                "Если за два часа после звонка никто не придёт, составьте акт сами: кроме вас, его подписывают не "
                f"меньше двух жителей дома и {CHAIRS.get(filing.provider, 'председатель совета дома')} "
                "(п. 110.1 Правил)."
            )
        found.append("Когда всё исправят, сообщите диспетчеру и запишите время: до этого часа плату снижают.")
    return found


def _check(filing: UtilityQualityComplaint) -> list[Term]:
    if filing.outage.ended or filing.act_is_drawn:
        return []
    what = "Проверка: не позже 2 часов после сообщения, если не договорились о другом времени"
    return [Term(what, "ПП РФ № 354, п. 108")]


def _reply(filing: UtilityQualityComplaint, on: date) -> list[Term]:
    """The managing organisations have a term of their own; for a supplier none is recorded."""
    if filing.provider is Provider.SUPPLIER:
        return [Term("Письменный ответ: точный срок уточните у организации", "ПП РФ № 354, п. 31")]
    try:
        day = last_day(on, legal_term("manager_reply", on))
    except LegalValueMissing:
        day = None
    return [
        Term(
            "Письменный ответ: 10 рабочих дней, если отдать заявление сегодня; срок проверьте",
            "ПП РФ № 416, п. 36",
            day,
        )
    ]


def _fine(filing: UtilityQualityComplaint) -> list[Term]:
    if not filing.billed_in_full:
        return []
    what = "Проверка начисления и решение о штрафе: 30 дней со дня, когда заявление получили"
    return [Term(what, "ЖК РФ, ст. 157, ч. 7")]
