"""Заявление о судебном приказе на начисленную, но не выплаченную заработную плату. ГПК РФ, ст. 121–124."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import PastDay, Roubles, YesNo, page, wrong
from filings.russian.numbers import money
from filings.schemas.base import About
from filings.schemas.court_claim import OrderApplication
from filings.schemas.courts import MagistrateCourt
from filings.schemas.employment import Employment, Leaving, positive
from filings.schemas.exhibits import Paper
from filings.schemas.labour import _order_advice, _order_sums
from filings.schemas.labour._order_sums import ProofOfAccrual, WageOrderConclusions
from filings.schemas.labour._owed_pages import check_debts, debts_page, tax_page
from filings.schemas.labour._owed_wages import wages_owed
from filings.schemas.labour._tax import TaxBasis
from filings.schemas.labour._venue import Venue
from filings.schemas.labour._wage_debt import WageDebt
from filings.schemas.labour._wage_employer import WageEmployer
from filings.schemas.next_steps import NextSteps
from filings.schemas.order_limit import check_order_limit
from filings.schemas.printed_texts import Clause


class WageCourtOrder(OrderApplication):
    """Заявление мировому судье о судебном приказе на начисленную зарплату."""

    about = About(
        title="Судебный приказ о зарплате",
        printed="Заявление",
        summary="Зарплату начислили, это видно из расчётного листка или справки, но не выплатили. Мировой судья "
        "выносит приказ без заседания и без пошлины.",
        audience=("citizen", "lawyer"),
        minutes=15,
        at_hand=(
            "паспорт и СНИЛС или ИНН",
            "расчётные листки или справка о задолженности",
            "трудовой договор",
            "название и адрес работодателя; ИНН и ОГРН, если знаете",
            "участок мирового судьи",
        ),
        cost="Бесплатно: работники не платят государственную пошлину.",
        references=(
            "ГПК РФ, ст. 23, 28, 29, 121–124, 128",
            "ТК РФ, ст. 22, 135, 136, 140, 392, 393",
            "НК РФ, ст. 333.36",
        ),
        not_for=(
            "деньги, которых нет в расчётном листке: за них нужен иск",
            "моральный вред и проценты, которых работодатель не начислил: они возможны только в иске",
        ),
        next_kinds=("wage_claim", "writ_request", "labour_inspectorate_complaint"),
    )

    accrued: YesNo = page(
        "Есть расчётный листок или справка, где эти деньги начислены?",
        ru="начислено",
        hint="Подойдёт бумага или файл от работодателя с суммой",
        screening=True,
    )
    employer: WageEmployer = page("Кто не заплатил", ru="работодатель")
    employment: Employment = page("О работе", ru="работа")
    dismissal: Leaving | None = page("Увольнение", ru="увольнение", when="employment.ended")
    debts: list[WageDebt] = debts_page("Суммы перепишите из расчётного листка.")
    tax: TaxBasis = tax_page()
    proof: ProofOfAccrual = page("В каком документе деньги начислены", ru="чем_начислено")
    proof_on: PastDay | None = page("Дата справки", ru="дата_справки", when="proof=certificate")
    compensation: Roubles | None = page(
        "Сколько процентов за задержку начислил сам работодатель",
        ru="начисленная_компенсация",
        optional=True,
        hint="Перепишите из листка или справки. Если их там нет, пропустите: без начисления в приказ их не включают",
    )
    venue: Venue = page("В какой суд подать", ru="подсудность")
    workplace: Clause | None = page(
        "Место работы, как оно названо в договоре", ru="место_работы", when="venue=workplace"
    )
    court: MagistrateCourt = page(
        "Участок мирового судьи", ru="суд", hint="Какой участок относится к адресу, показывает поиск на сайте sudrf.ru"
    )

    @field_validator("accrued")
    @classmethod
    def _is_accrued(cls, accrued: bool) -> bool:
        if not accrued:
            raise wrong(
                "", "приказ выдают только на начисленные деньги (ГПК РФ, ст. 122): нужен иск", instead="wage_claim"
            )
        return accrued

    @field_validator("employment")
    @classmethod
    def _is_in_writing(cls, employment: Employment) -> Employment:
        if employment.is_oral:
            raise wrong(
                "contract",
                "без договора сначала устанавливают, что вы работали, а это спор: нужен иск",
                instead="wage_claim",
            )
        return employment

    @field_validator("compensation")
    @classmethod
    def _sum_is_there(cls, compensation: Decimal | None) -> Decimal | None:
        return compensation if compensation is None else positive(compensation)

    @model_validator(mode="after")
    def _fits_an_order(self, info: ValidationInfo) -> WageCourtOrder:
        if not self.debts:
            raise wrong("debts", "добавьте хотя бы одну выплату")
        check_debts(self.debts, self.employment, self.dismissal)
        if on := (info.context or {}).get("on"):
            check_order_limit(self.price, "debts", on, "wage_claim")
        return self

    @field_validator("debts")
    @classmethod
    def _within_the_limit(cls, debts: list[WageDebt], info: ValidationInfo) -> list[WageDebt]:
        if on := (info.context or {}).get("on"):
            check_order_limit(wages_owed(debts), "", on, "wage_claim")
        return debts

    @property
    def price(self) -> Decimal:
        """The wages and the compensation that the employer has accrued himself."""
        return wages_owed(self.debts) + (self.compensation or Decimal("0.00"))

    def dues(self) -> list[date]:
        """The due day of every sum."""
        return [debt.due for debt in self.debts]

    def conclude(self, on: date) -> WageOrderConclusions:
        """The debts, and the compensation as the employer accrued it: ГПК РФ, ст. 122."""
        return _order_sums.conclude(self, on)

    def respondents(self) -> list[WageEmployer]:
        """The employer alone."""
        return [self.employer]

    def subject(self) -> str:
        """«о вынесении судебного приказа о взыскании начисленной, но не выплаченной заработной платы»."""
        return "о вынесении судебного приказа о взыскании начисленной, но не выплаченной заработной платы"

    def price_line(self, conclusions: WageOrderConclusions) -> str:
        """ГПК РФ, ст. 124, ч. 2: the sum demanded."""
        return money(conclusions.price)

    def duty_line(self, conclusions: WageOrderConclusions) -> str:
        """The worker's exemption with its norm."""
        return "взыскатель от уплаты освобождён (пп. 1 п. 1 ст. 333.36 НК РФ, ст. 393 ТК РФ)"

    def facts(self) -> dict[str, Any]:
        """What proves the accrual."""
        return {"подтверждается_чем": self.proof.by_what}

    def papers(self, conclusions: WageOrderConclusions) -> list[Paper]:
        """The contract, the proof of accrual, the proof of sending copies."""
        return [*_order_advice.papers_of(self), *super().papers(conclusions)]

    def next_steps(self, conclusions: WageOrderConclusions, on: date) -> NextSteps:
        """The justice of the peace, ten days, the objections of the employer."""
        return _order_advice.next_steps(self, on)
