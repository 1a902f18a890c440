"""The demand that a lender has made, and the rule by which he chooses the court."""

from __future__ import annotations

from pydantic import model_validator

from filings.questions import Block, Choice, PastDay, question, wrong


class DemandMade(Block):
    """Письменное требование вернуть долг. Source: ГК РФ, ст. 810, п. 1; ст. 165.1."""

    sent_on: PastDay = question("Когда отправили или вручили", ru="отправлено")
    received_on: PastDay | None = question(
        "Когда должник его получил",
        ru="получено",
        unsure="дату не укажем",
        hint="Не забрал письмо — день, когда почта вернула его вам",
    )

    @model_validator(mode="after")
    def _in_order(self) -> DemandMade:
        if self.received_on and self.received_on < self.sent_on:
            raise wrong("received_on", "получено раньше, чем отправлено; поправьте одну из дат")
        return self


class LoanVenue(Choice):
    """По какому правилу выбран суд. Source: ГПК РФ, ст. 28, 29, 32."""

    HOME = "home", "там, где живёт должник"
    AGREED = "agreed", "суд назван в договоре"
    LAST_KNOWN = (
        "last_known",
        "по последнему известному адресу",
        "Если теперь должник живёт неизвестно где или за границей",
    )
