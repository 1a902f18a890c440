"""What is risky in the answers of a complaint about a utility; nothing here stops the filing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from filings.rules.figures import NBSP, plural
from filings.russian import dates
from filings.schemas.utility_recalculation import first_message
from filings.schemas.utility_service import CHECK, ActState, Provider, Trouble, WarmService

if TYPE_CHECKING:
    from filings.schemas.housing.utility_quality_complaint import UtilityQualityComplaint

WARM_MONTHS = (5, 6, 7, 8, 9)
LISTED = 3


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
    unnumbered = sorted(call.at for call in filing.calls or () if not call.number)
    if unnumbered:
        count = f"{len(unnumbered)}{NBSP}{plural(len(unnumbered), 'звонок', 'звонка', 'звонков')}"
        which = count if len(unnumbered) > LISTED else ", ".join(map(dates.moment, unnumbered))
        yield (
            f"Нет номера заявки: {which}. Попросите диспетчера назвать его и сохраните распечатку звонков: "
            "если сообщения нет в журнале, плату снизят с первого записанного."
        )


def _about_addressee(filing: UtilityQualityComplaint) -> Iterator[str]:
    if filing.provider is None:
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
    if _own_act_came_early(filing):
        yield (
            "Акт составлен раньше, чем через два часа после первого сообщения: исполнитель может сказать, что не успел "
            "прийти. Если никто так и не пришёл, составьте новый акт (п. 108, 110.1 Правил)."
        )
    last = max(filing.measurements or (), key=lambda one: one.at, default=None)
    if last and not filing.outage.ended and not filing.norm().is_broken_by(last):
        yield (
            f"Последний замер, {dates.moment(last.at)}, в пределах нормы. Если всё исправили, поправьте ответ; "
            "если снова холодно, измерьте ещё раз."
        )
    if filing.act and filing.act.state is ActState.OWN and not any(signer.chair for signer in filing.signers or ()):
        yield (
            "Акт без исполнителя подписывает ещё и председатель совета дома, ТСЖ или кооператива (п. 110.1 Правил). "
            "Попросите его подписать; если председателя нет, напишите об этом в акте."
        )
    if filing.service is WarmService.HEATING and filing.outage.started_at.month in WARM_MONTHS:
        yield "Проверьте, шёл ли в эти дни отопительный период: до его начала и после конца плату за холод не снижают."


def _own_act_came_early(filing: UtilityQualityComplaint) -> bool:
    act, message = filing.act, first_message(filing.calls or ())
    return bool(act and act.state is ActState.OWN and message and act.drawn_at and act.drawn_at < message.at + CHECK)


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
    else:
        yield from _about_months(filing, _months(period), counted, on)
    if counted and filing.measurements:
        yield (
            "В расчёте от замера до замера принята последняя измеренная температура, а до первого замера — первая. "
            "Чем больше замеров в разные дни, тем точнее сумма."
        )
    if _some_hours_are_cold(filing):
        yield (
            f"Часы, когда вода была холоднее {filing.norm().cold_below}{NBSP}°C, в сумму не вошли: за них платят "
            "по тарифу за холодную воду, и это посчитает исполнитель."
        )
    if filing.outage.planned_until and filing.outage.planned_until >= on:
        yield "Объявленное плановое отключение ещё не кончилось: за эти дни плату не снижают."


def _about_months(
    filing: UtilityQualityComplaint, months: Sequence[date], counted: Sequence[date], on: date
) -> Iterator[str]:
    charged = [charge.month for charge in filing.charges or ()]
    if unknown := [month for month in months if month not in charged]:
        yield f"За {_named(unknown)} снижение не посчитано: не указана плата."
    within = [month for month in months if month in charged and month not in counted]
    if within and not _some_hours_are_cold(filing):
        yield f"За {_named(within)} снижать нечего: отклонение в пределах допустимого или его не было."
    if on.replace(day=1) in counted:
        yield f"{dates.month(on).capitalize()} ещё не кончился: сверьте плату за него с квитанцией, когда она придёт."
    if filing.billed_in_full and not any(month < on.replace(day=1) for month in counted):
        yield (
            "Штраф берут с платы, которую уже начислили. Ни за один прошедший месяц снижение не посчитано, поэтому "
            "сумма штрафа не названа. Если квитанции ещё не было, ответьте, что полную плату не начисляли."
        )


def _some_hours_are_cold(filing: UtilityQualityComplaint) -> bool:
    norm = filing.norm()
    return any(norm.is_paid_as_cold(one.temperature) for one in filing.measurements or ())


def _named(months: Sequence[date]) -> str:
    return ", ".join(map(dates.month, months))


def _months(period: tuple[datetime, datetime]) -> list[date]:
    since, last = period[0].date().replace(day=1), (period[1] - timedelta(minutes=1)).date()
    found = []
    while since <= last:
        found.append(since)
        since = (since + timedelta(days=31)).replace(day=1)
    return found
