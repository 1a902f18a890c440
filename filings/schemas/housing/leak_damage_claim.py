"""Исковое заявление о возмещении ущерба, причинённого заливом квартиры.

Sources: ГК РФ, ст. 15, 210, 1064, 1095; ЖК РФ, ст. 30, 36, 161; ЗоЗПП, ст. 13–15, 17, 28, 29, 31; ГПК РФ, ст. 23, 29.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationInfo, model_validator

from filings.questions import YesNo, page
from filings.russian import numbers
from filings.schemas.base import About
from filings.schemas.court_claim import CourtClaim
from filings.schemas.courts import GeneralCourt
from filings.schemas.exhibits import Paper
from filings.schemas.housing import _leak_advice, _leak_claim_sums, _leak_money
from filings.schemas.housing._leak_claim import Cost, CostKind, ExpertRequest, LatePenalty, Place, SentDemand
from filings.schemas.housing._leak_claim_sums import LeakClaimConclusions
from filings.schemas.housing._leak_damage import COMMON, OF_NEIGHBOUR, LeakDamage
from filings.schemas.next_steps import NextSteps
from filings.schemas.organisations import Organisation
from filings.schemas.other_citizen import OtherCitizen


class LeakDamageClaim(LeakDamage, CourtClaim):
    """Иск к управляющей организации или к хозяину квартиры сверху."""

    about = About(
        title="Иск о заливе квартиры",
        printed="Исковое заявление",
        summary="Претензия не помогла, и за залив так и не заплатили. Иск просит взыскать ущерб, расходы, "
        "а с управляющей организации — ещё моральный вред и штраф.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=25,
        at_hand=(
            "акт о заливе, отчёт оценщика или смета",
            "претензия и доказательство, что её получили",
            "выписка из ЕГРН",
            "паспорт и СНИЛС или ИНН",
            "название и адрес организации (ИНН и ОГРН, если знаете) или имя и адрес соседа",
        ),
        cost="С управляющей организацией — обычно бесплатно; с соседом — пошлина, она зависит от цены иска.",
        references=(
            "ГК РФ, ст. 15, 210, 1064, 1095",
            "ЖК РФ, ст. 30, 36, 161",
            "ПП РФ от 13.08.2006 № 491, п. 10, 42",
            "Закон РФ «О защите прав потребителей», ст. 13–15, 17, 28, 29, 31",
            "ГПК РФ, ст. 23, 24, 28, 29, 131, 132",
            "НК РФ, ст. 333.19, 333.36",
        ),
        not_for=("Квартирой сверху владеет организация или город", "Пострадало здоровье: нужен другой иск"),
        next_kinds=("appeal", "writ_request"),
    )

    citizen: OtherCitizen | None = page(
        "Хозяин квартиры сверху",
        ru="сосед",
        when=OF_NEIGHBOUR,
        hint="Отвечает собственник, а не тот, кто снимает квартиру",
    )
    co_owners: list[OtherCitizen] = page(
        "Другие собственники квартиры сверху",
        ru="другие_собственники",
        when=OF_NEIGHBOUR,
        optional=True,
        default=[],
        add="Добавить ещё собственника",
        hint="Если собственников несколько, впишите каждого: они отвечают вместе. Если больше никого, пропустите",
    )
    organisation: Organisation | None = page("Организация, которая управляет домом", ru="организация", when=COMMON)
    demand_sent: YesNo = page(
        "Вы отправляли претензию?", ru="была_претензия", hint="Закон её не требует, но от неё зависит штраф"
    )
    demand: SentDemand | None = page("О претензии", ru="претензия", when="demand_sent")
    fine: YesNo | None = page(
        "Просить штраф за отказ заплатить добровольно?", ru="штраф", when=COMMON, unsure="попросим"
    )
    penalty: LatePenalty | None = page(
        "Неустойка за просрочку",
        ru="неустойка",
        when=f"{COMMON} & demand_sent",
        optional=True,
        hint="При заливе её взыскивают не все суды. Если не хотите просить, пропустите",
    )
    costs: list[Cost] = page(
        "Какие ещё были расходы",
        ru="расходы",
        optional=True,
        default=[],
        add="Добавить ещё расход",
        hint="Кроме оценки и пошлины: их мы добавим сами",
    )
    expert: ExpertRequest | None = page(
        "Нужна судебная экспертиза?",
        ru="экспертиза",
        optional=True,
        hint="Если причина или сумма спорны. Платит за неё обычно тот, кто просит; если не нужна, пропустите",
    )
    place: Place | None = page("Где вам удобнее судиться", ru="подсудность", when=COMMON)
    court: GeneralCourt = page(
        "Суд",
        ru="суд",
        hint="С соседом — по его адресу. Мировой судья или районный, подскажем; участок ищите на sudrf.ru",
    )

    @model_validator(mode="after")
    def _holds_together(self, info: ValidationInfo) -> LeakDamageClaim:
        _leak_claim_sums.check(self, (info.context or {}).get("on"))
        return self

    @property
    def appraised(self) -> str:
        """«оценку ущерба»."""
        return _leak_money.appraised(self)

    def respondents(self) -> list[Organisation | OtherCitizen]:
        """The organisation for what is common to the house, else the owners of the home above."""
        return [party for party in (self.organisation, self.citizen, *self.co_owners) if party is not None]

    def already_paid(self) -> Decimal:
        """What was paid upon the demand."""
        return (self.demand.paid if self.demand else None) or Decimal(0)

    def conclude(self, on: date) -> LeakClaimConclusions:
        """Damage, penalty, the price (ГПК РФ, ст. 91), the duty, the costs."""
        return _leak_claim_sums.conclude(self, on)

    def price_line(self, conclusions: LeakClaimConclusions) -> str:
        """ГПК РФ, ст. 91, ч. 1, п. 1."""
        return numbers.money(conclusions.price)

    def duty_line(self, conclusions: LeakClaimConclusions) -> str:
        """The sum, or the exemption of a consumer with its norm."""
        exemption = "пп. 4 п. 2 и п. 3 ст. 333.36 НК РФ"
        if not conclusions.duty:
            return f"истец от уплаты освобождён ({exemption})"
        reduced = f" (с учётом льготы: {exemption})" if self.is_common else ""
        return f"{numbers.money(conclusions.duty)}{reduced}"

    def subject(self) -> str:
        """«о возмещении ущерба, причинённого заливом квартиры»."""
        return "о возмещении ущерба, причинённого заливом квартиры" + (
            ", и устранении протечки" if self.leak.ongoing else ""
        )

    def facts(self) -> dict[str, Any]:
        """Names of the other side and the motions."""
        others = self.respondents()
        words = {
            "ответчики": [other.full_name for other in others],
            "ответчики_кратко": [other.called for other in others],
            "ответчиков_много": len(others) > 1,
            "просить_штраф": self._asks_fine,
            "расходы_на_представителя": any(cost.kind is CostKind.LAWYER for cost in self.costs),
        }
        return super().facts() | _leak_money.facts(self) | words

    @property
    def _asks_fine(self) -> bool:
        return self.is_common and self.fine is not False

    def papers(self, conclusions: LeakClaimConclusions) -> list[Paper]:
        """The duty, the demand, the evidence, beside what the code wants of any claim."""
        duty = [Paper("Документ об уплате государственной пошлины")] if conclusions.duty else []
        demand = self.demand and not self.encloses("претензи")
        sent = [Paper("Копия претензии и доказательство её отправки или вручения")] if demand else []
        return [*duty, *super().papers(conclusions), *sent, *_leak_money.papers(self), *self._proof_of_costs()]

    def next_steps(self, conclusions: LeakClaimConclusions, on: date) -> NextSteps:
        """Where to file, how many copies, what it costs, what comes after."""
        return _leak_advice.of_claim(self, conclusions, on)

    def _proof_of_costs(self) -> list[Paper]:
        if not self.costs or self.encloses("судебн", "услуг представителя", "почтов"):
            return []
        return [Paper("Документы, подтверждающие судебные расходы", "Договоры, чеки, квитанции.")]
