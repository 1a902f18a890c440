"""Answers of a complaint about a utility that contradict each other: the filing would state what cannot be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from filings.questions import wrong
from filings.russian import dates
from filings.schemas.utility_service import SIGNERS

if TYPE_CHECKING:
    from filings.schemas.housing.utility_quality_complaint import UtilityQualityComplaint


def check(filing: UtilityQualityComplaint, on: date | None) -> None:
    """Raises the error of the question that contradicts another; `on` is the filing day."""
    _check_calls(filing)
    _check_act(filing)
    _check_times_of_measurements(filing)
    _check_temperatures(filing)
    _check_charges(filing, on)


def _check_calls(filing: UtilityQualityComplaint) -> None:
    start = filing.outage.started_at
    early = next((call for call in filing.calls or () if call.at.date() < start.date()), None)
    if early:
        raise wrong(
            "calls",
            "сообщили {call}, а началось {start}: сообщение раньше начала; поправьте одну из дат",
            call=dates.day(early.at),
            start=dates.day(start),
        )


def _check_act(filing: UtilityQualityComplaint) -> None:
    when = filing.act and (filing.act.drawn_at or filing.act.visited_at)
    if when and when < filing.outage.started_at:
        raise wrong(
            "act",
            "проверка {at}, а началось {start}: проверка раньше начала; поправьте одну из дат",
            at=dates.moment(when),
            start=dates.moment(filing.outage.started_at),
        )
    if filing.signers is not None and sum(not signer.chair for signer in filing.signers) < SIGNERS:
        raise wrong(
            "signers",
            "акт без организации подписывают не меньше двух жителей дома, не считая председателя; впишите их",
        )


def _check_times_of_measurements(filing: UtilityQualityComplaint) -> None:
    since, until = filing.outage.started_at, filing.outage.ended_at
    stray = next((one for one in filing.measurements or () if one.at < since or (until and one.at > until)), None)
    if stray:
        raise wrong(
            "measurements",
            "замер {at} — {when}; уберите его или поправьте дату",
            at=dates.moment(stray.at),
            when="раньше, чем началось" if stray.at < since else "после того, как всё исправили",
        )


def _check_temperatures(filing: UtilityQualityComplaint) -> None:
    norm = filing.norm()
    if filing.measurements and not any(norm.is_broken_by(one) for one in filing.measurements):
        raise wrong(
            "measurements",
            "норма — не ниже {norm} °C, а все замеры с учётом допуска её не нарушают; проверьте числа",
            norm=norm.degrees,
        )


def _check_charges(filing: UtilityQualityComplaint, on: date | None) -> None:
    months = [charge.month for charge in filing.charges or ()]
    start, end = filing.outage.started_at.date(), filing.outage.ended_at
    for month in months:
        named = dates.month(month)
        if month < start.replace(day=1):
            raise wrong("charges", "{month}: тогда ещё всё было в порядке; уберите этот месяц", month=named)
        if end and month > end.date():
            raise wrong("charges", "{month}: тогда всё уже исправили; уберите этот месяц", month=named)
        if on and month > on:
            raise wrong("charges", "{month} ещё не наступил; уберите этот месяц", month=named)
        if months.count(month) > 1:
            raise wrong("charges", "{month} назван дважды; оставьте одну строку", month=named)
