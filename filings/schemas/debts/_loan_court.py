"""What an application for an order and a claim about a loan share: the debtor, the loan, the demand, the court."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator, model_validator

from filings.questions import DatedSum, YesNo, page, wrong
from filings.rules.figures import day
from filings.rules.limitation import Kind, last_day_to_sue
from filings.rules.loan_debt import due_on_demand, end_on_demand, term_end
from filings.schemas.court_claim import CourtFiling
from filings.schemas.courts import GeneralCourt
from filings.schemas.debts import _loan_advice
from filings.schemas.debts._demand_made import DemandMade, LoanVenue
from filings.schemas.debts._loan import Loan, LoanPaper, Returning, repaid_page
from filings.schemas.debts._loan_sums import check_loan, loan_words
from filings.schemas.exhibits import Paper
from filings.schemas.other_citizen import OtherCitizen
from filings.schemas.printed_texts import clause

_DEMAND_FIRST = (
    "срок возврата не назван, поэтому сначала заёмщику вручают письменное требование (ГК РФ, ст. 810): "
    "без даты, когда он его получил, срок не посчитать"
)


class LoanFiling(CourtFiling):
    """Страницы, общие для приказа и иска о займе."""

    citizen: OtherCitizen = page("Кто взял деньги в долг", ru="заёмщик", part="Должник и заём")
    loan: Loan = page("О займе", ru="заём")
    # Validated even when nothing was returned: what is left decides between the order and the claim.
    repaid: Annotated[list[DatedSum], Field(validate_default=True)] = repaid_page()
    demanded: YesNo = page(
        "Вы письменно требовали вернуть деньги?",
        ru="требовали",
        part="Требование и доказательства",
        hint="Письмом или под подпись",
    )
    demand: DemandMade | None = page("Когда вы этого потребовали", ru="требование", when="demanded")
    original_held: YesNo | None = page(
        "Подлинник расписки или договора у вас?", ru="подлинник_есть", when="loan.paper=iou|contract"
    )
    venue: LoanVenue = page("В какой суд подать", ru="подсудность", part="Суд")
    court: GeneralCourt = page("Суд", ru="суд", hint="Какой суд относится к адресу, показывает поиск на сайте sudrf.ru")

    @field_validator("loan")
    @classmethod
    def _term_has_passed(cls, loan: Loan, info: ValidationInfo) -> Loan:
        if loan.due_on:
            _check_due(term_end(loan.due_on), "due_on", (info.context or {}).get("on"))
        return loan

    @field_validator("demanded")
    @classmethod
    def _demand_came_first(cls, demanded: bool, info: ValidationInfo) -> bool:
        loan = info.data.get("loan")
        if loan and loan.returns is Returning.DEMAND and not demanded:
            raise wrong("", _DEMAND_FIRST, instead="loan_repayment_demand")
        return demanded

    @field_validator("demand")
    @classmethod
    def _demand_was_received(cls, demand: DemandMade | None, info: ValidationInfo) -> DemandMade | None:
        loan = info.data.get("loan")
        if demand and loan and demand.sent_on < loan.lent_on:
            raise wrong("sent_on", "требование раньше самого займа; проверьте обе даты")
        if demand and loan and loan.returns is Returning.DEMAND:
            if not demand.received_on:
                raise wrong("received_on", _DEMAND_FIRST, instead="loan_repayment_demand")
            _check_due(due_on_demand(demand.received_on), "received_on", (info.context or {}).get("on"))
        return demand

    @model_validator(mode="after")
    def _holds_together(self, info: ValidationInfo) -> LoanFiling:
        if (self.claimant.full_name, self.claimant.address) == (self.citizen.full_name, self.citizen.address):
            raise wrong("citizen", "вы назвали должником самого себя; впишите того, кто взял деньги")
        if self.venue is LoanVenue.AGREED and self.loan.paper is LoanPaper.NONE:
            raise wrong("venue", "письменного договора нет, значит, и суд в нём не назван; выберите другой ответ")
        if on := (info.context or {}).get("on"):
            check_loan(self.loan, self.repaid, self.due, on)
        return self

    @property
    def due(self) -> date:
        """The last day to return the loan: by the paper, or after the demand (ГК РФ, ст. 193, 810)."""
        if self.loan.due_on:
            return term_end(self.loan.due_on)
        if self.demand and self.demand.received_on:
            return due_on_demand(self.demand.received_on)
        raise ValueError("a loan on demand without a demand")

    def last_day(self) -> date:
        """The last day to go to court: ГК РФ, ст. 196, 200."""
        return last_day_to_sue(self.due, Kind.GENERAL)

    def respondents(self) -> list[OtherCitizen]:
        """The borrower alone."""
        return [self.citizen]

    def facts(self) -> dict[str, Any]:
        """The percent and the returns in words."""
        received = self.demand and self.demand.received_on
        on_demand = self.loan.returns is Returning.DEMAND
        return loan_words(self.loan, self.repaid) | {
            "по_требованию": on_demand,
            "срок_перенесён": bool(on_demand and received and due_on_demand(received) != end_on_demand(received)),
            "последний_адрес": clause(self.citizen.address),
        }

    def loan_papers(self) -> list[Paper]:
        """The copy of the paper, of the demand, of the transfer, unless they are among the exhibits."""
        found = []
        if self.loan.paper is not LoanPaper.NONE and not self.encloses("расписк", "договор"):
            found.append(_loan_advice.copy_of(self.loan.paper, "Подлинник покажете суду, если он попросит."))
        if self.demand and not self.encloses("требован"):
            found.append(
                Paper(
                    "Копия требования о возврате займа и документы о его вручении",
                    "Чек, опись вложения, уведомление о вручении или конверт, который вернула почта.",
                )
            )
        if self.loan.paper is LoanPaper.NONE and not self.encloses("выписк", "перевод", "чек", "переписк"):
            found.append(Paper("Документы, подтверждающие передачу денег", "Выписка банка, чек о переводе, переписка."))
        return found


def _check_due(due: date, name: str, on: date | None) -> None:
    if on and due >= on:
        raise wrong(
            name,
            "срок возврата ещё не прошёл (последний день {day}): в суд можно будет обратиться на следующий день",
            day=day(due),
        )
