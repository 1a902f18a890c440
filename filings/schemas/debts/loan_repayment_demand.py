"""Требование о возврате займа: с ним начинается срок возврата, если он не назван. ГК РФ, ст. 810, 811."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import DatedSum, Whole, page, wrong
from filings.rules.figures import day
from filings.rules.limitation import Kind, last_day_to_sue
from filings.rules.loan_debt import ON_DEMAND, term_end
from filings.rules.terms import legal_term
from filings.schemas import advice
from filings.schemas.bank_account import BankAccount
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions
from filings.schemas.debts import _loan_advice
from filings.schemas.debts._loan import Loan, LoanPaper, Returning, repaid_page
from filings.schemas.debts._loan_sums import LoanConclusions, check_loan, loan_sums, loan_words
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps, Term
from filings.schemas.other_citizen import Addressee
from filings.schemas.petition import Petition

_LONGEST = 365


class LoanRepaymentDemand(Petition):
    """Требование заёмщику вернуть деньги."""

    about = About(
        title="Требование о возврате займа",
        printed="Требование",
        summary="Вы дали деньги в долг, а их не возвращают. Посчитаем долг с процентами на сегодня и напишем "
        "требование. Если срока возврата в расписке нет, без такого письма срок не начнётся.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=10,
        at_hand=(
            "расписка или договор займа",
            "имя и адрес того, кто должен",
            "даты и суммы, которые уже вернули",
            "номер вашего счёта и БИК банка, если хотите получить перевод",
        ),
        cost="Бесплатно; письмо по почте вы оплачиваете сами.",
        references=("ГК РФ, ст. 807–811, 165.1, 319, 330, 395",),
        not_for=("долг организации или банку", "заём в иностранной валюте", "заёмщик признан банкротом"),
        next_kinds=("loan_court_order", "loan_claim"),
    )

    calculation_title = "Расчёт долга"

    citizen: Addressee = page("Кто взял деньги в долг", ru="заёмщик")
    loan: Loan = page("О займе", ru="заём")
    repaid: list[DatedSum] = repaid_page()
    days: Whole = page(
        "Сколько дней дать на возврат",
        ru="дней_на_возврат",
        default=30,
        hint="Считаем со дня, когда заёмщик получит письмо. Обычно дают 30",
    )
    bank: BankAccount | None = page(
        "Куда перевести деньги", ru="счёт", optional=True, hint="Если удобнее наличными, пропустите"
    )

    @field_validator("days")
    @classmethod
    def _days_are_likely(cls, days: int) -> int:
        if not 1 <= days <= _LONGEST:
            raise wrong("", "напишите число дней от 1 до {most}", most=_LONGEST)
        return days

    @model_validator(mode="after")
    def _can_be_demanded(self, info: ValidationInfo) -> LoanRepaymentDemand:
        if on := (info.context or {}).get("on"):
            if self.due and self.due >= on:
                raise wrong(
                    "loan.due_on",
                    "срок возврата ещё не прошёл (последний день {day}): требовать деньги пока рано",
                    day=day(self.due),
                )
            least = legal_term(ON_DEMAND, on).count
            if self.on_demand and self.days < least:
                raise wrong("days", "срок возврата не назван, и закон даёт заёмщику {least} дней", least=least)
            check_loan(self.loan, self.repaid, self.due, on)
        return self

    @property
    def on_demand(self) -> bool:
        """Whether this demand itself begins the term: ГК РФ, ст. 810, п. 1."""
        return self.loan.returns is Returning.DEMAND

    @property
    def due(self) -> date | None:
        """The last day of the term; None when it begins with this demand."""
        return self.loan.due_on and term_end(self.loan.due_on)

    @property
    def last_day(self) -> date | None:
        """The last day to go to court: ГК РФ, ст. 196, 200."""
        return self.due and last_day_to_sue(self.due, Kind.GENERAL)

    def addressee(self) -> Addressee:
        """The borrower."""
        return self.citizen

    def conclude(self, on: date) -> LoanConclusions:
        """The debt with interest on the day of the demand: ГК РФ, ст. 319, 809, 811."""
        warnings = tuple(_loan_advice.warnings_of(self.loan, self.due, self.last_day, on))
        found = LoanConclusions(**loan_sums(self.loan, self.repaid, self.due, on), warnings=warnings)
        if self.repaid or found.use or found.late:
            return found
        return found.model_copy(update={"calculation": (), "totals": ()})

    def subject(self) -> str:
        """«о возврате займа»."""
        return "о возврате займа"

    def facts(self) -> dict[str, Any]:
        """The percent and the returns in words."""
        return loan_words(self.loan, self.repaid) | {"по_требованию": self.on_demand}

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """A copy of the paper; the original stays with the lender."""
        found = super().papers(conclusions)
        if self.loan.paper is not LoanPaper.NONE and not self.encloses("расписк", "договор"):
            found.append(
                _loan_advice.copy_of(self.loan.paper, "Подлинник не отдавайте: без него долг трудно доказать.")
            )
        return found

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Send it so that it can be proved, wait, go to the justice of the peace."""
        return NextSteps(
            where=[
                f"{self.citizen.full_name}, {self.citizen.address}.",
                "Отправьте ценным письмом с описью вложения и уведомлением о вручении: опись и чек докажут, что и "
                "когда вы потребовали. Можно вручить лично под подпись с датой на вашем экземпляре.",
                "Если заёмщик не забирает письмо, оно всё равно считается доставленным (ГК РФ, ст. 165.1). Конверт, "
                "который вернётся, не вскрывайте.",
            ],
            copies=advice.two_copies("заёмщику"),
            cost=[advice.NO_FEE],
            silence=[
                "Не вернут деньги в срок — подайте мировому судье заявление о судебном приказе: ваши ответы перейдут "
                "туда. Если сумма велика, бумаги нет или заёмщик спорит, нужен иск.",
                "Вернут часть — пересчитайте долг: сначала погашаются проценты за пользование, потом сам заём "
                "(ГК РФ, ст. 319).",
            ],
            terms=self._terms(),
            evidence=["Расписка или договор, чек и опись, уведомление о вручении, выписка о переводе денег."],
            mistakes=[
                "Отдать подлинник расписки до полного возврата: расписка у заёмщика означает, что долг погашен "
                "(ГК РФ, ст. 408).",
                "Отправить простое письмо: его получение не доказать.",
            ],
        )

    def _terms(self) -> list[Term]:
        if self.on_demand:
            return [Term("Срок возврата кончится через столько дней после вручения, сколько вы дали", "ГК РФ, ст. 810")]
        return [_loan_advice.limitation_term(self.last_day)] if self.last_day else []
