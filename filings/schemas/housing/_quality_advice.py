"""Advice on a complaint about a utility: what is risky in the answers, and what to do with the packet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from filings.errors import LegalValueMissing
from filings.rules.terms import last_day, legal_term
from filings.russian import dates
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.utility_service import ActState, Provider, Trouble, WarmService

if TYPE_CHECKING:
    from filings.schemas.housing.utility_quality_complaint import UtilityQualityComplaint

WARM_MONTHS = (5, 6, 7, 8, 9)


def warnings(
    filing: UtilityQualityComplaint, period: tuple[datetime, datetime] | None, counted: Sequence[date], on: date
) -> tuple[str, ...]:
    """What does not stop the filing but weakens it."""
    found = [*_about_calls(filing), *_about_addressee(filing), *_about_proof(filing)]
    if filing.called:
        found += _about_sum(filing, period, counted, on)
    return tuple(found)


def _about_calls(filing: UtilityQualityComplaint) -> Iterator[str]:
    if not filing.called:
        yield (
            "Позвоните в аварийно-диспетчерскую службу сегодня же и запишите номер заявки, время и фамилию оператора: "
            "плату снижают с того времени, когда сообщение зарегистрировано. "
            "Потом добавьте звонок в ответы и соберите пакет заново."
        )
    unnumbered = [call for call in filing.calls or () if not call.number]
    if unnumbered:
        days = ", ".join(dates.moment(call.at) for call in unnumbered)
        yield f"Нет номера заявки: {days}. Попросите диспетчера назвать его, без номера звонок трудно доказать."


def _about_addressee(filing: UtilityQualityComplaint) -> Iterator[str]:
    if filing.payee is False:
        yield (
            "Деньги за эту услугу получает другая организация: скорее всего, исполнитель — она. "
            "Отправьте такое же заявление и ей, а её название возьмите из квитанции."
        )
    elif filing.provider is not Provider.SUPPLIER and filing.payee is None:
        yield "Проверьте по квитанции, кто получает деньги за эту услугу: именно эта организация обязана снизить плату."
    if filing.provider is Provider.SUPPLIER:
        yield (
            "За трубы и батареи внутри дома отвечает управляющая компания или ТСЖ. "
            "Если причина в доме, отправьте им копию заявления."
        )


def _about_proof(filing: UtilityQualityComplaint) -> Iterator[str]:
    if any(not one.by_the_rules for one in filing.measurements or ()):
        how = (
            "в середине комнаты, на высоте 1 м, не ближе 0,5 м к наружной стене и батарее"
            if filing.service is WarmService.HEATING
            else "из крана, слив воду не дольше 3 минут"
        )
        yield f"Замер не по правилам легко оспорить. Измерьте ещё раз: {how}. Снимите термометр на фото или видео."
    if filing.act and filing.act.state is ActState.OWN and not any(signer.chair for signer in filing.signers or ()):
        yield (
            "Акт без исполнителя подписывает ещё и председатель совета дома, ТСЖ или кооператива (п. 110.1 Правил). "
            "Попросите его подписать; если председателя нет, напишите об этом в акте."
        )
    if filing.service is WarmService.HEATING and filing.outage.started_at.month in WARM_MONTHS:
        yield "Проверьте, шёл ли в эти дни отопительный период: до его начала и после конца плату за холод не снижают."


def _about_sum(
    filing: UtilityQualityComplaint, period: tuple[datetime, datetime] | None, counted: Sequence[date], on: date
) -> Iterator[str]:
    if filing.outage.ended and period is None:
        yield (
            "Плату снижают с того времени, когда сообщение зарегистрировано, а вы сообщили, когда всё уже исправили. "
            "Начало придётся доказывать актом или показаниями общедомового прибора учёта."
        )
        return
    if period is None:
        yield (
            "Дней, за которые можно снизить плату, после вашего сообщения ещё нет, поэтому сумма не посчитана: "
            "заявление просит о перерасчёте без неё."
        )
        return
    if filing.trouble is Trouble.TEMPERATURE and not filing.measurements:
        yield (
            "Без замера сумму не посчитать. Измерьте температуру и соберите пакет заново "
            "или дождитесь замера при проверке."
        )
    elif not filing.charges:
        yield "Плата за месяц не указана, поэтому сумма не посчитана: заявление просит о перерасчёте без неё."
    elif missing := [month for month in _months(period) if month not in counted]:
        names = ", ".join(dates.month(month) for month in missing)
        yield f"За {names} снижение не посчитано: не указана плата или отклонение в пределах допустимого."
    if counted and filing.measurements:
        yield (
            "В расчёте от замера до замера принята последняя измеренная температура. "
            "Чем больше замеров в разные дни, тем точнее сумма."
        )
    if filing.outage.planned_until and filing.outage.planned_until >= on:
        yield "Объявленное плановое отключение ещё не кончилось: за эти дни плату не снижают."


def _months(period: tuple[datetime, datetime]) -> list[date]:
    since, last = period[0].date().replace(day=1), (period[1] - timedelta(minutes=1)).date()
    found = []
    while since <= last:
        found.append(since)
        since = (since + timedelta(days=31)).replace(day=1)
    return found


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
        terms=[*_check(filing), *_reply(filing, on)],
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
                "Если за два часа после звонка никто не придёт, составьте акт сами: его подписывают не меньше двух "
                "жителей дома и председатель совета дома (п. 110.1 Правил)."
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
