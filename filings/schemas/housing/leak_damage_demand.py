"""Претензия о возмещении ущерба, причинённого заливом: управляющей организации или хозяину квартиры сверху.

Sources: ГК РФ, ст. 15, 210, 1064, 1095; ЖК РФ, ст. 30, 36, 161; ПП РФ № 491, п. 10, 42; ЗоЗПП, ст. 14, 15, 29, 31.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import field_validator

from filings.parameters import parameter
from filings.questions import page
from filings.rules.terms import legal_term
from filings.schemas.bank_account import BankAccount
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.exhibits import Paper
from filings.schemas.housing import _leak_advice as advice
from filings.schemas.housing import _leak_money
from filings.schemas.housing._leak import runs_the_house
from filings.schemas.housing._leak_damage import COMMON, LeakDamage
from filings.schemas.managing_organisation import Manager
from filings.schemas.next_steps import NextSteps
from filings.schemas.other_citizen import Addressee
from filings.schemas.petition import Petition


class LeakDemandConclusions(Conclusions):
    """The sums of the demand and the term for the answer."""

    loss: Decimal = fact("Ущерб", ru="сумма_ущерба")
    total: Decimal = fact("Всего к выплате", ru="всего")
    answer_days: int = fact("Срок выплаты, дней", ru="срок_выплаты")


class LeakDamageDemand(LeakDamage, Petition):
    """Претензия тому, из-за кого залило."""

    about = About(
        title="Претензия о заливе",
        printed="Претензия",
        summary="Квартиру залило с крыши, из общих труб или от соседей. Претензия требует заплатить за ремонт, "
        "вещи и оценку и устранить протечку. Часто деньги платят после неё, без суда.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=20,
        at_hand=(
            "акт о заливе",
            "отчёт оценщика, смета или чеки",
            "выписка из ЕГРН или договор найма",
            "название организации, которая управляет домом, или имя соседа",
            "реквизиты счёта для выплаты",
        ),
        cost="Бесплатно",
        references=(
            "ГК РФ, ст. 15, 210, 1064, 1095",
            "ЖК РФ, ст. 30, 36, 161",
            "ПП РФ от 13.08.2006 № 491, п. 10, 42",
            "Закон РФ «О защите прав потребителей», ст. 14, 15, 29, 31",
        ),
        not_for=(
            "Квартирой сверху владеет организация или город",
            "Залило во время капитального ремонта: отвечает региональный оператор",
        ),
        next_kinds=("leak_damage_claim", "housing_inspectorate_complaint"),
    )
    calculation_title: ClassVar[str] = "Расчёт ущерба"

    organisation: Manager | None = page(
        "Кто управляет домом", ru="организация", when=COMMON, hint="Название есть в квитанции"
    )
    bank: BankAccount | None = page(
        "Куда перечислить деньги", ru="счёт", optional=True, hint="Если пропустите, попросим сообщить, как заплатят"
    )

    @field_validator("organisation")
    @classmethod
    def _runs_the_house(cls, organisation: Manager | None) -> Manager | None:
        return organisation and runs_the_house(organisation)

    def addressee(self) -> Manager | Addressee:
        """The organisation for what is common to the house, else the neighbour."""
        found = self.organisation or self.citizen
        assert found is not None
        return found

    def conclude(self, on: date) -> LeakDemandConclusions:
        """Damage by share less insurance; the appraisal and moral harm beside it."""
        loss = self.loss_calculation()
        totals = _leak_money.totals(self)
        return LeakDemandConclusions(
            loss=loss.value,
            total=sum((total.amount for total in totals), Decimal(0)),
            answer_days=legal_term(advice.DEMAND, on).count,
            calculation=(loss,),
            totals=(*totals, Total(title="Всего", amount=sum((total.amount for total in totals), Decimal(0)))),
            warnings=(
                *_leak_money.doubts(self, on),
                *(parameter(advice.DEMAND).warnings(on) if self.is_common else ()),
            ),
        )

    def subject(self) -> str:
        """«о возмещении ущерба, причинённого заливом квартиры, и устранении протечки»."""
        return "о возмещении ущерба, причинённого заливом квартиры" + (
            ", и устранении протечки" if self.leak.ongoing else ""
        )

    def facts(self) -> dict[str, Any]:
        """The words about the shares and the proof."""
        return super().facts() | _leak_money.facts(self)

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """The act, the proof of the sums and of the right, unless they are among the exhibits."""
        found = super().papers(conclusions)
        return [*found, *_leak_money.papers(self)]

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """How to hand it over so that it can be proved, when to go to court."""
        return advice.of_demand(self, on)
