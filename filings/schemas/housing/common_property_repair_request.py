"""Заявление о ремонте подъезда, лифта, кровли, об уборке и ином содержании общего имущества.

Sources: ЖК РФ, ст. 36, 156 (ч. 10), 161; ПП РФ № 491, п. 10, 11; ПП РФ № 290; постановление Госстроя РФ № 170.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import ValidationInfo, field_validator, model_validator

from filings.parameters import parameter
from filings.questions import Day, YesNo, page, wrong
from filings.russian import dates
from filings.schemas.base import About
from filings.schemas.collective import CollectivePetition
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.exhibits import Paper
from filings.schemas.housing import _upkeep_advice
from filings.schemas.housing._upkeep import Defect, FeeCut, MissedCleaning, SharedProperty, check_cuts, fee_cut
from filings.schemas.managing_organisation import Manager, ManagerKind
from filings.schemas.next_steps import NextSteps


class RepairConclusions(Conclusions):
    """The norms' terms and the cut of the charge."""

    repair_days: int | None = fact("Предельный срок устранения, суток", ru="предельный_срок")
    often_years: int = fact("Самый частый ремонт подъезда, лет", ru="ремонт_раз_в_лет")
    seldom_years: int = fact("Самый редкий ремонт подъезда, лет", ru="ремонт_не_реже_лет")
    cut: Decimal | None = fact("Снижение платы", ru="снижение")
    months: list[str] = fact("За какие месяцы", ru="месяцы_снижения")


class CommonPropertyRepairRequest(CollectivePetition):
    """Заявление тому, кто управляет домом."""

    about = About(
        title="Заявление о ремонте или уборке в доме",
        printed="Заявление",
        summary="Подъезд без ремонта, лифт стоит, не убирают, нет света, течёт крыша, запущен двор. Заявление требует "
        "осмотреть, составить акт, исправить к сроку и снизить плату. Можно подписать всем подъездом.",
        audience=("citizen", "trainer"),
        minutes=12,
        at_hand=(
            "название и адрес организации из квитанции",
            "даты: с какого дня не работает, когда не убирали",
            "фотографии",
        ),
        cost="Бесплатно",
        references=(
            "ЖК РФ, ст. 36, 156, ч. 10, ст. 161",
            "ПП РФ от 13.08.2006 № 491, п. 10, 11; ПП РФ от 03.04.2013 № 290",
            "Постановление Госстроя РФ от 27.09.2003 № 170",
        ),
        not_for=("капитальный ремонт дома", "возмещение ущерба от залива"),
        next_kinds=("housing_inspectorate_complaint", "prosecutor_complaint", "utility_recalculation_claim"),
    )
    calculation_title: ClassVar[str] = "Расчёт снижения платы за содержание жилого помещения"

    capital: YesNo = page(
        "Нужен капитальный ремонт?",
        ru="капитальный",
        screening=True,
        hint="Заменить лифт, крышу или стояки целиком, а не починить",
    )
    recipient: Manager = page("Кто управляет домом", ru="адресат")
    property: SharedProperty = page("Что не в порядке", ru="объект")
    defect: Defect = page("Расскажите о неисправности", ru="неисправность")
    missed: list[MissedCleaning] | None = page(
        "Когда не убирали", ru="пропуски_уборки", when="property=cleaning", add="Добавить ещё день"
    )
    do_by: Day | None = page(
        "К какому дню просите исправить",
        ru="исправить_к",
        optional=True,
        hint="Если пропустите, попросим предельный срок по правилам или назвать срок",
    )
    wants_cut: YesNo = page(
        "Просить снизить плату за содержание?",
        ru="просить_снижение",
        default=False,
        when="!collective",
        hint="Если услуги не было, за эти дни можно не платить. Просят в течение полугода",
    )
    fee_cuts: list[FeeCut] | None = page(
        "За что снизить плату", ru="снижения", when="!collective & wants_cut", add="Добавить ещё месяц"
    )

    @field_validator("capital")
    @classmethod
    def _is_not_capital(cls, capital: bool) -> bool:
        if capital:
            raise wrong(
                "",
                "капитальный ремонт проводит региональный оператор, а не управляющая организация; "
                "нужно требование к нему",
                instead="capital_repair_demand",
            )
        return capital

    @field_validator("recipient")
    @classmethod
    def _manages_the_house(cls, recipient: Manager) -> Manager:
        if recipient.kind in (ManagerKind.SUPPLIER, ManagerKind.OPERATOR):
            raise wrong(
                "kind", "за общее имущество отвечает тот, кто управляет домом: впишите управляющую организацию или ТСЖ"
            )
        return recipient

    @model_validator(mode="after")
    def _answers_agree(self, info: ValidationInfo) -> CommonPropertyRepairRequest:
        on = (info.context or {}).get("on")
        check_cuts(self.fee_cuts or (), "fee_cuts", self.defect.since, on)
        if on and self.do_by and self.do_by <= on:
            raise wrong("do_by", "этот день уже прошёл или идёт; назначьте день позже, чтобы успели исправить")
        if on and self.defect.last_repair and not 1900 < self.defect.last_repair <= on.year:
            raise wrong("defect.last_repair", "проверьте год ремонта")
        early = next((row for row in self.missed or () if row.on < self.defect.since), None)
        if early:
            raise wrong(
                "missed",
                "{day} — раньше, чем началось нарушение; поправьте одну из дат",
                day=dates.day(early.on),
            )
        return self

    def conclude(self, on: date) -> RepairConclusions:
        """The longest terms of repair; the cut of the charge (ЖК РФ, ст. 156, ч. 10)."""
        found = fee_cut(self.fee_cuts or ())
        years = parameter("lobby_repair_years").at(on).value
        return RepairConclusions(
            repair_days=parameter("defect_repair_days").at(on).value.get(self.property.value),
            often_years=years["often"],
            seldom_years=years["seldom"],
            cut=found.value if found else None,
            months=[step.note for step in found.steps] if found else [],
            calculation=(found.model_copy(update={"warnings": ()}),) if found else (),
            totals=(Total(title="Снижение платы", amount=found.value),) if found else (),
            warnings=(
                *_upkeep_advice.warnings(self, on),
                *(found.warnings if found else ()),
                *_upkeep_advice.doubts(self.property, on),
            ),
        )

    def subject(self) -> str:
        """«о ремонте подъезда», «об уборке дома и снижении платы»."""
        return self.property.matter + (" и снижении платы за содержание жилого помещения" if self.fee_cuts else "")

    def facts(self) -> dict[str, Any]:
        """What is demanded and the norms of this property."""
        return super().facts() | {
            "год_ремонта": str(self.defect.last_repair or ""),
            "что_сделать": self.property.work,
            "пункты_перечня": self.property.items,
            "по_договору_управления": self.recipient.kind is ManagerKind.COMPANY,
            "дни_без_уборки": [
                {"дата": dates.day(row.on), "что": row.what}
                for row in sorted(self.missed or (), key=lambda row: row.on)
            ],
        }

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """Photographs, bills, the authority of the representative."""
        return [*super().papers(conclusions), *_upkeep_advice.papers(self)]

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Where to hand it in, when to expect the answer, whom to turn to next."""
        return _upkeep_advice.next_steps(self, on)
