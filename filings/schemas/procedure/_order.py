"""The court order that a debtor objects to: when it was issued, how its copy came, what was taken by it."""

from __future__ import annotations

from datetime import date

from pydantic import ValidationInfo, model_validator

from filings.questions import Block, Choice, PastDay, Roubles, YesNo, question, wrong
from filings.rules.figures import day
from filings.schemas import advice
from filings.schemas.printed_texts import Story


class OrderRole(Choice):
    """Кто человек в приказном производстве."""

    DEBTOR = "debtor", "должник", "Деньги взыскивают с вас"
    CREDITOR = "creditor", "взыскатель", "Деньги взыскивают в вашу пользу"


class HowLearned(Choice):
    """Как должник узнал о приказе."""

    RECEIVED = "received", "копия приказа получена", "По почте или в суде"
    LEARNED = "learned", "копия не приходила", "От приставов, банка, работодателя, на Госуслугах"


class Receipt(Block):
    """Когда должник копия приказа получена. Source: ГПК РФ, ст. 128."""

    how: HowLearned = question("Как вы узнали о приказе", ru="как_узнали")
    on: PastDay = question("Когда", ru="дата", hint="День вручения письма или день, когда узнали")
    reasons: Story | None = question(
        "Почему не подали возражения раньше",
        ru="причины",
        when="how=learned || on>10d",  # ГПК РФ, ст. 128: ten days from the copy
        optional=True,
        hint="Копии не было, или она пришла больше десяти дней назад. Полными предложениями: другой адрес, болезнь",
        example="По адресу, указанному в приказе, я не живу с 2023 года, писем из суда не получал.",
        new_page="Если срок прошёл",
    )

    @model_validator(mode="after")
    def _silence_is_explained(self, info: ValidationInfo) -> Receipt:
        """Late objections without a reason are returned: it is said here, before the rest is typed."""
        on = (info.context or {}).get("on")
        if self.how is HowLearned.LEARNED and not self.reasons:
            raise wrong("reasons", "напишите, почему копия приказа до вас не дошла: иначе суд решит, что срок пропущен")
        if on and not self.reasons and self.is_late(on) and self.last_day:
            text = "срок возражений кончился {last}: без просьбы восстановить его их вернут; напишите, почему опоздали"
            raise wrong("reasons", text, last=day(self.last_day))
        return self

    @property
    def last_day(self) -> date | None:
        """The last day for objections; None when the copy was not received or no calendar is known for the days."""
        if self.how is HowLearned.LEARNED:
            return None
        return advice.term("", "court_order_objection", self.on, "").day

    def is_late(self, on: date) -> bool:
        """Whether the term has passed on that day, as far as the answers show."""
        return self.how is HowLearned.LEARNED or bool(self.last_day and self.last_day < on)


class Taken(Block):
    """Что уже взыскали. Source: ГПК РФ, ст. 443–445."""

    amount: Roubles = question("Сколько уже удержали", ru="сумма", hint="Всего, по выписке банка или ответу приставов")
    story: Story = question(
        "Когда и как удержали",
        ru="как",
        hint="Полным предложением",
        example="12.11.2026 деньги списаны со счёта в банке по постановлению судебного пристава.",
    )
    now: YesNo = question(
        "Попросить вернуть их сразу, в этом же документе?",
        ru="вернуть_сейчас",
        hint="Можно и позже, отдельным заявлением. За просьбу о возврате платят пошлину",
    )

    @model_validator(mode="after")
    def _something_was_taken(self) -> Taken:
        if self.amount <= 0:
            raise wrong("amount", "впишите, сколько удержали; если ничего, на прошлый вопрос ответьте «нет»")
        return self
