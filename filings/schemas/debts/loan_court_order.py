"""Заявление о вынесении судебного приказа о взыскании долга по договору займа. ГПК РФ, ст. 121–124."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import DatedSum, YesNo, page, wrong
from filings.russian.numbers import money
from filings.schemas.base import About
from filings.schemas.conclusions import fact
from filings.schemas.court_claim import OrderApplication
from filings.schemas.courts import MagistrateCourt
from filings.schemas.debts import _loan_advice, _loan_steps
from filings.schemas.debts._loan import Interest, Loan, LoanPaper
from filings.schemas.debts._loan_court import LoanFiling
from filings.schemas.debts._loan_sums import LoanConclusions, loan_sums
from filings.schemas.duty import duty_of_order, duty_paper
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps
from filings.schemas.order_limit import check_order_limit


class LoanOrderConclusions(LoanConclusions):
    """The sums of the application and its duty."""

    duty: Decimal = fact("Государственная пошлина", ru="пошлина")


class LoanCourtOrder(LoanFiling, OrderApplication):
    """Заявление мировому судье о судебном приказе на долг по расписке или договору займа."""

    about = About(
        title="Судебный приказ о долге по расписке",
        printed="Заявление",
        summary="Есть расписка или договор займа, срок прошёл, должник не спорит. Мировой судья выносит приказ без "
        "заседания, за полцены обычной пошлины. Посчитаем долг и пошлину.",
        audience=("citizen", "lawyer"),
        minutes=15,
        at_hand=(
            "паспорт и СНИЛС или ИНН",
            "расписка или договор займа",
            "имя и адрес должника, дата рождения и номер документа, если знаете",
            "даты и суммы, которые уже вернули",
            "участок мирового судьи по адресу должника",
        ),
        cost="Половина пошлины за иск; посчитаем точно.",
        references=("ГПК РФ, ст. 23, 28, 121–124, 128, 129", "ГК РФ, ст. 807–811, 319, 330, 395", "НК РФ, ст. 333.19"),
        not_for=("долг организации", "заём в иностранной валюте", "заёмщик признан банкротом"),
        next_kinds=("loan_claim", "writ_request"),
    )

    disputed: YesNo = page(
        "Должник спорит: не брал, уже вернул, сумма другая?",
        ru="должник_спорит",
        part="Подойдёт ли приказ и кто вы",
        hint="Если просто молчит или обещает вернуть, ответьте «нет»",
        screening=True,
    )
    abroad: YesNo = page("Должник живёт за границей?", ru="должник_за_границей", screening=True)
    court: MagistrateCourt = page(
        "Участок мирового судьи", ru="суд", hint="Какой участок относится к адресу, показывает поиск на сайте sudrf.ru"
    )

    @field_validator("disputed", "abroad")
    @classmethod
    def _is_indisputable(cls, answer: bool) -> bool:
        if answer:
            raise wrong(
                "", "в таком случае приказа не выносят (ГПК РФ, ст. 125): нужно исковое заявление", instead="loan_claim"
            )
        return answer

    @field_validator("loan")
    @classmethod
    def _is_in_writing(cls, loan: Loan) -> Loan:
        if loan.paper is LoanPaper.NONE:
            raise wrong(
                "paper",
                "приказ выносят, только если заём оформлен письменно (ГПК РФ, ст. 122): нужно исковое заявление",
                instead="loan_claim",
            )
        return loan

    @model_validator(mode="after")
    def _is_within_the_limit(self, info: ValidationInfo) -> LoanCourtOrder:
        if on := (info.context or {}).get("on"):
            check_order_limit(self._owed(on), "loan.principal", on, "loan_claim")
        return self

    @field_validator("repaid")
    @classmethod
    def _rest_is_within_the_limit(cls, repaid: list[DatedSum], info: ValidationInfo) -> list[DatedSum]:
        """What is returned goes to interest first: no less than this is left of the loan itself (ГК РФ, ст. 319)."""
        loan, on = info.data.get("loan"), (info.context or {}).get("on")
        if loan and on:
            check_order_limit(loan.principal - sum(payment.amount for payment in repaid), "", on, "loan_claim")
        return repaid

    def _owed(self, on: date) -> Decimal:
        return loan_sums(self.loan, self.repaid, self.due, on)["owed"]

    def conclude(self, on: date) -> LoanOrderConclusions:
        """The debt on the day of filing (ГК РФ, ст. 319, 809, 811) and half the duty (НК РФ, ст. 333.19)."""
        sums = loan_sums(self.loan, self.repaid, self.due, on, more=("пошлина",))
        return LoanOrderConclusions(**sums, duty=duty_of_order(sums["owed"], on), warnings=tuple(self._warnings(on)))

    def _warnings(self, on: date) -> list[str]:
        found = list(_loan_advice.court_warnings(self, on))
        if self.loan.interest is Interest.SILENT:
            found.append(
                "О процентах в бумаге ни слова. Некоторые судьи видят в таких процентах спор; если приказ из-за этого "
                "не вынесут, подайте иск."
            )
        return found

    def subject(self) -> str:
        """«о взыскании долга по договору займа»."""
        return "о вынесении судебного приказа о взыскании долга по договору займа"

    def price_line(self, conclusions: LoanOrderConclusions) -> str:
        """ГПК РФ, ст. 124, ч. 2: the sum demanded."""
        return money(conclusions.owed)

    def duty_line(self, conclusions: LoanOrderConclusions) -> str:
        """Half the duty of a claim."""
        return money(conclusions.duty)

    def papers(self, conclusions: LoanOrderConclusions) -> list[Paper]:
        """The proof of duty, the paper of the loan, the proof of sending copies."""
        return [duty_paper(conclusions.duty), *self.loan_papers(), *super().papers(conclusions)]

    def next_steps(self, conclusions: LoanOrderConclusions, on: date) -> NextSteps:
        """The justice of the peace, ten days, the objections of the debtor."""
        return _loan_steps.of_order(self, conclusions.duty, on)
