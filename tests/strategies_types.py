"""Strategies of single answers by the type of the question, in the writings that people use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, get_args, get_origin

import strategies_people as people
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from filings.questions import Choice, addresses, identifiers, numbers, texts, times, types

_MONTHS = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_EARLIEST = date(2021, 1, 1)

phrases = st.sampled_from(
    [
        "кладовщик",
        "старший продавец-консультант",
        "склад № 3 в посёлке Чёрный Яр",
        "накладная от 05.11.2026 № 12/3",
        "переписка с директором («всё заплатим в пятницу»)",
        "ведомость за март 2026 года",
        "со слов соседей",
    ]
)
stories = st.lists(
    st.sampled_from(
        [
            "Я несколько раз просила заплатить, мне обещали «на следующей неделе».",
            "Деньги нужны на лечение: в семье двое детей 3 и 7 лет.",
            "Обещали перезвонить, но так и не перезвонили!",
            "Документы — у бухгалтера; копий мне не дали.",
        ]
    ),
    min_size=1,
    max_size=3,
    unique=True,
).map("\n".join)
yes_no = st.sampled_from(["да", "нет"])


def days(first: date, last: date) -> st.SearchStrategy[str]:
    """A day from `first` to `last`, written in one of the usual ways."""
    forms = st.sampled_from(["{0:%d.%m.%Y}", "{0:%Y-%m-%d}", "{0.day} {1} {0.year} г."])
    return st.builds(
        lambda day, form: form.format(day, _MONTHS[day.month - 1]), st.dates(min(first, last), last), forms
    )


def moments(first: datetime, last: datetime) -> st.SearchStrategy[str]:
    """A moment from `first` to `last`, in whole minutes."""
    minutes = int((last - min(first, last)) / timedelta(minutes=1))
    forms = st.sampled_from(["%d.%m.%Y %H:%M", "%d.%m.%Y в %H.%M", "%Y-%m-%dT%H:%M"])
    return st.builds(lambda back, form: (last - timedelta(minutes=back)).strftime(form), st.integers(0, minutes), forms)


def months(first: date, last: date) -> st.SearchStrategy[str]:
    """A month from that of `first` to that of `last`."""
    forms = st.sampled_from(["{0:%m.%Y}", "{0:%Y-%m}", "{1} {0.year}"])
    return st.builds(
        lambda day, form: form.format(day, _MONTHS[day.month - 1]), st.dates(min(first, last), last), forms
    )


def sums(least: str = "0.01", most: str = "9999999.99") -> st.SearchStrategy[str]:
    """A sum of money; small, usual and great ones alike."""
    usual = st.decimals(Decimal(least), min(Decimal(most), Decimal("90000.00")), places=2)
    return st.one_of(usual, st.decimals(Decimal(least), Decimal(most), places=2)).map(written_sum)


def written_sum(amount: Decimal) -> str:
    """«1 234,56»."""
    return f"{amount:,.2f}".replace(",", "\u00a0").replace(".", ",")


def spelt(choice: type[Choice]) -> st.SearchStrategy[str]:
    """A member, in Russian or in English."""
    return st.sampled_from(list(choice)).flatmap(lambda member: st.sampled_from([member.ru, member.value]))


def of_type(field: FieldInfo, on: date) -> st.SearchStrategy[Any]:
    """An answer of the field's type; LookupError for a type that has no strategy yet."""
    checks = [getattr(item, "func", None) for item in _metadata(field)]
    past = types._not_after_today in checks
    found = next((check for check in checks if check in _SIMPLE), None)
    if found:
        return _SIMPLE[found]
    last = on if past else on + timedelta(days=60)
    if times.day in checks:
        return days(_EARLIEST, last)
    if times.month in checks:
        return months(_EARLIEST, on)
    if times.moment in checks:
        return moments(datetime.combine(_EARLIEST, time()), datetime.combine(last, time(12)))
    raise LookupError(f"no strategy for {field}")


_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    texts.line: phrases,
    texts.long_text: stories,
    addresses.address_line: people.places,
    texts.name_part: st.sampled_from(["Берестов", "Шевченко", "Ли"]),
    texts.yes_no: yes_no,
    types._email: people.emails,
    identifiers.phone: people.phones,
    identifiers.snils: people.snilses,
    identifiers.person_inn: people.person_inns,
    identifiers.organisation_inn: people.organisation_inns,
    identifiers.ogrn: people.ogrns,
    identifiers.ogrnip: people.ogrnips,
    numbers.roubles: sums(),
    numbers.decimal: st.decimals(1, 60, places=2).map(lambda number: str(number).replace(".", ",")),
    numbers.whole: st.integers(1, 28).map(str),
}


def _metadata(field: FieldInfo) -> Iterator[Any]:
    """What is annotated on the field's type, also inside `| None` and `list[…]`."""
    yield from field.metadata
    waiting = [field.annotation]
    while waiting:
        annotation = waiting.pop()
        if get_origin(annotation) is Annotated:
            annotation, *found = get_args(annotation)
            yield from found
        waiting += get_args(annotation)
