"""Income of the family per head: the questions about it and the calculation.

Sources: 81-ФЗ, ст. 9; Правила, утв. ПП РФ от 16.12.2022 № 2330.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pydantic import model_validator

from filings.questions import Block, LongText, Roubles, Text, Whole, question, wrong
from filings.rules.conclusion import ROUBLES, Conclusion, Step
from filings.rules.figures import NBSP, money, to_kopecks
from filings.rules.unified_benefit_need import income_months, income_per_head
from filings.russian import dates
from filings.russian.forms import Case
from filings.schemas.benefits._flaws import Phrase, proof_page

_UNIFIED = "benefit.kind=unified_child|unified_pregnancy"


class IncomeFlaw(Block):
    """Доход семьи. Source: 81-ФЗ, ст. 9; Правила, утв. ПП РФ от 16.12.2022 № 2330."""

    story: LongText = question(
        "Что Фонд посчитал неверно и как на самом деле",
        ru="что_неверно",
        hint="Полными предложениями: какие деньги учли зря или не те и почему",
    )
    refused_at: Roubles | None = question(
        "Какой доход на человека указан в решении", ru="в_решении", optional=True, hint="Если не указан, пропустите"
    )
    proof: Phrase | None = proof_page()
    members: Whole | None = question(
        "Сколько человек в семье",
        ru="членов_семьи",
        when=_UNIFIED,
        optional=True,
        hint="Вы, супруг и дети до 18 лет; учащиеся очно — до 23",
        new_page="Для расчёта дохода на человека",
    )
    minimum: Roubles | None = question(
        "Прожиточный минимум на душу населения в вашем регионе",
        ru="прожиточный_минимум",
        when=_UNIFIED,
        optional=True,
        hint="На день обращения. Есть в решении об отказе и на сайте правительства региона",
    )

    @model_validator(mode="after")
    def _possible(self) -> IncomeFlaw:
        if self.members == 0:
            raise wrong("members", "в семье не меньше одного человека: посчитайте и себя")
        if self.minimum == 0:
            raise wrong("minimum", "прожиточный минимум больше нуля; проверьте сумму или оставьте пустым")
        return self


class Income(Block):
    """Доход одного члена семьи за 12 месяцев."""

    source: Text = question("Чей доход и какой", ru="чей", example="Королёва М.П., заработная плата")
    amount: Roubles = question("Сколько за все 12 месяцев", ru="сумма", hint="До вычета налога")


def window(applied_on: date) -> tuple[date, date]:
    """First days of the first and the last month of income: 12 months before the month that precedes applying.

    Source: Правила, утв. ПП РФ от 16.12.2022 № 2330. Applying in January 2023 gives December 2021 to November 2022.
    """
    month = applied_on.year * 12 + applied_on.month - 1
    first, last = (divmod(month - back, 12) for back in (13, 2))
    return date(first[0], first[1] + 1, 1), date(last[0], last[1] + 1, 1)


def months_in_words(applied_on: date) -> str:
    """«с сентября 2025 года по август 2026 года»."""
    first, last = window(applied_on)
    return f"с {dates.month_in(first, Case.GENITIVE)} по {dates.month_in(last, Case.ACCUSATIVE)}"


def per_head(total: Decimal, members: int, applied_on: date) -> Decimal:
    """The part of the family's income that falls to one person in a month, rounded to kopecks."""
    return to_kopecks(income_per_head(total, members, applied_on))


def calculation(incomes: Sequence[Income], members: int, minimum: Decimal, applied_on: date) -> tuple[Conclusion, ...]:
    """The income of the family row by row, then per head, beside the minimum that it does not exceed."""
    total = sum((one.amount for one in incomes), Decimal("0.00"))
    head = per_head(total, members, applied_on)
    compared = [
        Step(
            note="Среднедушевой доход",
            formula=f"{money(total)} / {income_months(applied_on)}{NBSP}мес. / {members}{NBSP}чел.",
            amount=head,
        ),
        Step(note="Прожиточный минимум на душу населения в регионе", formula="", amount=minimum),
    ]
    if head < minimum:
        difference = Step(note="Разница", formula=f"{money(minimum)} − {money(head)}", amount=minimum - head)
        compared.append(difference)
    return (
        Conclusion(
            rule="family_income",
            title=f"Доход семьи {months_in_words(applied_on)}",
            value=total,
            unit=ROUBLES,
            steps=tuple(Step(note=income.source, formula="", base=income.amount) for income in incomes),
        ),
        Conclusion(
            rule="income_per_head",
            title="Среднедушевой доход в месяц",
            value="среднедушевой доход не превышает прожиточного минимума",
            steps=tuple(compared),
            references=(
                "Федеральный закон от 19.05.1995 № 81-ФЗ, ст. 9",
                "Правила, утв. постановлением Правительства РФ от 16.12.2022 № 2330",
            ),
        ),
    )
