"""Answers about a leak that fit together: days in order, a court of the right level, sums that leave something."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from strategies_hints import DAY, Answers, Hint, Place, Rows
from strategies_hints import FIELDS as USUAL
from strategies_types import days, moments, sums

from filings.questions.numbers import roubles
from filings.questions.times import day, moment

_JUSTICE = "мировой судья судебного участка № 3 Заволжского района г. Твери"
_SOURCES = ("квартира сверху", "roof", "neighbour", "стояк", "heating", "неизвестно")
_DISTRICT = "Заволжский районный суд г. Твери"


def _leak_day(place: Place) -> date:
    leak = place.filing.get("leak")
    return moment(leak["happened_at"]).date() if leak else place.on - 30 * DAY


def _happened(place: Place) -> st.SearchStrategy[str]:
    """A claim comes some months later, when the term of the demand is over."""
    last = place.on - (90 if place.root.__name__ == "LeakDamageClaim" else 2) * DAY
    return moments(datetime(2023, 12, 1), datetime.combine(last, time()))


def _since_leak(place: Place) -> st.SearchStrategy[str]:
    return days(_leak_day(place), place.on)


def _call(place: Place) -> st.SearchStrategy[str]:
    return moments(datetime.combine(_leak_day(place), time()), datetime.combine(place.on, time()))


def _act_state(place: Place) -> st.SearchStrategy[str]:
    """Without an act at all there is nothing to demand; with a right one there is no act to ask for."""
    states = ["приходили, но акт не составили", "faulty", "составили сами", "drawn"]
    return st.sampled_from([*states, "nobody_came"] if _wants_act(place) else states)


def _wants_act(place: Place) -> bool:
    return place.root.__name__ == "LeakReportRequest"


@st.composite
def _flaws(draw: st.DrawFn, place: Place) -> list[str]:
    found = draw(st.lists(st.sampled_from(["rooms", "не указаны повреждённые вещи"]), min_size=1, unique=True))
    causes = ["wrong_cause"] if place.block.get("cause") else ["no_cause", "wrong_cause"]
    return [*found, draw(st.sampled_from(causes))] if draw(st.booleans()) else found


def _copy_given(place: Place) -> st.SearchStrategy[str]:
    complete = _wants_act(place) and place.block["state"] == "drawn"
    return st.just("нет") if complete else st.sampled_from(["да", "нет"])


@st.composite
def _insurance(draw: st.DrawFn, place: Place) -> Answers:
    """Less than a millionth share of the repair and less than the things."""
    damage = place.filing.get("damage", {})
    things = roubles(damage["things"]) if damage.get("things") else Decimal(0)
    if things < Decimal("0.03") or draw(st.booleans()):
        return {"paid": "нет"}
    return {"paid": "да", "amount": draw(sums("0.01", str((things / 3).quantize(Decimal("0.01")))))}


def _paid(place: Place) -> st.SearchStrategy[str]:
    return st.just("0")


def _invited(place: Place) -> st.SearchStrategy[str]:
    return days(_leak_day(place), day(place.block["document_on"]))


def _received(place: Place) -> st.SearchStrategy[str]:
    """In time for the penalty, when it is asked for."""
    sent = day(place.block["sent_on"])
    return days(sent, max(sent, min(place.on, sent + 5 * DAY)))


@st.composite
def _penalty(draw: st.DrawFn, place: Place) -> Answers | None:
    received = place.filing.get("demand", {}).get("received_on")
    due = bool(received) and day(received) < place.on - 40 * DAY and day(received).year >= 2016
    return {"price": draw(sums("100", "9000"))} if due else None


def _court(place: Place) -> st.SearchStrategy[Answers]:
    """A repair is for the district court; money is by the price, which is small or large."""
    ongoing = place.asks("leak.ongoing")
    damage: dict[str, Any] = place.filing.get("damage", {})
    low = roubles(damage.get("repair") or "0") + roubles(damage.get("things") or "0")
    title = _JUSTICE if low <= Decimal(40000) and not ongoing else _DISTRICT
    return st.fixed_dictionaries(
        {"title": st.just(title), "address": st.just("170001, г. Тверь, пр-т Калинина, д. 62")}
    )


@st.composite
def _repair(draw: st.DrawFn, place: Place) -> str:
    """Far from the limits of a justice of the peace, whatever the share."""
    return draw(sums("1000", "20000") | st.integers(20_000_000, 90_000_000).map(str))


FIELDS: dict[str, Hint] = {
    "Leak.happened_at": _happened,
    "Leak.source": lambda place: st.sampled_from(_SOURCES),
    "LeakAct.state": _act_state,
    "LeakAct.visited_on": _since_leak,
    "LeakAct.drawn_on": _since_leak,
    "LeakAct.flaws": _flaws,
    "LeakAct.copy_given": _copy_given,
    "Call.at": lambda place: _call(place) if "leak" in place.filing else USUAL["Call.at"](place),
    "Ownership.share": lambda place: st.sampled_from(["1/2", "3 / 4", "17/100 доли"]),
    "Damage.document_on": _since_leak,
    "Damage.repair": _repair,
    "Damage.things": lambda place: st.none() | sums("100", "9000"),
    "Damage.invited_on": _invited,
    "LeakDamage.insurance": _insurance,
    "LeakDamage.repair_days": lambda place: st.integers(1, 365).map(str),
    "SentDemand.sent_on": lambda place: days(_leak_day(place), _leak_day(place) + 30 * DAY),
    "SentDemand.received_on": _received,
    "SentDemand.paid": _paid,
    "LeakDamageClaim.penalty": _penalty,
    "LeakDamageClaim.court": _court,
}

ROWS = {"LeakStory.rooms": lambda place: Rows(1), "LeakStory.things": lambda place: Rows(1)}
