"""Исковое заявление о взыскании неустойки за несвоевременную уплату алиментов."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import PastDay, YesNo, page, wrong
from filings.rules.alimony_penalty import alimony_penalty_total
from filings.rules.conclusion import Conclusion
from filings.rules.matters import Matter
from filings.russian import numbers
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions
from filings.schemas.court_claim import CourtClaim
from filings.schemas.courts import GeneralCourt
from filings.schemas.exhibits import Paper
from filings.schemas.family import _penalty_checks, _penalty_steps, _penalty_sums
from filings.schemas.family._alimony_debt import AlimonyDebt, BailiffCalculation, Writ
from filings.schemas.family._child import AlimonyVenue, Child
from filings.schemas.family._penalty_sums import PenaltyConclusions
from filings.schemas.next_steps import NextSteps
from filings.schemas.other_citizen import OtherCitizen
from filings.schemas.parties import Person
from filings.schemas.printed_texts import Story
from filings.schemas.venue import venue, wrong_level


class AlimonyPenaltyClaim(CourtClaim):
    """Неустойка по алиментам. Source: СК РФ, ст. 113, 115."""

    calculation_title = "Расчёт неустойки"
    about = About(
        title="Иск о неустойке по алиментам",
        printed="Исковое заявление",
        summary="Когда алименты по приказу или листу платят с опозданием или не платят. Посчитаем неустойку "
        "за каждый месяц и день и составим иск.",
        audience=("citizen", "lawyer"),
        minutes=20,
        at_hand=(
            "судебный приказ или исполнительный лист, дата, когда его отдали приставам",
            "постановление пристава о расчёте задолженности",
            "паспорт и СНИЛС или ИНН",
        ),
        cost="Бесплатно: иск защищает права ребёнка.",
        references=(
            "СК РФ, ст. 80, 113, 115",
            "Постановление Пленума ВС РФ от 26.12.2017 № 56",
            "ГПК РФ, ст. 23, 24, 28, 29, 131, 132",
            "НК РФ, ст. 333.36, п. 1, пп. 2, 15",
        ),
        not_for=(
            "алименты по нотариальному соглашению: неустойка — по его условиям",
            "сам долг: его взыскивают приставы",
        ),
        next_kinds=("absent_hearing_motion", "writ_request", "appeal"),
    )

    by_agreement: YesNo = page(
        "Алименты платят по нотариальному соглашению?", ru="по_соглашению", screening=True, default=False
    )
    debtor: OtherCitizen = page("Кто должен платить", ru="должник")
    children: list[Child] = page("На кого взысканы алименты", ru="дети", add="Добавить ребёнка")
    writ: Writ = page("О судебном приказе или листе", ru="исполнительный_документ")
    debts: list[AlimonyDebt] = page("За какие месяцы платили не вовремя", ru="долги", add="Добавить месяц")
    until: PastDay = page("По какой день посчитать неустойку", ru="посчитать_по", hint="Обычно день подачи иска")
    ruling: BailiffCalculation | None = page(
        "Постановление пристава о расчёте задолженности",
        ru="постановление",
        optional=True,
        hint="Его выдают по заявлению. Без него суд усомнится в долге",
    )
    guilt: Story | None = page(
        "Почему в долге виноват сам плательщик",
        ru="вина",
        optional=True,
        hint="Полными предложениями: работал, скрывал доход, сменил адрес, не отвечал приставам",
        example="Ответчик работал без оформления и о смене места работы приставам не сообщил.",
    )
    onwards: YesNo = page("Просить неустойку и дальше, по день уплаты долга?", ru="просить_дальше", default=False)
    venue: AlimonyVenue = page("В какой суд подать", ru="подсудность")
    court: GeneralCourt = page("Суд", ru="суд", hint="Мировой судья или районный суд: зависит от суммы, мы проверим")

    @field_validator("by_agreement")
    @classmethod
    def _by_a_court(cls, agreed: bool) -> bool:
        if agreed:
            raise wrong(
                "", "по соглашению неустойка такая, как в нём записано (СК РФ, ст. 115, п. 1): нужен другой иск"
            )
        return agreed

    @model_validator(mode="after")
    def _months_can_be_counted(self) -> AlimonyPenaltyClaim:
        _penalty_checks.check_months(self)
        _penalty_checks.check_children(self)
        return self

    @model_validator(mode="after")
    def _court_is_right(self, info: ValidationInfo) -> AlimonyPenaltyClaim:
        if on := (info.context or {}).get("on"):
            found = venue(Matter.DEBT, on, Decimal(self.counted().value))
            if error := wrong_level(self.court, found):
                raise error
        return self

    def counted(self) -> Conclusion:
        """СК РФ, ст. 115, п. 2: every month from the day after it was due."""
        ordered = sorted(self.debts, key=lambda debt: debt.due)
        return alimony_penalty_total([debt.overdue for debt in ordered], self.until)

    def respondents(self) -> list[OtherCitizen]:
        """The debtor."""
        return [self.debtor]

    def people(self) -> list[Person]:
        """The parties' people and the children."""
        return [*super().people(), *self.children]

    def subject(self) -> str:
        """«о взыскании неустойки за несвоевременную уплату алиментов»."""
        return "о взыскании неустойки за несвоевременную уплату алиментов"

    def price_line(self, conclusions: PenaltyConclusions) -> str:
        """ГПК РФ, ст. 91, ч. 1, п. 1."""
        return numbers.money(conclusions.penalty)

    def duty_line(self, conclusions: Conclusions) -> str:
        """A claim in defence of a child."""
        return "истец от уплаты освобождён (пп. 2, 15 п. 1 ст. 333.36 НК РФ)"

    def conclude(self, on: date) -> PenaltyConclusions:
        """The penalty by months up to the day of calculation, and the debt of that day."""
        return _penalty_sums.conclude(self)

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """ГПК РФ, ст. 132: what shows the debt."""
        writ = "Копия судебного приказа" if self.writ.kind.value == "court_order" else "Копия исполнительного листа"
        births = f"{'Копии свидетельств' if len(self.children) > 1 else 'Копия свидетельства'} о рождении"
        wanted = (
            ("приказ", Paper(writ), True),
            ("постановлен", Paper("Постановление судебного пристава о расчёте задолженности"), self.ruling is not None),
            ("рожден", Paper(births), True),
        )
        found = [paper for word, paper, asked in wanted if asked and not self.encloses(word)]
        return [*found, *super().papers(conclusions)]

    def next_steps(self, conclusions: PenaltyConclusions, on: date) -> NextSteps:
        """To the court, then to the bailiffs with a new writ."""
        return _penalty_steps.next_steps(self, conclusions, on)
