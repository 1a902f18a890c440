"""The cut of the charges for a utility that was bad: hours from the first registered message, month by month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import groupby, pairwise

from filings.rules.conclusion import Conclusion, Step
from filings.rules.figures import NBSP, money, number, to_kopecks
from filings.rules.utility_reduction import Fault, Input, Service, utility_reduction
from filings.russian import dates
from filings.schemas.utility_norm import NIGHT_ENDS, Norm
from filings.schemas.utility_service import Call, Measurement, MonthCharge, Outage, WarmService

ONE_DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
TITLES = {WarmService.HEATING: "Отопление", WarmService.HOT_WATER: "Горячая вода"}


@dataclass(frozen=True)
class Piece:
    """A stretch within one month; `until` is the first moment after it; `measured` is the measurement that holds."""

    since: datetime
    until: datetime
    measured: Measurement | None = None

    @property
    def temperature(self) -> Decimal | None:
        """How cold it was; None for a break."""
        return self.measured.temperature if self.measured else None

    @property
    def last_day(self) -> date:
        """The last day that the stretch touches."""
        return (self.until - timedelta(minutes=1)).date()

    @property
    def night_hours(self) -> int:
        """Full hours between 0:00 and 5:00."""
        return _full_hours(sum((_night_of(day, self) for day in _days(self)), timedelta()))

    @property
    def hours(self) -> int:
        """Full hours of day and of night; a broken hour is not counted."""
        nights = sum((_night_of(day, self) for day in _days(self)), timedelta())
        return _full_hours(nights) + _full_hours(self.until - self.since - nights)


def first_message(calls: Sequence[Call]) -> Call | None:
    """The earliest message, numbered or not: to name the number is the dispatcher's duty (ПП РФ № 354, п. 106, 111)."""
    return min(calls, key=lambda call: call.at, default=None)


def counting_starts(calls: Sequence[Call], outage: Outage) -> datetime | None:
    """The moment of the message; None when nobody was told, or only after all was mended.

    A planned stop that was announced is not counted (ПП РФ № 354, приложение № 1, п. 4).
    """
    message = first_message(calls)
    if message is None:
        return None
    planned = outage.planned_until and datetime.combine(outage.planned_until + ONE_DAY, time())
    since = max(message.at, planned) if planned else message.at
    return None if outage.ended_at and outage.ended_at <= since else since


def counted_period(calls: Sequence[Call], outage: Outage, on: date) -> tuple[datetime, datetime] | None:
    """From the message to the end, while it lasts to the beginning of the filing day; None when nothing is left."""
    since = counting_starts(calls, outage)
    until = outage.ended_at or datetime.combine(on, time())
    return (since, until) if since and since < until else None


def reductions(
    service: WarmService,
    norm: Norm,
    period: tuple[datetime, datetime] | None,
    measurements: Sequence[Measurement],
    charges: Sequence[MonthCharge],
) -> list[tuple[date, Conclusion]]:
    """One conclusion for every month that has a charge and hours to cut it; the months in order.

    Hours paid at the price of cold water (приложение № 1, п. 5) are left out: they are not cut, they are priced anew.
    """
    if period is None or (norm.degrees is not None and not measurements):
        return []
    by_month: dict[date, list[Piece]] = {}
    for piece in pieces(period, measurements if norm.degrees is not None else ()):
        if piece.measured and not norm.cuts(piece.measured):
            continue
        by_month.setdefault(piece.since.date().replace(day=1), []).append(piece)
    paid = {charge.month: charge.amount for charge in charges}
    found = [
        (month, _of_month(service, norm, month, paid[month], by_month[month]))
        for month in sorted(paid)
        if month in by_month
    ]
    return [(month, conclusion) for month, conclusion in found if conclusion.value]


def pieces(period: tuple[datetime, datetime], measurements: Iterable[Measurement]) -> list[Piece]:
    """The period cut at months and at measurements; until the next measurement the last temperature holds."""
    since, until = period
    ordered = sorted(measurements, key=lambda one: one.at)
    cuts = {since, until, *_month_starts(since, until), *(one.at for one in ordered if since < one.at < until)}
    cut = [Piece(start, end, _measured(ordered, start)) for start, end in pairwise(sorted(cuts))]
    return [_joined(list(group)) for _, group in groupby(cut, key=_likeness)]


def _likeness(piece: Piece) -> tuple[int, int, Decimal | None, bool]:
    by_night = piece.measured is not None and piece.measured.at.time() < NIGHT_ENDS
    return piece.since.year, piece.since.month, piece.temperature, by_night


def _joined(group: list[Piece]) -> Piece:
    return Piece(group[0].since, group[-1].until, group[0].measured)


def _measured(ordered: list[Measurement], at: datetime) -> Measurement | None:
    if not ordered:
        return None
    return next((one for one in reversed(ordered) if one.at <= at), ordered[0])


def _of_month(service: WarmService, norm: Norm, month: date, charge: Decimal, parts: list[Piece]) -> Conclusion:
    made = [_by_rule(service, norm, month, charge, part) for part in parts]
    steps = tuple(
        _timed(step, part) for part, done in zip(parts, made, strict=True) for step in done.steps if step.amount
    )
    counted = sum((step.amount for step in steps if step.amount), Decimal(0))
    notes = dict.fromkeys(text for done in made if done.value for text in done.warnings)
    return Conclusion(
        rule="utility_reduction",
        title=f"{TITLES[service]}: снижение платы за {dates.month(month)}",
        value=min(counted, charge),
        unit=made[0].unit,
        steps=steps if counted <= charge else (*steps, _cap(charge)),
        references=made[0].references,
        warnings=tuple(notes),
    )


def _by_rule(service: WarmService, norm: Norm, month: date, charge: Decimal, part: Piece) -> Conclusion:
    degrees = None if part.temperature is None else norm.deviation(part.temperature)
    return utility_reduction(
        Input(
            service=Service(service.value),
            charge=charge,
            hours=part.hours,
            night_hours=part.night_hours,
            degrees=degrees,
            problem=Fault.BREAK if norm.break_hours is not None else Fault.TEMPERATURE,
            month=month,
        )
    )


def _timed(step: Step, part: Piece) -> Step:
    """The step with the hours it covers; base and rate stand in the formula and are not repeated beside it."""
    degrees = "" if part.temperature is None else f"{number(part.temperature)}{NBSP}°C"
    note = ", ".join(filter(None, (f"с {dates.moment(part.since)} до {_end(part.until)}", degrees, step.note)))
    return step.model_copy(update={"note": note.replace(" в ", NBSP), "base": None, "rate": None})


def _end(at: datetime) -> str:
    """«15.11.2026 12:00»; the midnight that ends a day is «30.11.2026 24:00»."""
    return f"{dates.day(at - ONE_DAY)}{NBSP}24:00" if at.time() == time() else dates.moment(at)


def _cap(charge: Decimal) -> Step:
    return Step(formula=f"не больше платы за месяц: {money(to_kopecks(charge))}", note="предел снижения")


def _month_starts(since: datetime, until: datetime) -> Iterator[datetime]:
    year, month = since.year, since.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        start = datetime(year, month, 1)
        if start >= until:
            return
        yield start


def _days(piece: Piece) -> Iterator[date]:
    day = piece.since.date()
    while day <= piece.last_day:
        yield day
        day += ONE_DAY


def _night_of(day: date, piece: Piece) -> timedelta:
    start, end = datetime.combine(day, time()), datetime.combine(day, NIGHT_ENDS)
    return max(min(end, piece.until) - max(start, piece.since), timedelta())


def _full_hours(span: timedelta) -> int:
    return span // HOUR
