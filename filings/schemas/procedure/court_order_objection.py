"""Возражения относительно исполнения судебного приказа."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import field_validator, model_validator

from filings.questions import PastDay, Roubles, YesNo, page, question, wrong
from filings.rules.figures import day
from filings.rules.state_duty import Input, Procedure, state_duty
from filings.russian import numbers
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.court_case import CaseParty, CaseRole, PendingCase
from filings.schemas.courts import MagistrateCourt
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps
from filings.schemas.pending_case import CaseFiling
from filings.schemas.printed_texts import Story
from filings.schemas.procedure import _objection_steps
from filings.schemas.procedure._order import OrderRole, Receipt, Taken
from filings.schemas.procedure._texts import BailiffsOffice


class OrderCase(PendingCase):
    """Судебный приказ: номер, дата, сумма."""

    made_on: PastDay = question("Дата приказа", ru="дата", new_page="Дата и сумма приказа")
    amount: Roubles | None = question("Сколько взыскали по приказу", ru="взыскано", optional=True)


class OrderCreditor(CaseParty):
    """Взыскатель: другой стороны в приказном деле не бывает. Source: ГПК РФ, ст. 121, 128."""

    role: CaseRole = question("Кто это в деле", ru="роль", default=CaseRole.CREDITOR, silent=True)


class ObjectionConclusions(Conclusions):
    """Whether the term has to be restored, and the duty for the return of what was taken."""

    demands: tuple[str, ...] = fact("Что просят", ru="требования")
    in_time: bool = fact("Поданы ли возражения в срок", ru="в_срок", default=False)
    restored: bool = fact("Просить ли восстановить срок", ru="восстановить_срок", default=False)
    duty: Decimal | None = fact("Пошлина за поворот исполнения", ru="пошлина", default=None)
    last_day: date | None = fact("Последний день срока возражений", ru="последний_день", default=None)


class CourtOrderObjection(CaseFiling):
    """Возражения должника. Source: ГПК РФ, ст. 128, 129; о возврате взысканного — ст. 443–445."""

    about = About(
        title="Возражения на судебный приказ",
        printed="Возражения",
        summary="Когда мировой судья вынес приказ и с вас взыскивают деньги без суда. Возражения отменяют приказ, "
        "объяснять их не нужно. Если срок прошёл, попросим его восстановить; если деньги списали — вернуть.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=12,
        at_hand=("судебный приказ или его номер и дата", "конверт из суда: по нему считают срок"),
        cost="Бесплатно. Пошлина нужна, только если сразу просите вернуть списанное.",
        references=("ГПК РФ, ст. 112, 128, 129, 443–445", "НК РФ, ст. 333.19"),
        not_for=("решение суда по иску", "приказ о налогах (в номере буква «а»)", "постановление пристава"),
    )

    role: OrderRole = page("Кто вы в судебном приказе", ru="роль", screening=True)  # type: ignore[assignment]
    court: MagistrateCourt = page(
        "Мировой судья, который вынес приказ",
        ru="суд",
        hint="Тот же участок, что в самом приказе, даже если вы переехали",
    )
    case: OrderCase = page("О судебном приказе", ru="дело")
    others: list[OrderCreditor] = page(  # type: ignore[assignment]
        "В чью пользу вынесен приказ",
        ru="участники",
        add="Добавить взыскателя",
        hint="Того, кто взыскивает деньги, приказ называет взыскателем",
    )
    receipt: Receipt = page("Когда вы узнали о приказе", ru="получение")
    why: Story | None = page(
        "С чем вы не согласны",
        ru="возражения",
        optional=True,
        hint="Можно не писать: закон не требует объяснений. Если пишете — полными предложениями",
        example="Долга нет: квитанции за эти месяцы оплачены.",
    )
    bailiffs: BailiffsOffice | None = page(
        "Какие приставы взыскивают",
        ru="приставы",
        optional=True,
        example="Отдел судебных приставов по Ленинскому району г. Твери",
    )
    was_taken: YesNo = page("По приказу уже удержали деньги?", ru="деньги_удержали", default=False)
    taken: Taken | None = page("Что уже удержали", ru="удержано", when="was_taken")

    @field_validator("role")
    @classmethod
    def _debtor_objects(cls, role: OrderRole) -> OrderRole:
        if role is OrderRole.CREDITOR:
            text = "возражает должник; если приказ вынесен в вашу пользу, попросите суд выдать его"
            raise wrong("", text, instead="writ_request")
        return role

    @field_validator("case")
    @classmethod
    def _is_of_civil_code(cls, case: OrderCase) -> OrderCase:
        if case.number.casefold().split("-")[0].endswith(("а", "a")):
            text = (
                "буква «а» в номере значит приказ о налогах по КАС РФ: срок и порядок там другие, они названы в приказе"
            )
            raise wrong("number", text)
        return case

    @model_validator(mode="after")
    def _in_order(self) -> CourtOrderObjection:
        if self.receipt.on < self.case.made_on:
            raise wrong("receipt.on", "приказ вынесен {made}: узнать о нём раньше нельзя", made=day(self.case.made_on))
        if any(other.role is not CaseRole.CREDITOR for other in self.others):
            raise wrong("others", "в приказном деле другая сторона — взыскатель; выберите эту роль")
        return self

    @property
    def asks_money_back(self) -> bool:
        """Whether the return of what was taken is asked for here."""
        return bool(self.taken and self.taken.now)

    def subject(self) -> str:
        """«относительно исполнения судебного приказа»."""
        return "относительно исполнения судебного приказа"

    def conclude(self, on: date) -> ObjectionConclusions:
        """ГПК РФ, ст. 128: ten days from the copy; ст. 112: a missed term may be restored."""
        late = self.receipt.is_late(on)
        restored = late and bool(self.receipt.reasons)
        duty = state_duty(Input(filed_on=on, procedure=Procedure.EXECUTION_REVERSAL)) if self.asks_money_back else None
        asked = (("срок", restored), ("отмена", True), ("поворот", self.asks_money_back), ("копия", True))
        return ObjectionConclusions(
            duty=duty.value if duty else None,
            in_time=bool(self.receipt.last_day) and not late,
            restored=restored,
            demands=tuple(name for name, wanted in asked if wanted),
            last_day=self.receipt.last_day,
            warnings=tuple(_objection_steps.warnings(self, on, late)),
        )

    def duty_line(self, conclusions: ObjectionConclusions) -> str:
        """Objections cost nothing; the return of what was taken is paid for."""
        return f"{numbers.money(conclusions.duty)} (за поворот исполнения)" if conclusions.duty else ""

    def papers(self, conclusions: ObjectionConclusions) -> list[Paper]:
        """The proof of good reasons, and of what was taken."""
        return [*super().papers(conclusions), *_objection_steps.papers(self, conclusions)]

    def next_steps(self, conclusions: ObjectionConclusions, on: date) -> NextSteps:
        """Hand in at once, take the ruling to the bailiffs."""
        return _objection_steps.next_steps(self, conclusions, on)
