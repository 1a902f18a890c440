"""Жалоба на управляющую организацию в орган государственного жилищного надзора.

Sources: ЖК РФ, ст. 20, 45–48, 143.1, 154–157, 161, 192, 193; 59-ФЗ, ст. 7, 12; КоАП РФ, ст. 7.22, 7.23, 7.23.3, 14.1.3.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import field_validator, model_validator

from filings.questions import YesNo, page
from filings.schemas import earlier
from filings.schemas.base import About
from filings.schemas.breach import Breach
from filings.schemas.collective import CollectivePetition
from filings.schemas.conclusions import Conclusions
from filings.schemas.exhibits import Paper
from filings.schemas.housing import _inspectorate_advice
from filings.schemas.housing._inspectorate import Inspectorate, Topic, Want, articles_of, check
from filings.schemas.managing_organisation import HouseManager, ManagerKind
from filings.schemas.next_steps import NextSteps
from filings.schemas.printed_texts import Clause
from filings.schemas.prior_appeals import PriorAppeal


class HousingInspectorateComplaint(CollectivePetition):
    """Жалоба в жилищную инспекцию."""

    about = About(
        title="Жалоба в жилищную инспекцию",
        printed="Жалоба",
        summary="Управляющая компания, ТСЖ или поставщик плохо содержат дом, плохо подают тепло и воду, начисляют "
        "лишнее, скрывают документы. Инспекция проверит и обяжет исправить.",
        audience=("citizen", "trainer"),
        minutes=12,
        at_hand=(
            "ваше обращение в организацию с отметкой и её ответ",
            "квитанция: название организации, лицевой счёт",
            "фотографии, акты, номера заявок",
        ),
        cost="Бесплатно",
        references=(
            "ЖК РФ, ст. 20, 161, 192, 193",
            "Федеральный закон от 02.05.2006 № 59-ФЗ, ст. 7, 10, 12",
            "КоАП РФ, ст. 7.22, 7.23, 7.23.3, 14.1.3",
        ),
        not_for=(
            "возмещение ущерба и морального вреда: их взыскивает суд",
            "если вы ещё не писали в саму организацию: начните с неё",
        ),
        next_kinds=("prosecutor_complaint", "utility_recalculation_claim"),
    )

    organisation: HouseManager = page("На какую организацию жалуетесь", ru="организация")
    topics: list[Topic] = page("На что жалуетесь", ru="предметы_жалобы")
    breach: Breach = page("Что нарушено", ru="нарушение")
    chair: YesNo = page("Вы председатель совета дома?", ru="председатель", default=False)
    chair_document: Clause | None = page(
        "Протокол собрания, на котором вас избрали",
        ru="протокол_избрания",
        when="chair",
        optional=True,
        example="протокол общего собрания от 10.04.2025 № 2",
    )
    approached: YesNo = page(
        "Вы уже обращались в эту организацию?", ru="обращались", hint="Письмом, через ГИС ЖКХ, «Госуслуги.Дом» или сайт"
    )
    prior: list[PriorAppeal] | None = page(
        "Куда и когда обращались", ru="обращения", when="approached", add="Добавить ещё обращение"
    )
    wants: list[Want] = page("О чём просите инспекцию", ru="просьбы")
    recipient: Inspectorate = page(
        "В какую инспекцию",
        ru="адресат",
        hint="В каждом регионе она называется по-своему. Название — на сайте региона или в ГИС ЖКХ",
    )

    @classmethod
    def inferred(cls, before: dict[str, Any]) -> dict[str, Any]:
        """The organisation has been written to about the same breach."""
        topics = ["charges" if about == "overcharge" else about for about in earlier.subjects(before)]
        about = {"topics": topics} if topics else {}
        return about | earlier.turned_to(before) | earlier.breach(before)

    @field_validator("wants")
    @classmethod
    def _in_order(cls, wants: list[Want]) -> list[Want]:
        return sorted(set(wants), key=list(Want).index)

    @model_validator(mode="after")
    def _answers_agree(self) -> HousingInspectorateComplaint:
        check(self)
        return self

    def conclude(self, on: date) -> Conclusions:
        """No sums: what the complaint asks for is an order, not money."""
        return Conclusions(warnings=tuple(_inspectorate_advice.warnings(self, on)))

    def opponent(self) -> str:
        """The organisation complained about."""
        return self.organisation.title

    def subject(self) -> str:
        """«на действия (бездействие) управляющей организации»."""
        return f"на нарушения, допущенные {_WHO[self.organisation.kind]}"

    def facts(self) -> dict[str, Any]:
        """What is complained about by names of their own, the articles of КоАП РФ, what is asked for."""
        return super().facts() | {
            "о_качестве": Topic.QUALITY in self.topics,
            "о_содержании": Topic.UPKEEP in self.topics,
            "о_начислениях": Topic.CHARGES in self.topics,
            "об_информации": Topic.INFORMATION in self.topics,
            "о_собрании": Topic.MEETING in self.topics,
            "по_лицензии": self.organisation.kind is ManagerKind.COMPANY,
            "по_уставу_товарищества": self.organisation.kind is ManagerKind.ASSOCIATION,
            "управляет_домом": self.organisation.keeps_the_house,
            "статьи_коап": articles_of(self.topics, self.organisation.kind),
            "просит_проверку": Want.CHECK in self.wants,
            "просит_предписание": Want.ORDER in self.wants,
            "просит_перерасчёт": Want.RECALCULATION in self.wants,
            "просит_наказать": Want.LIABILITY in self.wants,
        }

    def next_kinds(self) -> tuple[str, ...]:
        """The claim is about services, upkeep and charges, not about papers and meetings."""
        claimed = {Topic.QUALITY, Topic.UPKEEP, Topic.CHARGES} & set(self.topics)
        return self.about.next_kinds if claimed else ("prosecutor_complaint",)

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """The earlier appeals with their answers, the authority of the representative."""
        return [*super().papers(conclusions), *_inspectorate_advice.papers(self)]

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """How to hand it in so that a check follows, when to expect the answer, what after a refusal."""
        return _inspectorate_advice.next_steps(self, on)


_WHO = {
    ManagerKind.COMPANY: "управляющей организацией",
    ManagerKind.ASSOCIATION: "товариществом собственников",
    ManagerKind.COOPERATIVE: "жилищным кооперативом",
    ManagerKind.SUPPLIER: "поставщиком коммунальной услуги",
    ManagerKind.OPERATOR: "региональным оператором",
}
