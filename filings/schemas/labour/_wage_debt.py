"""A sum of pay that was not paid in time, and how the months of several are called."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import Block, DatedSum, Month, PastDay, Roubles, Text, question, wrong
from filings.rules.figures import money
from filings.russian import dates
from filings.russian.forms import Case
from filings.schemas.employment import positive, within_a_sentence


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
    due: PastDay = question(
        "В какой день должны были выплатить",
        ru="срок",
        hint="Если день выплаты — выходной, то накануне. При увольнении — последний рабочий день",
        # ТК РФ, ст. 136, ч. 6: no later than fifteen days after the end of the half of the month.
        help="Дни выплаты названы в договоре или в правилах организации. Если не знаете их, впишите самый поздний "
        "день, который разрешает закон: за первую половину месяца — 30-е число, за вторую — 15-е число следующего.",
    )
    payments: list[DatedSum] = question(
        "Что из этого выплатили",
        ru="выплаты",
        optional=True,
        default=[],
        add="Добавить выплату",
        hint="Если ничего, не добавляйте",
    )

    @field_validator("comment")
    @classmethod
    def _fits_brackets(cls, comment: str | None) -> str | None:
        return comment and within_a_sentence(comment)

    @model_validator(mode="after")
    def _is_owed(self, info: ValidationInfo) -> WageDebt:
        positive(self.accrued, "accrued")
        self._check_payments()
        if self.due < self.earliest:
            raise wrong("due", "этот день раньше месяца, за который платят; проверьте месяц и год")
        if self.debt <= 0:
            raise wrong(
                "payments",
                f"выплачено {money(self.paid)} из {money(self.accrued)} руб.: долга нет. Проверьте суммы или уберите "
                "этот месяц: о том, что уже выплатили с опозданием, этот документ не просит",
            )
        self._check_days((info.context or {}).get("on"))
        return self

    def _check_payments(self) -> None:
        for payment in self.payments:
            if payment.amount <= 0:
                raise wrong("payments", "выплаченная сумма должна быть больше нуля; если не платили, уберите строку")
            if payment.on < self.earliest:
                raise wrong("payments", "эта выплата раньше месяца, за который платят; проверьте её дату")

    def _check_days(self, on: date | None) -> None:
        if on is None:
            return
        if self.month > on:
            raise wrong("month", "этот месяц ещё не наступил; проверьте месяц и год")
        if any(payment.on > on for payment in self.payments):
            raise wrong("payments", "эта выплата ещё не наступила; уберите её или проверьте дату")
        if self.due >= on:
            raise wrong(
                "due", "срок выплаты ещё не прошёл: работодатель может заплатить сегодня. Вернитесь завтра или позже"
            )

    @property
    def earliest(self) -> date:
        """The earliest day that pay for the month may be due or paid: holiday pay is given before the month begins."""
        return self.month - timedelta(days=31)

    @property
    def paid_in_order(self) -> list[DatedSum]:
        """The part payments by day, however they were written down."""
        return sorted(self.payments, key=lambda payment: payment.on)

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
    """Each year stands once: «ноябрь и декабрь 2025 года, январь 2026 года»."""
    years = [_of_one_year(list(group)) for _, group in groupby(months, lambda month: month.year)]
    return ", ".join(years) if len(months) > 2 else " и ".join(years)


def _of_one_year(months: list[date]) -> str:
    words = [dates.month(month) for month in months]
    words = [word.split(dates.NBSP)[0] for word in words[:-1]] + words[-1:]
    return " и ".join(filter(None, (", ".join(words[:-1]), words[-1])))
