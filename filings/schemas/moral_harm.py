"""Moral harm that a consumer asks for. Source: Закон РФ «О защите прав потребителей», ст. 15."""

from __future__ import annotations

from decimal import Decimal

from pydantic import field_validator

from filings.questions import Block, Roubles, question
from filings.schemas.employment import positive
from filings.schemas.printed_texts import Story


class ConsumerMoralHarm(Block):
    """Моральный вред потребителя."""

    amount: Roubles = question("Сколько просить", ru="сумма", hint="Какую сумму считаете справедливой. Решит суд")
    reason: Story = question(
        "Как это на вас сказалось",
        ru="в_чём",
        hint="Своими словами, полными предложениями",
        example="Две недели мы жили в сырой комнате, ребёнок простудился.",
    )

    @field_validator("amount")
    @classmethod
    def _amount_is_there(cls, amount: Decimal) -> Decimal:
        return positive(amount)
