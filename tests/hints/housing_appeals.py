"""Hints for demands and complaints about the house: charges, upkeep, the inspectorate, the prosecutor, the claim."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import strategies_people as people
from hypothesis import strategies as st
from strategies_hints import DAY, Place, Rows
from strategies_types import days, months, sums

from filings.errors import AnswersError
from filings.questions.numbers import roubles
from filings.questions.times import day, moment, month
from filings.questions.validation import validate


def _less(place: Place) -> st.SearchStrategy[str]:
    charged = roubles(place.block["charged"])
    return sums("0.00", str(max(charged - Decimal("0.01"), Decimal("0.00"))))


def _fee(place: Place) -> st.SearchStrategy[str]:
    """A supplier charges no upkeep."""
    supplier = "recipient" in place.root.model_fields and place.asks("recipient.kind=supplier|operator")
    return st.sampled_from(["utilities", *["содержание жилья"] * (not supplier)])


def _topics(place: Place) -> st.SearchStrategy[list[str]]:
    """What a supplier may be complained about is less."""
    supplier = place.asks("organisation.kind=supplier|operator")
    found = ["quality", "неверно начисляют плату", *(["upkeep", "нарушения на собрании"] * (not supplier))]
    return st.lists(st.sampled_from([*found, "information"]), min_size=1, unique=True)


def _wants(place: Place) -> st.SearchStrategy[list[str]]:
    money = place.asks("topics=quality|upkeep|charges")
    found = ["check", "выдать предписание", "liability", *(["добиться перерасчёта"] * bool(money))]
    return st.lists(st.sampled_from(found), min_size=1, unique=True)


def _row(row: dict[str, Any]) -> Any:
    return month(row["month"]), row["line"]


def _alone(place: Place) -> st.SearchStrategy[str]:
    """A collective paper has no representative."""
    return st.sampled_from(["нет"]) if place.asks("represented") else st.sampled_from(["да", "нет"])


_RESIDENTS = ("Петрова Анна Ивановна", "Ли Пётр", "Мамедов Эльдар Ахмед оглы")


# What was bad, how, and whether a stop had been announced.
_TROUBLES = (
    ("hot_water", "break", True),
    ("отопление", "break", False),
    ("отопление", "temperature", False),
    ("hot_water", "temperature", False),
    ("hot_water", "break", False),
)


@st.composite
def _disputed(draw: st.DrawFn, place: Place) -> dict[str, Any]:
    """A service that was bad long enough, told of in time, measured, billed: something is left to cut."""
    grounds = draw(
        st.lists(st.sampled_from(["quality", "плохое содержание дома", "overcharge"]), min_size=1, unique=True)
    )
    if "quality" not in grounds:
        return {"grounds": grounds}
    service, trouble, planned = draw(st.sampled_from(_TROUBLES))
    start = datetime.combine(place.on, time(7, 30)) - timedelta(days=draw(st.integers(50, 600)))
    end = start + timedelta(days=draw(st.integers(6, 45)), hours=draw(st.integers(0, 23)))
    ended = draw(st.booleans())
    until = end if ended else datetime.combine(place.on, time())
    outage = {"started_at": f"{start:%d.%m.%Y %H:%M}", "ended": "да" if ended else "нет"}
    if ended:
        outage["ended_at"] = f"{end:%d.%m.%Y %H:%M}"
    if planned:
        outage["planned_until"] = f"{start + 2 * DAY:%d.%m.%Y}"
    cold = "12,5" if service == "отопление" else "46"
    row = {
        "at": f"{start + timedelta(hours=2):%d.%m.%Y %H:%M}",
        "temperature": cold,
        "by": "expert",
        "by_the_rules": "да",
    }
    call = {"at": f"{start + timedelta(hours=1):%d.%m.%Y %H:%M}", "number": draw(st.none() | st.just("1532"))}
    call |= {"operator": draw(st.none() | st.just("Ильина")), "answer": draw(st.none() | st.just("ждите."))}
    later = (start.date().replace(day=1) + timedelta(days=32 * number) for number in range(25))
    billed = sorted({day.replace(day=1) for day in later if day.replace(day=1) <= until.date()})
    return {
        "grounds": grounds,
        "service": service,
        "trouble": trouble,
        "outage": outage,
        "calls": [{name: value for name, value in call.items() if value}],
        "measurements": [row] if trouble == "temperature" else None,
        "charges": [{"month": f"{month:%m.%Y}", "amount": draw(sums("500.00", "9000.00"))} for month in billed[:3]],
    }


@st.composite
def _act(draw: st.DrawFn, place: Place) -> dict[str, Any]:
    """Every state of an act in the claim, with what belongs to it; elsewhere the act is made question by question."""
    if place.root.__name__ != "UtilityRecalculationClaim":
        return {}
    at = f"{moment(place.filing['outage']['started_at']) + timedelta(hours=5):%d.%m.%Y %H:%M}"
    agreed = {"drawn_at": at, "confirmed": "да", "copy_given": draw(st.sampled_from(["да", "нет"]))}
    disputed = agreed | {"confirmed": "нет", "objection": draw(st.none() | st.just("Мерили у батареи."))}
    states = (
        {"state": "drawn", "number": "№ 4"} | agreed,
        {"state": "акт составили"} | disputed,
        {"state": "refused", "visited_at": at, "excuse": "все заняты."},
        {"state": "refused", "visited_at": at},
        {"state": "own", "drawn_at": at},
        {"state": "никто не пришёл"},
    )
    return draw(st.sampled_from(states))


def _defect(place: Place) -> st.SearchStrategy[dict[str, str]]:
    """What is asked of a lobby and of a lift alone."""
    if place.asks("property=lobby"):
        return st.sampled_from([{"last_repair": "1998"}, {"last_repair": "2025"}, {}])
    return st.sampled_from([{"stop_hours": "1"}, {"stop_hours": "744"}] if place.asks("property=lift") else [{}])


_COURTS = (
    "мировой судья судебного участка № 3 Заволжского района г. Твери",
    "Фрунзенский районный суд Санкт-Петербурга",
)


def _court(place: Place) -> st.SearchStrategy[dict[str, str]]:
    """The court of the level that the law prescribes for these sums and works."""
    for title in _COURTS[bool(place.filing.get("works")) :]:
        court = {"title": title, "address": "170100, г. Тверь, ул. Мира, д. 2"}
        try:
            validate(place.root, place.filing | {"court": court}, on=place.on)
        except AnswersError:
            continue
        return st.just(court)
    return st.just({"title": _COURTS[1], "address": "170100, г. Тверь, ул. Мира, д. 2"})


def _titles(*titles: str) -> Any:
    return lambda place: st.sampled_from([{"title": title} for title in titles])


def _office(place: Place) -> st.SearchStrategy[dict[str, str]]:
    """A serviceman's complaint goes to the military prosecutor."""
    military = ["военная прокуратура Тверского гарнизона", "34 военная прокуратура гарнизона"]
    others = ["прокуратура Центрального района г. Твери", "Прокуратура г. Твери", "прокуратура Тверской области"]
    titles = military if place.asks("sphere=military") else others
    return st.sampled_from([{"title": title} for title in titles])


def _manager(place: Place) -> st.SearchStrategy[dict[str, str]]:
    """Only who manages the house repairs it."""
    keepers = ["управляющая компания", "association", "жилищный кооператив"]
    if place.root.__name__ != "CommonPropertyRepairRequest":
        return st.just({})
    return st.sampled_from([{"kind": kind} for kind in keepers])


def _days(place: Place) -> st.SearchStrategy[str]:
    return st.integers(1, 28).map(str)


def _days_without(place: Place) -> st.SearchStrategy[str]:
    """Of the days since the breach began, in that month."""
    first = month(place.block["month"])
    last = min((first + 32 * DAY).replace(day=1) - DAY, place.on)
    most = (last - max(first, day(place.filing["defect"]["since"]))).days + 1
    return st.integers(1, most).map(str)


BLOCKS = {
    "Act": _act,
    "Defect": _defect,
    "DisputedCharges": _disputed,
    "Manager": _manager,
    "ProsecutorOffice": _office,
    "Inspectorate": _titles(
        "Государственная жилищная инспекция Тверской области", "Комитет государственного жилищного надзора"
    ),
}
FIELDS = {
    "UtilityRecalculationClaim.court": _court,
    "Work.what": lambda place: st.sampled_from(["Отремонтировать крышу.", "восстановить освещение", "ЦТП починить"]),
    "Work.days": _days,
    "CommonPropertyRepairRequest.capital": lambda place: st.just("нет"),
    "CommonPropertyRepairRequest.do_by": lambda place: days(place.on + 31 * DAY, place.on + 90 * DAY),
    "Defect.since": lambda place: days(place.on - 400 * DAY, place.on),
    "Defect.request": lambda place: st.sampled_from(["1532", "№ 77/1"]),
    "MissedCleaning.on": lambda place: days(day(place.filing["defect"]["since"]), place.on),
    "FeeCut.month": lambda place: months(day(place.filing["defect"]["since"]), place.on),
    "FeeCut.cost": lambda place: sums("0.50", "5000.00"),
    "FeeCut.days": _days_without,
    "CollectivePetition.collective": _alone,
    "Signatory.name": lambda place: st.sampled_from(_RESIDENTS),
    "*.flat": lambda place: st.sampled_from(["6", "кв. 12а", "104"]),
    "Violator.title": lambda place: people.bodies,
    "*.proceeding": lambda place: st.sampled_from(["12345/26/69040-ИП", "№ 7/26/1-СВ"]),
    "HouseManager.title": lambda place: people.bodies,
    "HousingInspectorateComplaint.topics": _topics,
    "HousingInspectorateComplaint.wants": _wants,
    "PriorAppeal.sent_on": lambda place: days(date(2026, 1, 9), place.on),
    "PriorAppeal.answered_on": lambda place: days(day(place.block["sent_on"]), place.on),
    "Overcharge.month": lambda place: months(place.on - 1300 * DAY, place.on),
    "Overcharge.fee": _fee,
    "Overcharge.charged": lambda place: sums("1.00"),
    "Overcharge.due": _less,
    "*.line": lambda place: st.sampled_from(["Отопление", "Содержание и ремонт", "ОДН (электроэнергия)"]),
    "*.meter": lambda place: st.sampled_from(["горячая вода, № 1234567", "электричество"]),
}
ROWS = {
    "UtilityRecalculationClaim.overcharges": lambda place: Rows(1, _row, most=8),
    "UtilityRecalculationClaim.missed": lambda place: Rows(1, most=6),
    "UtilityRecalculationClaim.prior": lambda place: Rows(1, most=6),
    "UtilityRecalculationClaim.charges": lambda place: Rows(1, lambda row: month(row["month"])),
    "UtilityRecalculationClaim.signers": lambda place: Rows(2),
    "UtilityRecalculationClaim.fee_cuts": lambda place: Rows(1, lambda row: month(row["month"])),
    "CommonPropertyRepairRequest.fee_cuts": lambda place: Rows(1, lambda row: month(row["month"])),
    "OverchargeRefundDemand.overcharges": lambda place: Rows(1, _row),
}
