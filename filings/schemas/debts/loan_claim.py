"""Исковое заявление о взыскании долга по договору займа (расписке). ГК РФ, ст. 807–811; ГПК РФ, ст. 131, 132."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import AddressLine, DatedSum, page, wrong
from filings.rules.loan_debt import due_on_demand, term_end
from filings.rules.matters import Matter
from filings.russian.numbers import money
from filings.schemas.base import About
from filings.schemas.conclusions import fact
from filings.schemas.court_claim import CourtClaim
from filings.schemas.debts import _loan_advice, _loan_steps
from filings.schemas.debts._demand_made import DemandMade, LoanVenue
from filings.schemas.debts._loan import LoanPaper, Returning
from filings.schemas.debts._loan_court import LoanFiling
from filings.schemas.debts._loan_sums import LoanConclusions, loan_sums
from filings.schemas.debts._why_claim import EarlierOrder, ReasonToSue, WhyClaim, check_over_limit, check_reason
from filings.schemas.duty import duty_of_claim, duty_paper
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps
from filings.schemas.printed_texts import clause
from filings.schemas.venue import venue, wrong_level


class LoanClaimConclusions(LoanConclusions):
    """The sums of the claim, its duty and what of it is still to be paid."""

    duty: Decimal = fact("Государственная пошлина", ru="пошлина")
    duty_left: Decimal = fact("Сколько пошлины доплатить", ru="доплатить_пошлину")
    credited: Decimal = fact("Какая пошлина засчитывается", ru="зачесть_пошлину")


class LoanClaim(LoanFiling, CourtClaim, ReasonToSue):
    """Иск о долге по расписке или договору займа, когда судебный приказ невозможен."""

    about = About(
        title="Иск о долге по расписке",
        printed="Исковое заявление",
        summary="Деньги в долг не вернули, а судебный приказ невозможен: его отменили, должник спорит, сумма велика "
        "или нет бумаги. Посчитаем долг, проценты, пошлину и подскажем суд.",
        audience=("citizen", "lawyer"),
        minutes=20,
        at_hand=(
            "паспорт и СНИЛС или ИНН",
            "расписка или договор займа, выписка о переводе",
            "имя и адрес должника, дата рождения и номер документа, если знаете",
            "даты и суммы, которые уже вернули",
            "определение об отмене судебного приказа, если он был",
            "название и адрес суда",
        ),
        cost="Пошлина зависит от суммы; посчитаем точно.",
        references=(
            "ГК РФ, ст. 807–811, 165.1, 196, 200, 204, 319, 330, 395",
            "ГПК РФ, ст. 23, 24, 28, 29, 32, 91, 121, 122, 125, 129, 131, 132, 135",
            "НК РФ, ст. 333.19, 333.20",
        ),
        not_for=("долг организации", "заём в иностранной валюте", "заёмщик признан банкротом"),
        next_kinds=("appeal", "writ_request", "state_duty_motion"),
    )

    earlier: EarlierOrder | None = page(
        "О судебном приказе", ru="приказ", when="why=cancelled|refused", part="Судебный приказ, который был"
    )
    last_address: AddressLine | None = page(
        "Где должник раньше жил в России",
        ru="последний_адрес_в_россии",
        when="why=abroad & venue=last_known",
        hint="Последний адрес, который вы знаете: по нему выбирают суд",
        example="170026, г. Тверь, ул. Горького, д. 61, кв. 8",
    )

    @field_validator("repaid")
    @classmethod
    def _is_too_big_for_an_order(cls, repaid: list[DatedSum], info: ValidationInfo) -> list[DatedSum]:
        """Known here when the day to return the loan is named."""
        loan = info.data.get("loan")
        if loan and loan.due_on:
            check_over_limit(info, repaid, term_end(loan.due_on))
        return repaid

    @field_validator("demand")
    @classmethod
    def _is_too_big_since_the_demand(cls, demand: DemandMade | None, info: ValidationInfo) -> DemandMade | None:
        """Known here when the term began with the demand."""
        loan = info.data.get("loan")
        if demand and demand.received_on and loan and loan.returns is Returning.DEMAND and "repaid" in info.data:
            check_over_limit(info, info.data["repaid"], due_on_demand(demand.received_on))
        return demand

    @model_validator(mode="after")
    def _goes_to_the_right_court(self, info: ValidationInfo) -> LoanClaim:
        if self.why is WhyClaim.NO_PAPER and self.loan.paper is not LoanPaper.NONE:
            raise wrong("why", "вы ответили, что бумаги нет, а заём оформлен письменно; проверьте оба ответа")
        if self.why is WhyClaim.ABROAD and self.venue is LoanVenue.HOME:
            raise wrong("venue", "должник живёт за границей; выберите суд по его последнему известному адресу в России")
        on = (info.context or {}).get("on")
        check_reason(self.earlier, self.due, on)
        if on and (error := wrong_level(self.court, venue(Matter.DEBT, on, self._owed(on)))):
            raise error
        return self

    def _owed(self, on: date) -> Decimal:
        return loan_sums(self.loan, self.repaid, self.due, on)["owed"]

    def conclude(self, on: date) -> LoanClaimConclusions:
        """The debt on the day of filing (ГК РФ, ст. 319, 809, 811), the duty less that of a cancelled order."""
        sums = loan_sums(self.loan, self.repaid, self.due, on, more=("пошлина",))
        duty = duty_of_claim(sums["owed"], on)
        credited = min(duty, (self.earlier.duty_paid if self.earlier else None) or Decimal("0.00"))
        warnings = (*_loan_advice.court_warnings(self, on), *self.why.caution)
        return LoanClaimConclusions(**sums, duty=duty, credited=credited, duty_left=duty - credited, warnings=warnings)

    def last_day(self) -> date:
        """The last day to sue; a cancelled order made the term stand still (ГК РФ, ст. 204)."""
        cancelled = self.earlier if self.why is WhyClaim.CANCELLED else None
        return cancelled.last_day(self.due) if cancelled else super().last_day()

    def subject(self) -> str:
        """«о взыскании долга по договору займа»."""
        return "о взыскании долга по договору займа"

    def price_line(self, conclusions: LoanClaimConclusions) -> str:
        """ГПК РФ, ст. 91, ч. 1, п. 1: all the money claimed."""
        return money(conclusions.owed)

    def duty_line(self, conclusions: LoanClaimConclusions) -> str:
        """The duty, and what of it was paid for the court order."""
        paid = f", из них {money(conclusions.credited)} уплачено за судебный приказ" if conclusions.credited else ""
        return f"{money(conclusions.duty)}{paid}"

    def facts(self) -> dict[str, Any]:
        """The words of a loan, and why the claim is no order."""
        return super().facts() | {
            "основание_иска": self.why.value,
            "мировому_судье": self.court.is_magistrate,
            "последний_адрес": clause(self.last_address or self.citizen.address),
        }

    def papers(self, conclusions: LoanClaimConclusions) -> list[Paper]:
        """The proof of duty, of the loan, of the cancelled order, of sending copies."""
        found = [duty_paper(conclusions.duty_left)] if conclusions.duty_left else []
        if self.earlier and conclusions.credited:
            found.append(Paper("Документ об уплате государственной пошлины за судебный приказ"))
        if self.earlier and not self.encloses("определени"):
            found.append(Paper(f"Копия определения {self.earlier.about_what(self.why)}", "Её выдаёт мировой судья."))
        return [*found, *self.loan_papers(), *super().papers(conclusions)]

    def next_steps(self, conclusions: LoanClaimConclusions, on: date) -> NextSteps:
        """The court, what it costs, what follows."""
        return _loan_steps.of_claim(self, conclusions.duty, conclusions.duty_left)
