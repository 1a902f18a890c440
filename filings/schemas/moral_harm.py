"""Moral harm: what is asked for it and why. ТК РФ, ст. 237; Закон РФ «О защите прав потребителей», ст. 15."""

from __future__ import annotations

from decimal import Decimal

from pydantic import field_validator

from filings.questions import Block, Roubles, question
from filings.schemas.employment import positive
from filings.schemas.printed_texts import Story


class MoralHarm(Block):
    """Моральный вред; each dispute adds the question `reason` in its own words."""

    amount: Roubles = question("Сколько просить", ru="сумма", hint="Какую сумму считаете справедливой. Решит суд")

    @field_validator("amount")
    @classmethod
    def _amount_is_there(cls, amount: Decimal) -> Decimal:
        return positive(amount)


class WorkerMoralHarm(MoralHarm):
    """Моральный вред работника."""

    reason: Story = question(
        "Как задержка на вас сказалась",
        ru="в_чём",
        hint="Своими словами, полными предложениями: долги, болезнь, переживания",
        example="Мне не на что было покупать лекарства, пришлось занимать деньги у знакомых.",
    )


class ConsumerMoralHarm(MoralHarm):
    """Моральный вред потребителя."""

    reason: Story = question(
        "Как это на вас сказалось",
        ru="в_чём",
        hint="Своими словами, полными предложениями",
        example="Две недели мы жили в сырой комнате, ребёнок простудился.",
    )
