"""What a leak cost: the estimate, the share of the owner, the insurer's payment, and the sum that is left to claim."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import field_validator, model_validator

from filings.questions import Block, Choice, PastDay, Roubles, Whole, YesNo, page, question, wrong
from filings.rules.conclusion import ROUBLES, Conclusion, Step
from filings.rules.figures import money
from filings.russian import dates
from filings.schemas.housing._leak import ActState, LeakAct, LeakStory
from filings.schemas.moral_harm import ConsumerMoralHarm
from filings.schemas.other_citizen import Addressee
from filings.schemas.parties import Person
from filings.schemas.printed_share import Share, part
from filings.schemas.printed_texts import BareNumber, answered

if TYPE_CHECKING:
    from filings.schemas.managing_organisation import Manager
    from filings.schemas.organisations import Organisation

COMMON = "leak.source=roof|riser|heating|unknown"
OF_NEIGHBOUR = "leak.source=neighbour"


class OwnedBy(Choice):
    """Кому принадлежит квартира. Source: ГК РФ, ст. 244, 253."""

    SOLE = "sole", "только мне"
    JOINT = "joint", "нам с супругом, без долей"
    SHARES = "shares", "нескольким людям, у каждого своя доля"


class Ownership(Block):
    """Кому принадлежит квартира: от этого зависит, какую часть ущерба можно требовать."""

    owned_by: OwnedBy = question("Кому принадлежит квартира", ru="чья", hint="Есть в выписке из ЕГРН")
    share: Share | None = question(
        "Ваша доля",
        ru="доля",
        when="owned_by=shares",
        hint="За ремонт вы вправе требовать по своей доле; остальные требуют за себя сами",
        example="1/2",
    )


class DamageMethod(Choice):
    """Чем подтверждён размер ущерба; `by_what` стоит после «подтверждается»."""

    REPORT = "report", "отчёт оценщика"
    ESTIMATE = "estimate", "смета на ремонт"
    RECEIPTS = "receipts", "чеки и квитанции", "Ремонт уже сделан или вещи куплены"


class Damage(Block):
    """Размер ущерба. Source: ГК РФ, ст. 15, 1082."""

    method: DamageMethod = question("Чем подтверждён размер ущерба", ru="чем")
    document_on: PastDay | None = question("Дата отчёта или сметы", ru="дата", when="method=report|estimate")
    document_number: BareNumber | None = question("Номер", ru="номер", when="method=report|estimate", optional=True)
    repair: Roubles = question(
        "Сколько стоит ремонт всей квартиры", ru="ремонт", hint="Если пострадали только вещи, впишите 0"
    )
    things: Roubles | None = question("Во сколько оценены ваши вещи", ru="вещи", optional=True)
    appraisal_cost: Roubles | None = question(
        "Сколько вы заплатили за оценку или смету",
        ru="стоимость_оценки",
        when="method=report|estimate",
        optional=True,
        new_page="Как проходила оценка",
    )
    invited: YesNo | None = question(
        "Того, кто отвечает за залив, звали на осмотр?",
        ru="приглашали",
        when="method=report|estimate",
        hint="Письмом или телеграммой за 3–5 дней: чтобы оценку труднее было оспорить",
    )
    invited_on: PastDay | None = question("Когда отправили приглашение", ru="дата_приглашения", when="invited")

    @field_validator("document_number")
    @classmethod
    def _no_number_is_no_answer(cls, number: str | None) -> str | None:
        return answered(number)

    @model_validator(mode="after")
    def _something_is_counted(self) -> Damage:
        if not self.repair and not self.things:
            raise wrong("repair", "впишите, сколько стоит ремонт или вещи: требовать ноль рублей нельзя")
        if self.invited_on and self.document_on and self.invited_on > self.document_on:
            raise wrong("invited_on", "позвали позже, чем составлен отчёт; поправьте одну из дат")
        return self


class Insurance(Block):
    """Страховка: что заплатил страховщик, второй раз требовать нельзя. Source: ГК РФ, ст. 15, 965."""

    paid: YesNo = question("Страховая компания вам уже заплатила?", ru="заплатила")
    amount: Roubles | None = question("Сколько заплатила", ru="сумма", when="paid")


class LeakDamage(LeakStory):
    """The pages about the damage, for the demand and for the claim. The source of the water tells who answers.

    A kind declares the page `organisation`: less is asked of it in a demand than in a claim.
    """

    if TYPE_CHECKING:
        organisation: Manager | Organisation | None

    ownership: Ownership | None = page("Чья это квартира", ru="собственность", when="home.right=owner")
    damage: Damage = page("Сколько стоит ущерб", ru="ущерб")
    insurance: Insurance = page("Страховка", ru="страховка")
    repair_days: Whole | None = page(
        "За сколько дней должны устранить протечку",
        ru="срок_устранения",
        when="leak.ongoing",
        hint="Назовите выполнимый срок: без срока требование трудно исполнить",
        example="10",
    )
    moral: ConsumerMoralHarm | None = page(
        "Моральный вред",
        ru="моральный_вред",
        when=COMMON,
        optional=True,
        hint="Просят только с управляющей организации. Если не хотите просить, пропустите",
    )
    citizen: Addressee | None = page(
        "Хозяин квартиры сверху",
        ru="сосед",
        when=OF_NEIGHBOUR,
        hint="Отвечает собственник, а не тот, кто снимает квартиру",
    )

    @field_validator("act")
    @classmethod
    def _act_is_there(cls, act: LeakAct) -> LeakAct:
        if act.state is ActState.NOBODY:
            raise wrong(
                "state",
                "без акта ущерб трудно доказать: сначала попросите составить акт или составьте его с соседями",
                instead="leak_report_request",
            )
        return act

    @field_validator("repair_days")
    @classmethod
    def _days_can_be_kept(cls, days: int | None) -> int | None:
        if days is not None and not 0 < days <= 365:
            raise wrong("", "впишите срок от 1 до 365 дней")
        return days

    @model_validator(mode="after")
    def _sums_hold(self) -> LeakDamage:
        if self.damage.document_on and self.damage.document_on < self.leak_day:
            raise wrong(
                "damage.document_on",
                "оценка {day}, а залило {leak}: оценить раньше залива нельзя; поправьте одну из дат",
                day=dates.day(self.damage.document_on),
                leak=dates.day(self.leak.happened_at),
            )
        if self.loss() <= 0:
            raise wrong(
                "insurance.amount",
                "за весь ущерб уже заплатили, и требовать его второй раз нельзя; проверьте суммы ущерба и выплат",
            )
        return self

    def people(self) -> list[Person]:
        """The author, the representative and the neighbour, each once."""
        known = super().people()
        return [*known, *([self.citizen] if self.citizen and self.citizen not in known else [])]

    @property
    def is_common(self) -> bool:
        """Whether the organisation that runs the house answers, and the law on consumers applies."""
        return self.leak.source.is_common

    @property
    def share(self) -> str | None:
        """The person's share of the home, when others own the rest."""
        return self.ownership.share if self.ownership else None

    def loss(self) -> Decimal:
        """What is left to claim for the home and the things."""
        return sum((step.amount or Decimal(0) for step in self._steps()), Decimal(0))

    def loss_calculation(self) -> Conclusion:
        """Repair by the share, things, less what the insurer paid."""
        return Conclusion(
            rule="leak_damage",
            title="Расчёт ущерба от залива",
            value=self.loss(),
            unit=ROUBLES,
            steps=tuple(self._steps()),
            references=("ГК РФ, ст. 15, 1064, 1082",),
        )

    def _steps(self) -> Iterator[Step]:
        repair, things = self.damage.repair, self.damage.things
        if repair and self.share:
            yield Step(
                formula=f"ремонт квартиры: {money(repair)} × {self.share}",
                amount=part(repair, self.share),
                note="по доле в праве",
            )
        elif repair:
            yield Step(formula=f"ремонт квартиры: {money(repair)}", amount=repair)
        if things:
            yield Step(formula=f"повреждённые вещи: {money(things)}", amount=things)
        if paid := self.insurance.amount:
            yield Step(formula=f"выплата страховой компании: вычитается {money(paid)}", amount=-paid)
        if paid := self.already_paid():
            yield Step(formula=f"выплата по претензии: вычитается {money(paid)}", amount=-paid)

    def already_paid(self) -> Decimal:
        """What the other side has paid of its own will; only a claim may know of it."""
        return Decimal(0)

    def facts(self) -> dict[str, Any]:
        """Who answers and what is asked, for both templates."""
        return super().facts() | {"общее_имущество": self.is_common}
