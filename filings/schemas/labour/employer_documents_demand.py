"""Требование работодателю: выдать документы о работе, выплатить долг; извещение о приостановлении работы."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import Text, YesNo, page, wrong
from filings.rules.terms import legal_term, raw_end
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions
from filings.schemas.employment import Leaving, within_a_sentence
from filings.schemas.labour import _demand_steps, _demand_sums
from filings.schemas.labour._demand_sums import EmployerDemandConclusions
from filings.schemas.labour._job import PresentJob
from filings.schemas.labour._owed_pages import check_debts, debts_page, tax_page
from filings.schemas.labour._tax import TaxBasis
from filings.schemas.labour._wage_debt import WageDebt
from filings.schemas.labour._wage_employer import EmployerToAsk
from filings.schemas.labour._work_papers import BY_MONTH, Months, WorkPaper, month_is_worked, wanted_papers
from filings.schemas.next_steps import NextSteps
from filings.schemas.petition import Petition

_BY_MONTH = "|".join(paper.value for paper in BY_MONTH)
_STAY = (
    "Военная или государственная служба, скорая помощь, спасатели, опасное производство, связь, свет, тепло, вода, газ"
)


class EmployerDocumentsDemand(Petition):
    """Требование к работодателю о документах и деньгах."""

    about = About(
        title="Требование работодателю: документы и зарплата",
        printed="Требование",
        summary="Просим выдать копии документов о работе за три рабочих дня и заплатить долг с процентами. Можно сразу "
        "известить, что вы не выйдете на работу, пока не заплатят.",
        audience=("citizen", "trainer"),
        minutes=10,
        at_hand=(
            "название и адрес работодателя",
            "даты и суммы, которые не выплатили",
            "трудовой договор, если он есть",
        ),
        cost="Бесплатно",
        references=("ТК РФ, ст. 22, 62, 66.1, 136, 140, 142, 236",),
        not_for=("документы, которые нужны не вам, а другому человеку",),
        next_kinds=("labour_inspectorate_complaint", "wage_court_order", "wage_claim"),
    )

    calculation_title = "Расчёт задолженности"

    employer: EmployerToAsk = page("Кто ваш работодатель", ru="работодатель")
    employment: PresentJob = page("О работе", ru="работа")
    dismissal: Leaving | None = page("Увольнение", ru="увольнение", when="employment.ended")
    documents: list[WorkPaper] = page(
        "Какие документы выдать",
        ru="документы",
        optional=True,
        default=[],
        hint="Отметьте нужные. Если нужны только деньги, идите дальше",
    )
    months: Months | None = page(
        "За какие месяцы нужны листки, справка, табели", ru="месяцы", when=f"documents={_BY_MONTH}"
    )
    other_document: Text | None = page(
        "Какой ещё документ нужен", ru="другой_документ", optional=True, example="копию графика отпусков за 2026 год"
    )
    owed: YesNo = page("Вам должны зарплату?", ru="должны", default=False)
    debts: list[WageDebt] = debts_page(then=", добавьте каждую", when="owed", default=[])
    tax: TaxBasis | None = tax_page(when="owed")
    suspends: YesNo | None = page(
        "Приостановить работу, пока не заплатят?",
        ru="приостановить",
        when="owed & !employment.ended",
        hint="Можно не выходить на работу, если задержали надолго; средний заработок за эти дни сохраняют",
    )
    must_stay: YesNo | None = page(
        "Вы работаете там, где приостанавливать работу нельзя?",
        ru="нельзя_приостановить",
        when="owed & !employment.ended & suspends",
        hint=_STAY,
    )

    @field_validator("must_stay")
    @classmethod
    def _may_stop(cls, must_stay: bool | None) -> bool | None:
        if must_stay:
            raise wrong(
                "",
                "там приостанавливать работу закон запрещает (ТК РФ, ст. 142): ответьте «нет» на вопрос, приостановить "
                "ли её, и требуйте только деньги",
            )
        return must_stay

    @field_validator("other_document")
    @classmethod
    def _fits_a_list(cls, text: str | None) -> str | None:
        return text and within_a_sentence(text)

    @model_validator(mode="after")
    def _holds_together(self) -> EmployerDocumentsDemand:
        if not (self.documents or self.other_document or self.debts):
            raise wrong("documents", "отметьте хотя бы один документ или впишите долг: иначе просить не о чем")
        if WorkPaper.DISMISSAL in self.documents and not self.employment.ended:
            raise wrong("documents", "вы ещё работаете, приказа об увольнении нет; снимите эту отметку")
        if self.months and not month_is_worked(self.months.first, self.employment.started_on):
            raise wrong("months.first", "в этом месяце вы здесь ещё не работали; проверьте его")
        check_debts(self.debts, self.employment, self.dismissal)
        return self

    @field_validator("suspends")
    @classmethod
    def _delay_is_long(cls, suspends: bool | None, info: ValidationInfo) -> bool | None:
        debts, on = info.data.get("debts"), (info.context or {}).get("on")
        if suspends and debts and on:
            term = legal_term("work_suspension_delay", on)
            if all(raw_end(debt.due, term) >= on for debt in debts):
                raise wrong(
                    "",
                    "приостановить работу можно, когда зарплату задержали больше чем на {days} дней (ТК РФ, ст. 142); "
                    "пока ответьте «нет»",
                    days=term.count,
                )
        return suspends

    def addressee(self) -> EmployerToAsk:
        """The employer."""
        return self.employer

    def conclude(self, on: date) -> EmployerDemandConclusions:
        """The debts and the interest of ТК РФ, ст. 236; the terms of ст. 62 and 142."""
        return _demand_sums.conclude(self, on)

    def subject(self) -> str:
        """«о выдаче документов, связанных с работой, и выплате задолженности»."""
        papers = bool(self.documents or self.other_document)
        told = ["выплате задолженности"] * bool(self.debts) + ["приостановлении работы"] * bool(self.suspends)
        if not papers:
            return f"о {' и '.join(told)}"
        first = "о выдаче документов, связанных с работой"
        return f"{first}, {' и '.join(told)}" if len(told) > 1 else f"{first}, и {told[0]}" if told else first

    def facts(self) -> dict[str, Any]:
        """The papers in the accusative, the demands in their order."""
        wanted = wanted_papers(self.documents, self.months, self.other_document)
        asked = (("документы", wanted), ("долг", self.debts), ("проценты", self.debts), ("работа", self.suspends))
        return {
            "нужные_документы": wanted,
            "листки": WorkPaper.PAYSLIPS in self.documents,
            "требования": [name for name, there in asked if there] + ["ответ"],
        }

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Hand it in, wait three working days, complain or sue."""
        return _demand_steps.next_steps(self, on)
