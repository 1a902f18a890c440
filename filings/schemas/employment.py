"""Work and pay: the employer that a worker sues, the contract or its absence, the dismissal, unpaid sums."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import (
    Block,
    Choice,
    DatedSum,
    Month,
    Number,
    PastDay,
    Roubles,
    Text,
    Whole,
    YesNo,
    question,
    wrong,
)
from filings.russian import dates
from filings.russian.forms import Case
from filings.russian.names import detect_gender, is_patronymic
from filings.schemas.organisations import Employer

AVERAGE_MONTH_DAYS = Decimal("29.3")  # ТК РФ, ст. 139, ч. 4: среднемесячное число календарных дней
_FORM_OF_BUSINESS = re.compile(
    r"[«»\"]|\b(ООО|АО|ПАО|ЗАО|ОАО|НАО|ТСЖ|ТСН|ГУП|МУП|АНО)\b|\b(общество|учреждение|предприятие)\b", re.I
)
_ENTREPRENEUR = re.compile(r"^(ИП|индивидуальный предприниматель)\b", re.I)
_HEAD = re.compile(r"^(генеральный |исполнительный )?(директор|руководитель|начальник|управляющий)\b", re.I)


class WageEmployer(Employer):
    """Работодатель, который не заплатил: отвечает он, а не директор."""

    @model_validator(mode="after")
    def _is_not_a_director(self) -> WageEmployer:
        title = self.title or ""
        if not self.is_person and _ENTREPRENEUR.match(title):
            raise wrong("title", "это предприниматель: вернитесь к вопросу «Кто ваш работодатель» и выберите его")
        if not self.is_person and (_HEAD.match(title) or _is_a_name(title)):
            raise wrong(
                "title",
                "здесь нужно название организации: зарплату должна она, а не директор или бухгалтер. Название есть "
                "в договоре, на расчётном листке, на сайте налоговой службы. Если вы работали у предпринимателя, "
                "выберите «индивидуальный предприниматель»",
            )
        return self


def _is_a_name(title: str) -> bool:
    words = title.split()
    if _FORM_OF_BUSINESS.search(title) or not 2 <= len(words) <= 4:
        return False
    return any(is_patronymic(word) for word in words[1:]) or (
        len(words) == 2 and any(detect_gender(*pair, None) for pair in (words, words[::-1]))
    )


class Contract(Choice):
    """Как оформили работу."""

    WRITTEN = "written", "письменно", "Есть трудовой договор или приказ о приёме"
    ORAL = "oral", "устно", "Вы работали, но договора не дали"


class Employment(Block):
    """Работа: договор, должность, оплата, работает человек или уволен."""

    contract: Contract = question("Как вас оформили", ru="договор")
    contract_number: Text | None = question(
        "Номер договора", ru="номер_договора", when="contract=written", optional=True
    )
    contract_on: PastDay | None = question("Дата договора", ru="дата_договора", when="contract=written", optional=True)
    position: Text = question("Ваша должность", ru="должность", hint="С маленькой буквы", example="кладовщик")
    started_on: PastDay = question("Первый рабочий день", ru="начало")
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

    @field_validator("salary")
    @classmethod
    def _salary_is_there(cls, salary: Decimal) -> Decimal:
        return _positive(salary)

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
        "Кто допустил вас к работе",
        ru="кто_допустил",
        optional=True,
        hint="Должность и имя, как вы их знаете. Если сам предприниматель, оставьте пустым",
        example="директор магазина Петров Сергей Андреевич",
    )
    place: Text = question("Где вы работали", ru="место", example="магазин «Продукты», г. Тверь, ул. Садовая, д. 3")
    duties: Text = question("Что вы делали", ru="обязанности", example="приём и выдача товара, учёт остатков")
    schedule: Text = question("Какой был график", ru="график", example="с понедельника по пятницу с 9:00 до 18:00")
    paid_how: Text | None = question(
        "Как вам платили раньше", ru="как_платили", optional=True, example="переводом на карту от директора"
    )

    @field_validator("*")
    @classmethod
    def _fits_a_sentence(cls, text: str | None) -> str | None:
        return text and text.rstrip(" .;")


class Dismissal(Block):
    """Увольнение и расчёт в последний день. Source: ТК РФ, ст. 127, 139, 140."""

    on: PastDay = question("Последний рабочий день", ru="дата", hint="День увольнения по приказу")
    ground: Text | None = question(
        "Основание увольнения", ru="основание", optional=True, example="по собственному желанию, п. 3 ч. 1 ст. 77 ТК РФ"
    )
    leave_unpaid: YesNo = question(
        "Остались дни отпуска, за которые не заплатили?", ru="отпуск_не_оплачен", default=False
    )
    leave_days: Number | None = question(
        "Сколько дней отпуска осталось", ru="дней_отпуска", when="leave_unpaid", hint="Можно с дробью: 9,33"
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
        return text and text.rstrip(" .;")

    @field_validator("leave_days")
    @classmethod
    def _days_are_there(cls, days: Decimal | None) -> Decimal | None:
        if days is not None and not 0 < days <= 400:
            raise wrong("", "напишите число дней больше нуля; если дней много, проверьте, нет ли опечатки")
        return days

    @field_validator("daily_pay")
    @classmethod
    def _pay_is_there(cls, pay: Decimal | None) -> Decimal | None:
        return pay if pay is None else _positive(pay)


class WageDebt(Block):
    """Сумма, которую должны были выплатить к одному дню: месяц, аванс, премия."""

    month: Month = question("За какой месяц", ru="месяц")
    comment: Text | None = question(
        "Какая это часть",
        ru="пояснение",
        optional=True,
        hint="Если зарплата за весь месяц, оставьте пустым",
        example="аванс",
    )
    accrued: Roubles = question("Сколько должны были выплатить", ru="начислено")
    due: PastDay = question("В какой день", ru="срок")
    payments: list[DatedSum] = question(
        "Что из этого выплатили", ru="выплаты", optional=True, default=[], add="Добавить выплату"
    )

    @model_validator(mode="after")
    def _is_owed(self, info: ValidationInfo) -> WageDebt:
        _positive(self.accrued, "accrued")
        if self.due < (self.month - timedelta(days=31)):
            raise wrong("due", "этот день раньше месяца, за который платят; проверьте месяц и год")
        if self.debt <= 0:
            raise wrong("payments", "всё выплачено: долга нет. Уберите этот месяц или проверьте суммы")
        on = (info.context or {}).get("on")
        if on and any(payment.on > on for payment in self.payments):
            raise wrong("payments", "эта выплата ещё не наступила; уберите её или проверьте дату")
        if on and self.due >= on:
            raise wrong("due", "срок выплаты ещё не прошёл: работодатель может заплатить сегодня. Подайте иск позже")
        return self

    @property
    def paid(self) -> Decimal:
        """What was paid of the sum, whenever."""
        return sum((payment.amount for payment in self.payments), Decimal("0.00"))

    @property
    def debt(self) -> Decimal:
        """What is still owed."""
        return self.accrued - self.paid

    @property
    def called(self) -> str:
        """«март 2026 года», «март 2026 года (аванс)»."""
        return dates.month(self.month) + (f" ({self.comment})" if self.comment else "")


def average_daily_pay(salary: Decimal) -> Decimal:
    """ТК РФ, ст. 139, ч. 4, when every month was worked in full at the same salary: the salary divided by 29.3."""
    return (salary / AVERAGE_MONTH_DAYS).quantize(Decimal("0.01"), ROUND_HALF_UP)


def months_in_words(months: list[date]) -> str:
    """«март 2026 года»; «март и май 2026 года»; of three in a row «период с марта 2026 года по май…»."""
    ordered = sorted(set(months))
    if len(ordered) < 3 or not _in_a_row(ordered):
        return _listed(ordered)
    first, last = dates.month_in(ordered[0], Case.GENITIVE), dates.month(ordered[-1])
    if ordered[0].year == ordered[-1].year:
        first = first.split(dates.NBSP)[0]
    return f"период с {first} по {last}"


def _in_a_row(months: list[date]) -> bool:
    first, last = months[0], months[-1]
    return (last.year - first.year) * 12 + last.month - first.month == len(months) - 1


def _listed(months: list[date]) -> str:
    """The year stands once when it is one for all."""
    one_year = len({month.year for month in months}) == 1
    words = [dates.month(month) for month in months]
    words = [word.split(dates.NBSP)[0] for word in words[:-1]] + words[-1:] if one_year else words
    return " и ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def _positive(amount: Decimal, name: str = "") -> Decimal:
    if amount <= 0:
        raise wrong(name, "сумма должна быть больше нуля")
    return amount
