"""What a person lives on: incomes, expenses, the papers that prove them; and which duty is to be eased."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo, field_validator

from filings.questions import Block, Choice, Roubles, Text, Whole, question, wrong
from filings.rules.state_duty import Procedure
from filings.rules.terms import legal_term
from filings.schemas.printed_texts import Story, inside, without_stop

_MOST_DEPENDANTS = 20


class PaidFor(Choice):
    """За что платят пошлину. The values are those of the rule `state_duty`."""

    CLAIM = "claim", "имущественный иск", "Взыскать деньги или имущество"
    COURT_ORDER = "court_order", "судебный приказ"
    NON_PROPERTY = "non_property", "неимущественный иск", "Обязать что-то сделать, признать право"
    ADMINISTRATIVE_CLAIM = "administrative_claim", "административный иск"
    APPEAL = "appeal", "апелляционная жалоба"

    @property
    def procedure(self) -> Procedure:
        """The same under its name in the rule."""
        return Procedure(self.value)


class ReliefKind(Choice):
    """О чём просят. Source: НК РФ, ст. 333.20, п. 2; ст. 333.41."""

    DEFERRAL = "deferral", "отсрочка", "Заплатить потом, когда суд решит дело"
    INSTALMENTS = "instalments", "рассрочка", "Платить частями"
    REDUCTION = "reduction", "уменьшение", "Заплатить меньше"
    EXEMPTION = "exemption", "освобождение", "Не платить совсем"


class Proof(Choice):
    """Чем подтверждается положение."""

    ACCOUNTS = "accounts", "сведения ФНС о счетах", "Список счетов — в личном кабинете налогоплательщика"
    BALANCES = "balances", "справки банков об остатках", "По каждому счёту из списка"
    INCOME = "income", "справка о доходах"
    PENSION = "pension", "справка о пенсии или пособии"
    CHILDREN = "children", "документы о детях или опеке"
    UNEMPLOYED = "unemployed", "справка центра занятости"

    @property
    def paper(self) -> str:
        """As the list of attachments names it."""
        return {
            "accounts": "Сведения налогового органа об открытых счетах",
            "balances": "Справки банков об остатках на счетах",
            "income": "Справка о доходах",
            "pension": "Справка о размере пенсии или пособия",
            "children": "Копии документов о детях или об опеке",
            "unemployed": "Справка центра занятости",
        }[self.value]


REQUIRED = (Proof.ACCOUNTS, Proof.BALANCES)


class DutyAsked(Block):
    """Пошлина, которую трудно заплатить."""

    paid_for: PaidFor = question("За что нужно заплатить пошлину", ru="за_что")
    price: Roubles | None = question(
        "Цена иска", ru="цена_иска", when="paid_for=claim|court_order", hint="Сумма требований, по ней считают пошлину"
    )

    @field_validator("price")
    @classmethod
    def _price_is_there(cls, price: Decimal | None) -> Decimal | None:
        if price is not None and price <= 0:
            raise wrong("", "впишите, сколько просите взыскать: от этого зависит пошлина")
        return price


class Relief(Block):
    """Чем суд может помочь."""

    kind: ReliefKind = question("О чём просите", ru="вид")
    months: Whole | None = question(
        "На сколько месяцев разбить платёж", ru="месяцев", when="kind=instalments", hint="Не больше года"
    )
    reduced_to: Roubles | None = question("Сколько можете заплатить", ru="до_суммы", when="kind=reduction")

    @field_validator("months")
    @classmethod
    def _within_a_year(cls, months: int | None, info: ValidationInfo) -> int | None:
        """НК РФ, ст. 64, п. 1; ст. 333.41."""
        on = (info.context or {}).get("on")
        most = legal_term("state_duty_deferral", on).count * 12 if on else 12
        if months is not None and not 2 <= months <= most:
            raise wrong("", "рассрочку дают не больше чем на год: впишите от 2 до {most} месяцев", most=most)
        return months


def _in_a_cell(text: str) -> str:
    """Without the full stop of a sentence, with that of an abbreviation."""
    return inside(without_stop(text))


class Money(Block):
    """Строка доходов или расходов."""

    what: Annotated[Text, AfterValidator(_in_a_cell)] = question("Что это", ru="что", example="пенсия по старости")
    monthly: Roubles = question("Сколько в месяц", ru="в_месяц")

    @field_validator("monthly")
    @classmethod
    def _is_positive(cls, monthly: Decimal) -> Decimal:
        if monthly <= 0:
            raise wrong("", "впишите сумму больше нуля или уберите строку")
        return monthly


class Means(Block):
    """Положение семьи."""

    story: Story = question(
        "Почему не можете заплатить сразу",
        ru="почему",
        hint="Полными предложениями: что случилось, на что живёте",
        example="После увольнения живу на пенсию. Из неё плачу за квартиру и лекарства.",
    )
    dependants: Whole = question(
        "Сколько человек вы содержите", ru="иждивенцев", hint="Детей и других; себя не считайте"
    )

    @field_validator("dependants")
    @classmethod
    def _are_few(cls, dependants: int) -> int:
        if dependants > _MOST_DEPENDANTS:
            raise wrong("", "проверьте число: столько иждивенцев не бывает")
        return dependants
