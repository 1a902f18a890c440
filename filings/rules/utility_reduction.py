"""A month's charge cut for a utility that was absent or bad: ПП РФ № 354, приложение № 1."""

from datetime import date
from decimal import Decimal
from typing import Any

from filings.parameters import Parameter, Record, parameter
from filings.questions import Block, Choice, Month, Number, Roubles, Whole, question
from filings.questions.types import YesNo
from filings.rules.accrual import wrong
from filings.rules.conclusion import ROUBLES, Conclusion, Step, total
from filings.rules.figures import NBSP, hours, money, number, percent, to_kopecks

HOURS_IN_MONTH = 744


class Service(Choice):
    """Коммунальная услуга."""

    HEATING = "heating", "отопление"
    HOT_WATER = "hot_water", "горячая вода"
    COLD_WATER = "cold_water", "холодная вода"
    ELECTRICITY = "electricity", "электричество"
    GAS = "gas", "газ"
    WASTE = "waste", "вывоз мусора"


class Fault(Choice):
    """Что было не так с услугой."""

    BREAK = "break", "перерыв"
    TEMPERATURE = "temperature", "температура ниже нормы"


class Input(Block):
    """Снижение платы за плохую коммунальную услугу."""

    service: Service = question("Какая услуга", ru="услуга")
    charge: Roubles = question("Плата за эту услугу за месяц", ru="плата")
    hours: Whole = question("Сколько часов за месяц услуги не было или она была плохой", ru="часы")
    degrees: Number | None = question(
        "На сколько градусов холоднее нормы",
        ru="градусы",
        hint="Норма: в комнате 18 °C, в угловой 20 °C; горячая вода 60 °C",
        optional=True,
    )
    problem: Fault | None = question("Что было не так", ru="проблема", optional=True)
    night_hours: Whole = question("Сколько из этих часов — ночью, с 0:00 до 5:00", ru="часы_ночью", default=0)
    two_sources: YesNo = question("У дома два независимых ввода электричества", ru="два_источника", default=False)
    longest: Whole | None = question(
        "Сколько часов длился самый долгий перерыв",
        ru="самый_долгий",
        hint="Для перерывов подряд предел строже: вода 4 часа, отопление от 4 до 16",
        optional=True,
    )
    room_degrees: Number | None = question(
        "До скольких градусов остыла квартира за этот перерыв",
        ru="градусов_в_квартире",
        when="service=heating",
        optional=True,
    )
    month: Month | None = question("За какой месяц", ru="месяц", optional=True)


def utility_reduction(given: Input) -> Conclusion:
    """The cut of the charge, never more than the charge; a month at a time.

    Break: percent for every hour over the norm. Temperature: percent for every hour and every step of degrees.
    Raises AnswersError when the answers do not fit together.
    """
    _check(given)
    if _fault(given) is Fault.TEMPERATURE:
        rule = parameter(f"{given.service.value}_temperature")
        record = _record(rule, given.month)
        steps, notes = _temperature(given, record.value)
        item = record.value["item"]
    else:
        rule = parameter("waste_break" if given.service is Service.WASTE else "utility_break")
        record = _record(rule, given.month)
        norm = record.value[given.service.value]
        steps, notes = _break(given, norm)
        item = norm["item"]
    counted = total(steps)
    return Conclusion(
        rule="utility_reduction",
        title=f"Расчёт снижения платы за услугу «{given.service.ru}»",
        value=min(counted, given.charge),
        unit=ROUBLES,
        steps=steps if counted <= given.charge else (*steps, _cap(given.charge)),
        references=("ЖК РФ, ст. 157, ч. 4", f"{record.reference}, {item}"),
        warnings=(*notes, *rule.warnings(record.since)),
    )


def _fault(given: Input) -> Fault:
    if given.problem:
        return given.problem
    measured = given.degrees and given.service in (Service.HEATING, Service.HOT_WATER)
    return Fault.TEMPERATURE if measured or _is_cold_unmeasured(given) else Fault.BREAK


def _is_cold_unmeasured(given: Input) -> bool:
    """Hours of cold rooms and nothing else said: counted as one degree, the least that is cut."""
    nothing_else = (given.problem, given.degrees, given.longest, given.room_degrees) == (None,) * 4
    return given.service is Service.HEATING and nothing_else


def _record(rule: Parameter, month: date | None) -> Record:
    return rule.at(month) if month else rule.latest()


def _check(given: Input) -> None:
    if given.hours > HOURS_IN_MONTH:
        raise wrong("часы", f"в месяце не больше {HOURS_IN_MONTH} часов; посчитайте каждый месяц отдельно")
    if given.night_hours > given.hours:
        raise wrong("часы_ночью", "ночных часов больше, чем всего; проверьте оба числа")
    if given.longest is not None and given.longest > given.hours:
        raise wrong("самый_долгий", "самый долгий перерыв длиннее, чем все вместе; проверьте оба числа")
    if given.problem is Fault.TEMPERATURE and given.service not in (Service.HEATING, Service.HOT_WATER):
        raise wrong("проблема", "по температуре плату снижают только за отопление и горячую воду; выберите «перерыв»")
    if given.problem is Fault.TEMPERATURE and given.degrees is None:
        raise wrong("градусы", "укажите, на сколько градусов было холоднее нормы")
    if given.degrees is not None and given.degrees < 0:
        raise wrong("градусы", "укажите число градусов ниже нормы без минуса")


def _break(given: Input, norm: dict[str, Any]) -> tuple[tuple[Step, ...], list[str]]:
    """«За каждый час превышения допустимой продолжительности перерыва, исчисленной суммарно за расчётный период».

    A break that is longer than one may last counts from that limit, when this gives more than the sum of the month.
    """
    allowed = norm["allowed_two_sources"] if given.two_sources and "allowed_two_sources" in norm else norm["allowed"]
    lasted, at_once = given.hours, _at_once(given, norm)
    single = at_once is not None and given.longest is not None and given.longest - at_once > max(lasted - allowed, 0)
    if single:
        lasted, allowed = given.longest, at_once
    times = max(lasted - allowed, 0) // norm["each"]
    notes = [] if times else [_within(allowed, norm["each"])]
    counted = f"({number(lasted)} − {allowed}){NBSP}ч" if norm["each"] == 1 else f"{times}"
    note = f"один перерыв дольше {hours(allowed)}" if single else ""
    if norm["each"] > 1:
        note = f"полных периодов по {hours(norm['each'])} сверх {hours(allowed)}: {times}"
    step = Step(
        base=given.charge,
        rate=norm["percent"],
        formula=f"{money(given.charge)} × {percent(norm['percent'])} × {counted}",
        amount=to_kopecks(given.charge * norm["percent"] * times / 100),
        note=note,
    )
    return ((step,) if times else ()), notes


def _at_once(given: Input, norm: dict[str, Any]) -> int | None:
    """How long one break may last; for heating it depends on how cold the room grew. None when it is not known."""
    limits = norm.get("at_once_by_room")
    if limits is None or given.room_degrees is None:
        return norm.get("at_once")
    # Below the coldest row the norm allows no break at all: that row is taken, the least that is sure.
    return next((limit["hours"] for limit in limits if given.room_degrees >= limit["from"]), limits[-1]["hours"])


def _within(allowed: int, each: int) -> str:
    more = f" на {hours(each)} и больше" if each > 1 else ""
    return f"Перерыв не превысил допустимые {hours(allowed)} за месяц{more}: плату за него не снижают."


def _temperature(given: Input, norm: dict[str, Any]) -> tuple[tuple[Step, ...], list[str]]:
    """Day hours and night hours have tolerances of their own."""
    degrees = Decimal(1) if _is_cold_unmeasured(given) else given.degrees or Decimal(0)
    parts = (
        (given.hours - given.night_hours, norm["day_tolerance"], "днём" if given.night_hours else ""),
        (given.night_hours, norm["night_tolerance"], "ночью, с 0:00 до 5:00"),
    )
    steps = tuple(
        _temperature_step(given.charge, norm, count, int((degrees - tolerance) // norm["each"]), when)
        for count, tolerance, when in parts
        if count and degrees - tolerance >= norm["each"]
    )
    return steps, _temperature_notes(given, norm, degrees, bool(steps))


def _temperature_step(charge: Decimal, norm: dict[str, Any], count: int, times: int, when: str) -> Step:
    by_degree = f"{times}{NBSP}°C" if norm["each"] == 1 else f"{times}"
    counted = "" if norm["each"] == 1 else f"полных шагов по {norm['each']}{NBSP}°C сверх допустимых: {times}"
    return Step(
        base=charge,
        rate=norm["percent"],
        formula=f"{money(charge)} × {percent(norm['percent'])} × {hours(count)} × {by_degree}",
        amount=to_kopecks(charge * norm["percent"] * count * times / 100),
        note="; ".join(filter(None, (when, counted))),
    )


def _temperature_notes(given: Input, norm: dict[str, Any], degrees: Decimal, cut: bool) -> list[str]:
    notes = []
    if _is_cold_unmeasured(given):
        notes.append(
            "Градусы не названы: посчитано за один градус ниже нормы. Назовите их, если холоднее; если отопления "
            "не было совсем, выберите «перерыв»."
        )
    if not cut:
        notes.append("Отклонение в пределах допустимого: плату за него не снижают.")
    if norm["each"] == 1 and degrees % 1:
        notes.append("Плату снижают за каждый полный градус; неполный градус в расчёт не вошёл.")
    if "cold_below" in norm and norm["norm"] - degrees < norm["cold_below"]:
        notes.append(
            f"Вода была холоднее {norm['cold_below']}{NBSP}°C: такие часы оплачивают по цене холодной воды. "
            "Попросите исполнителя пересчитать их отдельно."
        )
    return notes


def _cap(charge: Decimal) -> Step:
    return Step(base=charge, formula=f"не больше платы за месяц: {money(charge)}", note="снижение ограничено платой")
