"""A loan between people: what was lent, on which paper, when to return it, at what interest. ГК РФ, ст. 807–811."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import field_validator, model_validator

from filings.questions import Block, Choice, Number, PastDay, Roubles, YesNo, page, question, wrong
from filings.russian.numbers import NBSP, number
from filings.schemas.decision import DocumentNumber
from filings.schemas.employment import positive

_MONTHS, _MOST = 12, Decimal(1000)
_NO_NUMBER = re.compile(r"б\s*[/.]?\s*н\.?|без номера|нет", re.I)
_IN_WRITING = "paper=iou|contract"


class LoanPaper(Choice):
    """Какая бумага подтверждает заём. Source: ГК РФ, ст. 808."""

    IOU = "iou", "расписка"
    CONTRACT = "contract", "договор займа"
    NONE = "none", "бумаги нет", "Только банковский перевод, переписка или свидетели"


class Handed(Choice):
    """Как передали деньги."""

    CASH = "cash", "наличными"
    TRANSFER = "transfer", "переводом на счёт"


class Returning(Choice):
    """Когда вернуть. Source: ГК РФ, ст. 810, п. 1."""

    DAY = "day", "к определённому дню"
    DEMAND = "demand", "по требованию", "Срок не назван или написано «по требованию»"


class Interest(Choice):
    """Что сказано о процентах. Source: ГК РФ, ст. 809."""

    SILENT = "silent", "ничего не сказано"
    FREE = "free", "заём без процентов", "Так прямо и написано"
    RATE = "rate", "назван процент"
    KEY_RATE = "key_rate", "по ключевой ставке", "Так сказано в расписке или договоре"


class RatePeriod(Choice):
    """За какое время назван процент."""

    YEAR = "year", "в год"
    MONTH = "month", "в месяц"


class Loan(Block):
    """Заём. Source: ГК РФ, ст. 807–811."""

    principal: Roubles = question("Сколько дали взаймы", ru="сумма", hint="Сколько передали на самом деле")
    lent_on: PastDay = question("Когда передали деньги", ru="выдан")
    handed: Handed = question("Как передали", ru="как_передан")
    paper: LoanPaper = question("Что есть на бумаге", ru="бумага")
    paper_on: PastDay | None = question(
        "Дата расписки или договора",
        ru="дата_бумаги",
        when=_IN_WRITING,
        optional=True,
        hint="Если бумагу подписали в тот же день, оставьте пустым",
        new_page="Дата и номер бумаги",
    )
    paper_number: DocumentNumber | None = question(
        "Номер договора", ru="номер_договора", when="paper=contract", optional=True
    )
    returns: Returning = question("Когда должны были вернуть", ru="возврат", new_page="Когда вернуть деньги")
    due_on: PastDay | None = question(
        "Последний день, чтобы вернуть", ru="срок", when="returns=day", hint="Как в расписке или договоре"
    )
    interest: Interest | None = question(
        "Что в бумаге сказано о процентах", ru="проценты", when=_IN_WRITING, new_page="Проценты и неустойка"
    )
    rate: Number | None = question(
        "Сколько процентов", ru="процент", when=f"{_IN_WRITING} & interest=rate", example="12"
    )
    rate_per: RatePeriod | None = question("За какое время", ru="процент_за", when=f"{_IN_WRITING} & interest=rate")
    penalised: YesNo | None = question(
        "Есть неустойка (пени) за опоздание?",
        ru="есть_неустойка",
        when=_IN_WRITING,
        hint="Если в бумаге её нет, посчитаем проценты по закону",
    )
    daily_penalty: Number | None = question(
        "Сколько процентов в день", ru="неустойка", when=f"{_IN_WRITING} & penalised", example="0,1"
    )

    @field_validator("principal")
    @classmethod
    def _sum_is_there(cls, principal: Decimal) -> Decimal:
        return positive(principal)

    @field_validator("paper_number")
    @classmethod
    def _number_is_there(cls, number: str | None) -> str | None:
        """«б/н» is what people write where there is no number."""
        return None if number and _NO_NUMBER.fullmatch(number) else number

    @field_validator("rate", "daily_penalty")
    @classmethod
    def _percent_is_likely(cls, percent: Decimal | None) -> Decimal | None:
        if percent is not None and not 0 < percent <= _MOST:
            raise wrong("", "проверьте процент: он больше нуля и вряд ли больше тысячи")
        return percent

    @model_validator(mode="after")
    def _in_order(self) -> Loan:
        if self.due_on and self.due_on < self.lent_on:
            raise wrong("due_on", "срок возврата раньше дня, когда передали деньги; проверьте обе даты")
        return self

    @property
    def annual_rate(self) -> Decimal | None:
        """Percent a year: zero for a loan free of interest, None when nothing is agreed and the law decides."""
        if self.interest is Interest.FREE:
            return Decimal(0)
        if self.rate is None:
            return None
        return self.rate * _MONTHS if self.rate_per is RatePeriod.MONTH else self.rate

    @property
    def rate_in_words(self) -> str:
        """«12 % годовых», «3 % в месяц (36 % годовых)»; empty when no percent is agreed."""
        if self.rate is None or self.annual_rate is None:
            return ""
        annual = f"{number(self.annual_rate)}{NBSP}% годовых"
        monthly = self.rate_per is RatePeriod.MONTH
        return f"{number(self.rate)}{NBSP}% в месяц ({annual})" if monthly else annual

    @property
    def signed_on(self) -> date:
        """The day of the paper; that of the loan when none is named."""
        return self.paper_on or self.lent_on


def repaid_page() -> Any:
    """What was given back, in every paper about a loan."""
    return page(
        "Что уже вернули",
        ru="возвраты",
        optional=True,
        default=[],
        add="Добавить возврат",
        hint="Если ничего не вернули, идите дальше",
    )
