"""Charges that are too high: what was charged, what should have been, why, and what the law concludes from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from pydantic import model_validator

from filings.parameters import parameter
from filings.questions import Block, Choice, Month, Number, PastDay, Roubles, question, wrong
from filings.rules.conclusion import ROUBLES, Conclusion, Step, total
from filings.rules.figures import money, to_kopecks
from filings.rules.limitation import Kind, last_day_to_sue
from filings.rules.overcharge_fine import Fee, Input, overcharge_fine
from filings.russian import dates
from filings.russian.forms import Case
from filings.schemas.printed_texts import Clause, Name

_CAPITAL = re.compile(r"капремонт|кап\w*\.? ремонт", re.IGNORECASE)
FEES = {Fee.UTILITIES: "за коммунальные услуги", Fee.MAINTENANCE: "за содержание жилого помещения"}


class OfMonth(Protocol):
    """A row about one month."""

    @property
    def month(self) -> date:
        """Its first day."""


class Overcharge(Block):
    """Строка квитанции, в которой начислили лишнее."""

    month: Month = question("За какой месяц", ru="месяц", example="09.2026")
    fee: Fee = question(
        "Что это за плата", ru="плата", hint="Уборка, ремонт, управление, общедомовые нужды — это содержание жилья"
    )
    line: Name = question("Какая строка квитанции", ru="строка", example="Отопление")
    charged: Roubles = question("Сколько начислили", ru="начислено")
    due: Roubles = question("Сколько должны были начислить", ru="положено", hint="Если ничего, напишите 0")

    @model_validator(mode="after")
    def _is_over(self) -> Overcharge:
        if _CAPITAL.search(self.line):
            raise wrong(
                "line",
                "взнос на капитальный ремонт — не плата за содержание жилья и не коммунальная услуга (ЖК РФ, ст. 154, "
                "ч. 2): такого штрафа за него нет; уберите строку и напишите о ней в фонд капитального ремонта",
            )
        if self.charged <= self.due:
            raise wrong("due", "начислено не больше, чем положено: лишнего нет; проверьте суммы или уберите строку")
        return self


class Mistake(Choice):
    """В чём ошибка начисления; `told` says it in the document."""

    TARIFF = "tariff", "взяли не тот тариф"
    METER = "meter", "посчитали не по счётчику", "По нормативу или по среднему, хотя счётчик исправен"
    AREA = "area", "взяли не ту площадь"
    RESIDENTS = "residents", "взяли не то число жильцов"
    COMMON = "common", "завысили общедомовые нужды"
    TWICE = "twice", "начислили дважды"

    @property
    def told(self) -> str:
        """A clause of the sentence about the causes."""
        return _TOLD[self]


_TOLD = {
    Mistake.TARIFF: "применён неверный тариф",
    Mistake.METER: "объём потребления определён не по показаниям прибора учёта",
    Mistake.AREA: "взята неверная площадь жилого помещения",
    Mistake.RESIDENTS: "учтено неверное число проживающих",
    Mistake.COMMON: "завышены расходы на коммунальные ресурсы для содержания общего имущества",
    Mistake.TWICE: "плата за одну услугу начислена дважды",
}


class MeterReading(Block):
    """Показание счётчика."""

    meter: Clause = question("Какой счётчик", ru="счётчик", example="горячая вода, № 1234567")
    on: PastDay = question("День показания", ru="дата")
    reading: Number = question("Показание", ru="показание", example="125,4")


def check_rows(rows: Sequence[Overcharge], on: date | None) -> None:
    """Raises the error of `overcharges`: a month to come, the same line twice."""
    keys = [(row.month, row.line.casefold()) for row in rows]
    for row, key in zip(rows, keys, strict=True):
        if keys.count(key) > 1:
            raise wrong("overcharges", "«{line}» за {month}: две строки; оставьте одну", line=row.line, month=_of(row))
        if on and row.month > on:
            raise wrong("overcharges", "{month} ещё не наступил; уберите этот месяц", month=_of(row))


def printed_rows(rows: Sequence[Overcharge]) -> list[dict[str, str]]:
    """The rows of the table in the document, in order of months; all text."""
    return [
        {
            "месяц": _of(row),
            "строка": row.line,
            "начислено": money(row.charged),
            "положено": money(row.due),
            "лишнее": money(row.charged - row.due),
        }
        for row in sorted(rows, key=lambda row: (row.month, row.line))
    ]


def overcharged(rows: Sequence[Overcharge], fee: Fee) -> Conclusion | None:
    """What was charged over under one sort of fee, month by month; None when nothing was."""
    ordered = sorted((row for row in rows if row.fee is fee), key=lambda row: (row.month, row.line))
    if not ordered:
        return None
    steps = tuple(
        Step(
            note=f"{row.line}, {_of(row)}",
            formula=f"{money(row.charged)} − {money(row.due)}",
            amount=to_kopecks(row.charged - row.due),
        )
        for row in ordered
    )
    article = "ЖК РФ, ст. 157" if fee is Fee.UTILITIES else "ЖК РФ, ст. 156"
    return Conclusion(
        rule="overcharge",
        title=f"Излишне начислено {FEES[fee]}",
        value=total(steps),
        unit=ROUBLES,
        steps=steps,
        references=(article,),
    )


def fine_for(rows: Sequence[Overcharge], fee: Fee) -> Conclusion | None:
    """Half of what was charged over (ЖК РФ, ст. 156, ч. 11; ст. 157, ч. 6); None when nothing was."""
    own = [row for row in rows if row.fee is fee]
    if not own:
        return None
    charged, due = (sum((getattr(row, name) for row in own), Decimal(0)) for name in ("charged", "due"))
    found = overcharge_fine(Input(charged=charged, due=due, fee=fee))
    return found.model_copy(update={"title": f"Штраф за необоснованное увеличение платы {FEES[fee]}"})


def months_out_of_time(rows: Sequence[OfMonth], on: date) -> list[str]:
    """The months for which three years have passed since the payment was due (ГК РФ, ст. 196)."""
    late = {row.month for row in rows if last_day_to_sue(_due_day(row.month), Kind.GENERAL) < on}
    return [dates.month(month) for month in sorted(late)]


def period_of(rows: Sequence[Overcharge]) -> str:
    """«за сентябрь 2026 года», «за период с июля 2026 года по сентябрь 2026 года»."""
    first, last = min(row.month for row in rows), max(row.month for row in rows)
    if first == last:
        return f"за {dates.month(first)}"
    return f"за период с {dates.month_in(first, Case.GENITIVE)} по {dates.month(last)}"


def _due_day(month: date) -> date:
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return following.replace(day=parameter("housing_due_day").at(following).value)


def _of(row: Overcharge) -> str:
    return dates.month(row.month)
