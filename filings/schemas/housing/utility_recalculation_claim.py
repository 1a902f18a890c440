"""Исковое заявление о защите прав потребителя жилищно-коммунальных услуг: перерасчёт, устранение нарушений.

Sources: ЖК РФ, ст. 156, 157, 161; ПП РФ № 354, № 491; Закон РФ «О защите прав потребителей», ст. 4, 13, 15, 17, 29.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import ValidationInfo, model_validator

from filings.parameters import parameter
from filings.questions import YesNo, page
from filings.rules.figures import to_roubles
from filings.russian import dates, numbers
from filings.schemas import earlier
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions
from filings.schemas.court_claim import CourtClaim
from filings.schemas.courts import GeneralCourt
from filings.schemas.exhibits import Paper
from filings.schemas.housing import _overcharge, _recalculation, _recalculation_advice, _recalculation_words
from filings.schemas.housing._disputed_charges import DisputedCharges, Ground
from filings.schemas.housing._recalculation import Place, RecalculationConclusions, Work
from filings.schemas.moral_harm import ConsumerMoralHarm
from filings.schemas.next_steps import NextSteps
from filings.schemas.organisations import Organisation
from filings.schemas.printed_texts import Story
from filings.schemas.prior_appeals import PriorAppeal

EXEMPTION = "пп. 4 п. 2 и п. 3 ст. 333.36 НК РФ"


class UtilityRecalculationClaim(DisputedCharges, CourtClaim):
    """Иск потребителя к тому, кто управляет домом или поставляет услугу."""

    about = About(
        title="Иск о перерасчёте платы за ЖКУ и устранении нарушений",
        printed="Исковое заявление",
        summary="Заявления и жалобы не помогли: плату за холод, плохую уборку или лишние начисления не пересчитали. "
        "Иск просит обязать пересчитать, взыскать штрафы и моральный вред, обязать выполнить работы.",
        audience=("lawyer", "citizen", "trainer"),
        minutes=30,
        at_hand=(
            "паспорт и СНИЛС или ИНН",
            "название и адрес организации; ИНН и ОГРН, если знаете",
            "квитанции, акты, номера заявок, замеры или показания",
            "заявление в организацию и её ответ",
            "название и адрес суда",
        ),
        cost="Обычно бесплатно: потребители не платят государственную пошлину.",
        references=(
            "ЖК РФ, ст. 154, 156, 157, 161",
            "ПП РФ от 06.05.2011 № 354; ПП РФ от 13.08.2006 № 491",
            "Закон РФ «О защите прав потребителей», ст. 4, 13, 15, 17, 29",
            "ГПК РФ, ст. 23, 24, 28, 29, 131, 132; НК РФ, ст. 333.36",
        ),
        not_for=("ущерб от залива: для него есть отдельный иск", "спор о долге, который взыскивает организация"),
        next_kinds=("appeal", "writ_request"),
    )
    calculation_title: ClassVar[str] = "Расчёт сумм иска"

    organisation: Organisation = page(
        "К кому иск",
        ru="ответчик",
        part="Ответчик и обращения к нему",
        hint="Тот, кому вы платите: управляющая организация, ТСЖ, поставщик",
    )
    approached: YesNo = page("Вы требовали этого от организации до суда?", ru="обращались")
    prior: list[PriorAppeal] | None = page(
        "Куда и когда обращались", ru="обращения", when="approached", add="Добавить ещё обращение"
    )
    works: list[Work] | None = page(
        "Какие работы суд должен обязать выполнить",
        ru="работы",
        part="О чём ещё просить суд",
        optional=True,
        add="Добавить ещё работу",
        hint="С работами иск рассматривает районный суд. Если не нужны, пропустите",
    )
    asks_moral: YesNo = page("Просить компенсацию морального вреда?", ru="просить_моральный_вред", default=False)
    moral: ConsumerMoralHarm | None = page("Моральный вред", ru="моральный_вред", when="asks_moral")
    consumer_fine: YesNo = page(
        "Просить штраф за отказ выполнить требования добровольно?",
        ru="штраф_потребителя",
        default=True,
        hint="Это другой штраф: половина того, что присудит суд. Его взыскивают сверх штрафа за лишние начисления",
    )
    extra: Story | None = page("Что ещё важно рассказать суду", ru="дополнение", optional=True)
    venue: Place = page("Где вам удобнее судиться", ru="подсудность", part="Суд")
    court: GeneralCourt = page("Суд", ru="суд", hint="Мировой судья или районный, подскажем; участок — на sudrf.ru")

    @classmethod
    def inferred(cls, before: dict[str, Any]) -> dict[str, Any]:
        """The grounds of the demand that was not met, and that it was made."""
        grounds = [about for about in earlier.subjects(before) if about in list(Ground)]
        return ({"grounds": grounds} if grounds else {}) | earlier.turned_to(before)

    @model_validator(mode="after")
    def _holds_together(self, info: ValidationInfo) -> UtilityRecalculationClaim:
        _recalculation.check(self, (info.context or {}).get("on"))
        return self

    def conclude(self, on: date) -> RecalculationConclusions:
        """The cuts, the overcharge, the fines of ЖК РФ; the price (ГПК РФ, ст. 91) and the duty."""
        sums = _recalculation.sums_of(self, on)
        duty = _recalculation.duty_of(sums.price, len(self.works or ()), on)
        doubts = [text for one in (*sums.parts, *([duty] if duty.value else ())) for text in one.warnings]
        return RecalculationConclusions(
            quality_cut=_recalculation.total_of([one for _, one in sums.cuts]),
            quality_months=[dates.month(month) for month, _ in sums.cuts],
            upkeep_cut=sums.upkeep.value if sums.upkeep else None,
            upkeep_months=[step.note for step in sums.upkeep.steps] if sums.upkeep else [],
            overcharge=_recalculation.total_of(sums.over),
            overcharge_period=_overcharge.period_of(self.overcharges) if self.overcharges else None,
            housing_fine=_recalculation.total_of(sums.fines),
            housing_fine_norms=_recalculation_words.norms_of(sums.fines),
            percent=parameter("overcharge_fine_percent").at(on).value["percent"],
            consumer_percent=Decimal(parameter("consumer_fine_percent").at(on).value),
            price=sums.price,
            duty=to_roubles(duty.value),
            calculation=tuple(one.model_copy(update={"warnings": ()}) for one in sums.parts),
            totals=sums.totals,
            warnings=(*_recalculation_advice.warnings(self, on), *dict.fromkeys(doubts)),
        )

    def respondents(self) -> list[Organisation]:
        """The organisation alone."""
        return [self.organisation]

    def subject(self) -> str:
        """«о защите прав потребителя, перерасчёте платы …»."""
        return _recalculation_words.subject(self)

    def price_line(self, conclusions: RecalculationConclusions) -> str:
        """ГПК РФ, ст. 91, ч. 1, п. 1; empty when only works are demanded."""
        return numbers.money(conclusions.price) if conclusions.price else ""

    def duty_line(self, conclusions: RecalculationConclusions) -> str:
        """The exemption of a consumer, or what is paid above its limit."""
        if not conclusions.duty:
            return f"истец от уплаты освобождён ({EXEMPTION})"
        return f"{numbers.money(conclusions.duty)} (с учётом льготы: {EXEMPTION})"

    def facts(self) -> dict[str, Any]:
        """The grounds by names of their own, the demands in order, words for the story."""
        return _recalculation_words.facts(self)

    def papers(self, conclusions: RecalculationConclusions) -> list[Paper]:
        """The bills, the act, the earlier demands, the right to the home, beside what the code wants."""
        duty = [Paper("Документ об уплате государственной пошлины")] if conclusions.duty else []
        return [*duty, *super().papers(conclusions), *_recalculation_advice.papers(self)]

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Where to file, how many copies, what it costs, what comes after."""
        return _recalculation_advice.next_steps(self, on)
