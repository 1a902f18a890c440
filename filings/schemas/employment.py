"""Work and pay: the contract or its absence, the dismissal, the average daily pay."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from pydantic import field_validator, model_validator

from filings.questions import (
    Block,
    Choice,
    Number,
    PastDay,
    Roubles,
    Text,
    Whole,
    YesNo,
    question,
    wrong,
)

AVERAGE_MONTH_DAYS = Decimal("29.3")  # ТК РФ, ст. 139, ч. 4: среднемесячное число календарных дней
_LEAVE_HINT = "Обычно за год дают 28 дней, за месяц — 2,33. Вычтите дни, которые отгуляли. Можно с дробью: 9,33"
_NUMBER_SIGN = re.compile(r"^(№|N|#)\s*")


class Contract(Choice):
    """Как оформили работу."""

    WRITTEN = "written", "письменно", "Есть трудовой договор или приказ о приёме"
    ORAL = "oral", "устно", "Вы работали, но договора не дали"


class Job(Block):
    """Работа: кем и с какого дня."""

    position: Text = question("Ваша должность", ru="должность", example="кладовщик")
    started_on: PastDay = question("Первый рабочий день", ru="начало")

    @field_validator("position")
    @classmethod
    def _position_begins_small(cls, position: str) -> str:
        return within_a_sentence(position)


class Employment(Job):
    """Работа: договор, должность, оплата, работает человек или уволен."""

    contract: Contract = question("Как вас оформили", ru="договор")
    contract_number: Text | None = question(
        "Номер договора", ru="номер_договора", when="contract=written", optional=True
    )
    contract_on: PastDay | None = question("Дата договора", ru="дата_договора", when="contract=written", optional=True)
    salary: Roubles = question(
        "Зарплата за месяц",
        ru="оклад",
        hint="Как в договоре; без договора — о какой договорились",
        new_page="Сколько и когда должны платить",
    )
    advance_day: Whole | None = question(
        "Какого числа платят первую часть", ru="число_аванса", unsure="не укажем", hint="Например, 25"
    )
    pay_day: Whole | None = question(
        "Какого числа платят остальное", ru="число_зарплаты", unsure="не укажем", hint="Например, 10"
    )
    ended: YesNo = question(
        "Вы уволились или вас уволили?", ru="уволен", default=False, new_page="Работаете ли вы сейчас"
    )

    @field_validator("contract_number")
    @classmethod
    def _number_without_its_sign(cls, number: str | None) -> str | None:
        return number and _NUMBER_SIGN.sub("", number)

    @field_validator("salary")
    @classmethod
    def _salary_is_there(cls, salary: Decimal) -> Decimal:
        return positive(salary)

    @field_validator("advance_day", "pay_day")
    @classmethod
    def _day_of_month(cls, number: int | None) -> int | None:
        if number is not None and not 1 <= number <= 31:
            raise wrong("", "напишите число месяца от 1 до 31")
        return number

    @model_validator(mode="after")
    def _both_pay_days(self) -> Employment:
        if (self.advance_day is None) != (self.pay_day is None):
            name = "advance_day" if self.advance_day is None else "pay_day"
            raise wrong(name, "платят не реже чем каждые полмесяца: назовите оба числа или не называйте ни одного")
        if self.contract_on and self.contract_on > self.started_on + timedelta(days=366):
            raise wrong("contract_on", "договор подписан больше чем через год после начала работы; проверьте обе даты")
        return self

    @property
    def is_oral(self) -> bool:
        """Whether nothing was written, so that the fact of employment is to be established."""
        return self.contract is Contract.ORAL


class InformalWork(Block):
    """Работа без договора: обстоятельства, по которым суд узнаёт трудовые отношения. Source: ТК РФ, ст. 15, 16, 67."""

    admitted_by: Text | None = question(
        "Кто взял вас на работу",
        ru="кто_допустил",
        optional=True,
        hint="Должность и имя, как вы их знаете. Если сам предприниматель, оставьте пустым",
        example="директор магазина Петров Сергей Андреевич",
    )
    place: Text = question("Где вы работали", ru="место", example="магазин «Продукты», г. Тверь, ул. Садовая, д. 3")
    duties: Text = question(
        "Какие у вас были обязанности", ru="обязанности", example="приём и выдача товара, учёт остатков"
    )
    schedule: Text = question("Какой был график", ru="график", example="с понедельника по пятницу с 9:00 до 18:00")
    paid_how: Text | None = question(
        "Как вам платили раньше", ru="как_платили", optional=True, example="переводом на карту от директора"
    )

    @field_validator("*")
    @classmethod
    def _fits_a_sentence(cls, text: str | None) -> str | None:
        return text and within_a_sentence(text)


class Leaving(Block):
    """Увольнение: день."""

    on: PastDay = question("Последний рабочий день", ru="дата", hint="Если есть приказ, то день увольнения по приказу")


class Dismissal(Leaving):
    """Увольнение и расчёт в последний день. Source: ТК РФ, ст. 127, 139, 140."""

    ground: Text | None = question(
        "Основание увольнения",
        ru="основание",
        optional=True,
        hint="Как в приказе. Не знаете — оставьте пустым",
        example="по собственному желанию, п. 3 ч. 1 ст. 77 ТК РФ",
    )
    leave_unpaid: YesNo = question(
        "Остались дни отпуска, за которые не заплатили?", ru="отпуск_не_оплачен", default=False
    )
    leave_days: Number | None = question(
        "Сколько дней отпуска осталось", ru="дней_отпуска", when="leave_unpaid", hint=_LEAVE_HINT
    )
    daily_pay: Roubles | None = question(
        "Средний дневной заработок",
        ru="средний_заработок",
        when="leave_unpaid",
        unsure="посчитаем из оклада",
        hint="Заработок за 12 месяцев, разделённый на 12 и на 29,3",
    )

    @field_validator("ground")
    @classmethod
    def _fits_a_sentence(cls, text: str | None) -> str | None:
        return text and within_a_sentence(text)

    @field_validator("leave_days")
    @classmethod
    def _days_are_there(cls, days: Decimal | None) -> Decimal | None:
        if days is not None and not 0 < days <= 400:
            raise wrong("", "напишите число дней больше нуля; если дней много, проверьте, нет ли опечатки")
        return days

    @field_validator("daily_pay")
    @classmethod
    def _pay_is_there(cls, pay: Decimal | None) -> Decimal | None:
        return pay if pay is None else positive(pay)


def average_daily_pay(salary: Decimal) -> Decimal:
    """ТК РФ, ст. 139, ч. 4, when every month was worked in full at the same salary: the salary divided by 29.3."""
    return (salary / AVERAGE_MONTH_DAYS).quantize(Decimal("0.01"), ROUND_HALF_UP)


def positive(amount: Decimal, name: str = "") -> Decimal:
    """The sum itself; zero is refused at the question `name`."""
    if amount <= 0:
        raise wrong(name, "сумма должна быть больше нуля")
    return amount


def within_a_sentence(text: str) -> str:
    """The answer as it stands in the middle of a sentence: no full stop, «Старший кассир» with a small letter."""
    text = text.rstrip(" .;")
    if text.isupper() and max(map(len, text.split())) > 5:
        return text.lower()
    return text[0].lower() + text[1:] if text[1:2].islower() else text
