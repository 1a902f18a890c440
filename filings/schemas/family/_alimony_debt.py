"""Alimony that was not paid in time, month by month, and the papers that show it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import AfterValidator, ValidationInfo, model_validator

from filings.questions import Block, Choice, DatedSum, Month, PastDay, Roubles, Text, question, wrong
from filings.rules.accrual import OverdueSum
from filings.rules.figures import day
from filings.russian import dates
from filings.schemas.courts import named_in_text
from filings.schemas.decision import DocumentNumber
from filings.schemas.printed_texts import BareNumber


class WritKind(Choice):
    """По какому документу взыскивают алименты. Source: СК РФ, ст. 106, 109; ст. 115, п. 2."""

    ORDER = "court_order", "судебный приказ"
    WRIT = "writ", "исполнительный лист"


class Writ(Block):
    """Исполнительный документ об алиментах."""

    kind: WritKind = question("По какому документу взыскивают алименты", ru="вид")
    number: BareNumber = question("Номер документа или дела", ru="номер", example="2-1845/2024")
    issued_on: PastDay = question("Дата документа", ru="дата")
    court: Annotated[Text, AfterValidator(named_in_text)] = question(
        "Какой суд его выдал", ru="суд", example="мировой судья судебного участка № 3 Заволжского района г. Твери"
    )
    presented_on: PastDay = question(
        "Когда отдали его приставам или работодателю",
        ru="предъявлен",
        hint="Неустойку считают по месяцам после этого дня",
        new_page="Взыскание по документу",
    )
    proceedings: BareNumber | None = question(
        "Номер исполнительного производства", ru="производство", optional=True, example="12345/24/69036-ИП"
    )

    template_names: ClassVar[tuple[str, ...]] = ("с_номером",)

    def template_values(self) -> dict[str, str]:
        """What templates read beside the answers: «№ 2-15/2026», «серии ФС № 012345678»."""
        series = re.fullmatch(r"(?:сери[яи]\s+)?([А-ЯЁ]{2})\s*№?\s*(\d{6,})", self.number, re.I)
        return {"с_номером": f"серии {series[1].upper()} № {series[2]}" if series else f"№ {self.number}"}

    @model_validator(mode="after")
    def _in_order(self) -> Writ:
        if self.presented_on < self.issued_on:
            raise wrong("presented_on", "документ выдан {on}: раньше предъявить его нельзя", on=day(self.issued_on))
        return self


class AlimonyDebt(Block):
    """Алименты за один месяц."""

    month: Month = question("За какой месяц", ru="месяц")
    due_on: PastDay | None = question(
        "По какой день нужно было заплатить", ru="срок", unsure="возьмём последний день месяца"
    )
    amount: Roubles = question(
        "Сколько должны были заплатить", ru="начислено", hint="По расчёту пристава, без пеней и неустойки"
    )
    paid: Roubles | None = question("Сколько заплатили с опозданием", ru="уплачено", optional=True)
    paid_on: PastDay | None = question("Когда", ru="дата_уплаты", when="paid")
    more: Roubles | None = question(
        "Если за этот месяц заплатили ещё раз — сколько",
        ru="уплачено_ещё",
        when="paid",
        optional=True,
        hint="Если платежей больше двух, прибавьте остальные к этому",
        new_page="Если за этот месяц платили несколько раз",
    )
    more_on: PastDay | None = question(
        "Когда", ru="дата_ещё", when="more", hint="День второго платежа: так сумма не выйдет завышенной"
    )

    @property
    def due(self) -> date:
        """The last day for paying: the answer, else the last day of the month."""
        last = monthrange(self.month.year, self.month.month)[1]
        return self.due_on or self.month.replace(day=last)

    @property
    def debt(self) -> Decimal:
        """What is still owed for the month."""
        return self.amount - sum((payment.amount for payment in self.payments), Decimal(0))

    @property
    def payments(self) -> tuple[DatedSum, ...]:
        """What was paid late, by days."""
        given = ((self.paid, self.paid_on), (self.more, self.more_on))
        return tuple(
            sorted((DatedSum(on=on, amount=paid) for paid, on in given if paid and on), key=lambda one: one.on)
        )

    @property
    def overdue(self) -> OverdueSum:
        """The month as the rule counts it."""
        return OverdueSum(self.amount, self.due, self.payments, f"{dates.month(self.month)}, срок {day(self.due)}")

    @model_validator(mode="after")
    def _holds_together(self, info: ValidationInfo) -> AlimonyDebt:
        if self.amount <= 0:
            raise wrong("amount", "впишите, сколько должны были заплатить; если ничего, уберите месяц")
        for name, paid, left in (("paid", self.paid, self.amount), ("more", self.more, self.debt + (self.more or 0))):
            if paid is not None and not 0 < paid <= left:
                raise wrong(name, "заплатили больше, чем нужно за этот месяц: лишнее отнесите к другому месяцу")
        for name, on_day in (("paid_on", self.paid_on), ("more_on", self.more_on)):
            if on_day and on_day <= self.due:
                text = "это вовремя: срок — {due}. Вычтите его из суммы за месяц, а если заплачено всё, уберите месяц"
                raise wrong(name, text, due=day(self.due))
        if self.due_on and self.due_on < self.month:
            raise wrong("due_on", "этот день раньше самого месяца; проверьте месяц и год")
        on = (info.context or {}).get("on")
        if on and self.due >= on:
            raise wrong("month", "этот месяц ещё можно оплатить вовремя; просрочки пока нет, уберите его")
        return self


class BailiffCalculation(Block):
    """Постановление пристава о расчёте задолженности. Source: СК РФ, ст. 113, п. 3; 229-ФЗ, ст. 102."""

    made_on: PastDay = question("Дата постановления", ru="дата")
    number: DocumentNumber | None = question("Номер", ru="номер", optional=True)
    amount: Roubles = question("Какой долг в нём указан", ru="сумма")
