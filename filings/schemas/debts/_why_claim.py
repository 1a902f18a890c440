"""Why a loan is claimed by a suit: a claim that belongs to order proceedings is returned. ГПК РФ, ст. 135."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo, field_validator

from filings.parameters import parameter
from filings.questions import Block, Choice, DatedSum, PastDay, Roubles, Text, page, question, wrong
from filings.rules.figures import money
from filings.rules.jurisdiction import ORDER_LIMIT
from filings.rules.limitation import Input, Kind, limitation
from filings.schemas.base import Filing
from filings.schemas.debts._loan_sums import owed_if_known
from filings.schemas.decision import DocumentNumber
from filings.schemas.employment import within_a_sentence

WithinSentence = Annotated[Text, AfterValidator(within_a_sentence)]


class WhyClaim(Choice):
    """Почему нельзя получить судебный приказ. Source: ГПК РФ, ст. 121, 122, 125, 129."""

    CANCELLED = "cancelled", "судебный приказ отменили", "Должник возразил, и судья отменил приказ"
    REFUSED = "refused", "мировой судья отказал в приказе"
    DISPUTED = "disputed", "должник письменно спорит", "Пишет, что не брал, уже вернул или сумма другая"
    OVER = "over", "сумма больше предела для приказа", "Предел назовём, когда посчитаем долг"
    NO_PAPER = "no_paper", "нет расписки и договора"
    ABROAD = "abroad", "должник живёт за границей"
    NOTHING = "nothing", "ничего из этого"

    @property
    def caution(self) -> tuple[str, ...]:
        """What the person must attach so that the claim is not returned."""
        if self is WhyClaim.DISPUTED:
            return (
                "Приложите письмо или переписку, где должник спорит. Если спора не видно, суд вернёт иск и предложит "
                "просить приказ (ГПК РФ, ст. 135, ч. 1, п. 1.1).",
            )
        return ()


class ReasonToSue(Filing):
    """The first question of a claim; a base of its own, so that the checks of later pages know the answer."""

    why: WhyClaim = page(
        "Почему нужен иск, а не судебный приказ", ru="почему_иск", part="Почему иск и кто вы", screening=True
    )

    @field_validator("why")
    @classmethod
    def _an_order_is_not_possible(cls, why: WhyClaim) -> WhyClaim:
        if why is WhyClaim.NOTHING:
            raise wrong(
                "",
                "тогда сначала просят судебный приказ: иск суд вернёт (ГПК РФ, ст. 135, ч. 1, п. 1.1)",
                instead="loan_court_order",
            )
        return why


class EarlierOrder(Block):
    """Судебный приказ, который отменили или не выдали."""

    justice: WithinSentence = question(
        "Какой это участок", ru="участок", example="судебный участок № 3 Заволжского района г. Твери"
    )
    number: DocumentNumber | None = question("Номер дела", ru="номер", optional=True, example="2-1234/2026")
    asked_on: PastDay = question("Когда вы просили приказ", ru="просили", hint="День, когда подали или отправили")
    ended_on: PastDay = question("Дата определения об отмене или об отказе", ru="дата_определения")
    duty_paid: Roubles | None = question(
        "Сколько пошлины заплатили за приказ", ru="уплачено", unsure="зачесть её не попросим"
    )

    def about_what(self, why: WhyClaim) -> str:
        """«об отмене судебного приказа»."""
        cancelled = why is WhyClaim.CANCELLED
        return "об отмене судебного приказа" if cancelled else "об отказе в принятии заявления о судебном приказе"

    def last_day(self, due: date) -> date:
        """The last day to sue; the term stood still while the order was asked for (ГК РФ, ст. 204)."""
        debt = DatedSum(on=due, amount=Decimal(1))
        given = Input(
            debts=(debt,),
            filed_on=self.ended_on,
            kind=Kind.GENERAL,
            order_filed_on=self.asked_on,
            order_cancelled_on=self.ended_on,
        )
        return limitation(given).steps[0].until or due


def check_over_limit(info: ValidationInfo, repaid: Sequence[DatedSum], due: date) -> None:
    """Raises the error of a page when the debt that was called too big for an order is not. ГПК РФ, ст. 121, ч. 1."""
    on = (info.context or {}).get("on")
    if not on or info.data.get("why") is not WhyClaim.OVER:
        return
    owed, limit = owed_if_known(info.data["loan"], repaid, due, on), Decimal(parameter(ORDER_LIMIT).at(on).value)
    if owed and owed <= limit:
        raise wrong(
            "",
            "вы ответили, что сумма больше предела для приказа, но с процентами выходит {owed} руб., а предел — "
            "{limit} руб. Сначала просят судебный приказ: такой иск суд вернёт (ГПК РФ, ст. 121, 135)",
            owed=money(owed),
            limit=money(limit),
            instead="loan_court_order",
        )


def check_reason(earlier: EarlierOrder | None, due: date, on: date | None) -> None:
    """Raises the error of a day out of order."""
    if earlier and earlier.ended_on < earlier.asked_on:
        raise wrong("earlier.ended_on", "определение раньше, чем вы просили приказ; проверьте обе даты")
    if earlier and earlier.asked_on <= due:
        raise wrong("earlier.asked_on", "приказ просили раньше, чем прошёл срок возврата; проверьте даты")
    if earlier and on and earlier.ended_on > on:
        raise wrong("earlier.ended_on", "этот день ещё не наступил; проверьте дату")
