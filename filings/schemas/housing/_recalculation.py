"""What a claim for recalculation asks beside the disputed charges, its checks and its sums."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic import model_validator

from filings.errors import LegalValueMissing
from filings.questions import Block, Choice, Whole, question, wrong
from filings.rules.conclusion import Conclusion
from filings.rules.matters import Matter
from filings.rules.overcharge_fine import Fee
from filings.rules.state_duty import Exemption, Input, state_duty
from filings.russian import dates
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.housing import _overcharge, _quality_checks, _upkeep
from filings.schemas.housing._disputed_charges import Ground
from filings.schemas.housing._quality_sums import fine_for_full_bill
from filings.schemas.printed_texts import Clause
from filings.schemas.utility_recalculation import counted_period, reductions
from filings.schemas.venue import venue, wrong_level

if TYPE_CHECKING:
    from filings.schemas.housing.utility_recalculation_claim import UtilityRecalculationClaim

LONGEST_DAYS = 365
_VERB = re.compile(r"\b\w+(?:ть|ти|чь)(?:ся|сь)?\b", re.IGNORECASE)
_VAGUE = re.compile(r"навести порядок|принять меры|надлежащ|должн\w+ состояни", re.IGNORECASE)


class Place(Choice):
    """Где судиться. Source: ГПК РФ, ст. 28; ст. 29, ч. 7."""

    HOME = "home", "там, где вы живёте", "Обычно удобнее всего"
    ORGANISATION = "organisation", "по адресу организации"


class Work(Block):
    """Работа, которую суд обяжет выполнить: одна и ясно, чтобы пристав мог проверить."""

    what: Clause = question(
        "Что сделать",
        ru="что",
        hint="Начните с глагола: отремонтировать, восстановить, провести",
        example="отремонтировать кровлю над квартирой 27",
    )
    days: Whole = question("За сколько дней после решения суда", ru="дней", example="30")

    @model_validator(mode="after")
    def _has_a_term(self) -> Work:
        if not 0 < self.days <= LONGEST_DAYS:
            raise wrong("days", "назначьте срок от 1 до {most} дней: без срока решение не исполнить", most=LONGEST_DAYS)
        if not _VERB.search(self.what):
            raise wrong("what", "начните с глагола: «отремонтировать…», «восстановить…»; иначе решение не исполнить")
        return self

    @property
    def is_vague(self) -> bool:
        """Whether a bailiff could not tell if it has been done."""
        return bool(_VAGUE.search(self.what))

    @property
    def demanded(self) -> str:
        """«отремонтировать кровлю», without a capital, to stand inside a sentence."""
        return self.what if self.what[1:2].isupper() else self.what[:1].lower() + self.what[1:]


class RecalculationConclusions(Conclusions):
    """The sums of the claim by ground, the court's duty."""

    quality_cut: Decimal | None = fact("Снижение платы за услугу", ru="снижение_за_услугу")
    quality_months: list[str] = fact("За какие месяцы", ru="месяцы_услуги")
    upkeep_cut: Decimal | None = fact("Снижение платы за содержание", ru="снижение_за_содержание")
    upkeep_months: list[str] = fact("За какие месяцы", ru="месяцы_содержания")
    overcharge: Decimal | None = fact("Начислено лишнего", ru="лишнее")
    overcharge_period: str | None = fact("Период начислений", ru="период_начислений")
    housing_fine: Decimal | None = fact("Штраф за завышение платы", ru="штраф_жк")
    housing_fine_norms: str = fact("Нормы о штрафе за завышение", ru="нормы_штрафа_жк")
    percent: Decimal = fact("Процент штрафа за завышение", ru="процент_штрафа_жк")
    consumer_percent: Decimal = fact("Штраф, процентов присуждённого", ru="процент_штрафа")
    price: Decimal = fact("Цена иска", ru="цена_иска")
    duty: Decimal = fact("Государственная пошлина", ru="пошлина")


@dataclass(frozen=True)
class Sums:
    """Every part of the claim, counted once: the cuts by months, the overcharge by sorts of fee, the fines of ЖК РФ."""

    cuts: list[tuple[date, Conclusion]]
    upkeep: Conclusion | None
    over: list[Conclusion]
    fines: list[Conclusion]

    @property
    def parts(self) -> list[Conclusion]:
        """The sections of the calculation in the order in which they are printed."""
        return [*(one for _, one in self.cuts), *([self.upkeep] if self.upkeep else []), *self.over, *self.fines]

    @property
    def price(self) -> Decimal:
        """ГПК РФ, ст. 91: the recalculation and the fine of ЖК РФ; moral harm and the consumer's fine are outside."""
        return total_of(self.parts) or Decimal(0)

    @property
    def totals(self) -> tuple[Total, ...]:
        """The lines under the calculation."""
        named = (
            ("Снижение платы за услугу", [one for _, one in self.cuts]),
            ("Снижение платы за содержание", [self.upkeep] if self.upkeep else []),
            ("Начислено лишнего", self.over),
            ("Штраф за необоснованное увеличение платы", self.fines),
        )
        found = [Total(title=title, amount=total_of(ones)) for title, ones in named if ones]
        return (*found, Total(title="Цена иска", amount=self.price)) if found else ()


def total_of(conclusions: Sequence[Conclusion]) -> Decimal | None:
    """Their sum; None when there is none."""
    return sum((one.value for one in conclusions), Decimal(0)) if conclusions else None


def sums_of(claim: UtilityRecalculationClaim, on: date) -> Sums:
    """Приложение № 1 to the rules № 354; ЖК РФ, ст. 156, ч. 10, 11; ст. 157, ч. 6."""
    cuts = _cuts(claim, on)
    rows = claim.overcharges or ()
    over = [one for fee in Fee if (one := _overcharge.overcharged(rows, fee))]
    fines = [one for fee in Fee if (one := _overcharge.fine_for(rows, fee))] if claim.housing_fine else []
    if claim.billed_in_full and (fine := fine_for_full_bill(claim.charges or [], cuts, on)):
        title = "Штраф за полную плату, начисленную несмотря на плохую услугу"
        fines = [fine.model_copy(update={"title": title}), *fines]
    return Sums(cuts, _upkeep.fee_cut(claim.fee_cuts or ()), over, fines)


def _cuts(claim: UtilityRecalculationClaim, on: date) -> list[tuple[date, Conclusion]]:
    if not claim.rests_on(Ground.QUALITY):
        return []
    period = counted_period(claim.calls or (), claim.outage, on)
    return reductions(claim.service, claim.norm(), period, claim.measurements or (), claim.charges or ())


def duty_of(price: Decimal, works: int, on: date) -> Conclusion:
    """НК РФ, ст. 333.36, п. 2, пп. 4; п. 3: a consumer pays only above the limit."""
    return state_duty(Input(price=price, filed_on=on, exemption=Exemption.CONSUMER, more_demands=works))


def check(claim: UtilityRecalculationClaim, on: date | None) -> None:
    """Raises the error of an answer that does not fit the others."""
    if claim.rests_on(Ground.QUALITY):
        _quality_checks.check(claim, on)
    if claim.rests_on(Ground.UPKEEP):
        _upkeep.check_cuts(claim.fee_cuts or (), "fee_cuts", claim.defect.since, on)
        if not claim.fee_cuts and not claim.works:
            raise wrong("fee_cuts", "впишите месяцы, за которые снизить плату, или работы, которые выполнить")
        early = next((row for row in claim.missed or () if row.on < claim.defect.since), None)
        if early:
            raise wrong("missed", "{day} — раньше, чем началось нарушение; поправьте дату", day=dates.day(early.on))
    if claim.rests_on(Ground.OVERCHARGE):
        _overcharge.check_rows(claim.overcharges or (), on)
    if on is not None:
        _check_sums(claim, on)


def _check_sums(claim: UtilityRecalculationClaim, on: date) -> None:
    sums = sums_of(claim, on)
    if claim.rests_on(Ground.QUALITY) and not sums.cuts:
        raise wrong(
            "charges",
            "по этим ответам снижать нечего: сообщили после исправления, отклонение в пределах допустимого "
            "или за эти месяцы нет платы; проверьте звонки, замеры и месяцы",
        )
    try:
        found = venue(Matter.CONSUMER, on, sums.price, non_property=bool(claim.works))
    except LegalValueMissing:
        return
    if problem := wrong_level(claim.court, found):
        raise problem
