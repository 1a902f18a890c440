"""Обращение (жалоба) в государственную инспекцию труда. ТК РФ, ст. 353–360.1; 59-ФЗ."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator, model_validator

from filings.questions import PastDay, YesNo, page, wrong
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions
from filings.schemas.employment import InformalWork, Leaving
from filings.schemas.labour import _inspection, _inspection_advice
from filings.schemas.labour._inspection import InspectedEmployer, Violation
from filings.schemas.labour._job import PresentJob
from filings.schemas.labour._late_wages import LateWages, late_wages
from filings.schemas.labour._owed_pages import check_debts, debts_page, tax_page
from filings.schemas.labour._tax import TaxBasis
from filings.schemas.labour._wage_debt import WageDebt
from filings.schemas.next_steps import NextSteps
from filings.schemas.organisations import Recipient
from filings.schemas.petition import Petition
from filings.schemas.printed_texts import Story


class LabourInspectorateComplaint(Petition):
    """Жалоба на работодателя в инспекцию труда."""

    about = About(
        title="Жалоба в инспекцию труда",
        printed="Обращение",
        summary="Задерживают зарплату, не оформляют договор, не дают отпуск, уволили с нарушением, работать опасно. "
        "Инспекция проверит и обяжет работодателя исправить нарушение.",
        audience=("citizen", "trainer"),
        minutes=15,
        at_hand=(
            "название и адрес работодателя",
            "даты и суммы, которые не выплатили",
            "трудовой договор, расчётные листки, приказы — что есть",
        ),
        cost="Бесплатно",
        references=("ТК РФ, ст. 353–358, 360, 360.1", "59-ФЗ, ст. 4, 7, 12", "КоАП РФ, ст. 5.27, 5.27.1"),
        not_for=(
            "спор о том, сколько вам должны: его решает только суд",
            "восстановление на работе: его решает только суд",
        ),
        next_kinds=("prosecutor_complaint", "wage_court_order", "wage_claim"),
    )

    calculation_title = "Расчёт задолженности"

    owed: YesNo = page(
        "Вам задерживают зарплату или не платят её?",
        ru="должны",
        part="Что случилось и кто вы",
        hint="В том числе расчёт при увольнении",
        screening=True,
    )
    disputed: YesNo | None = page(
        "Работодатель говорит, что этих денег вам не должен?",
        ru="работодатель_спорит",
        when="owed",
        hint="Если он просто не платит или обещает заплатить, ответьте «нет»",
        screening=True,
    )
    # Validated even when nothing else is broken: then a dispute about money is all there is.
    violations: Annotated[list[Violation], Field(validate_default=True)] = page(
        "Что ещё нарушил работодатель",
        ru="нарушения",
        optional=True,
        default=[],
        hint="Можно отметить несколько. Если только зарплата, идите дальше",
        screening=True,
    )
    recipient: Recipient = page(
        "В какую инспекцию",
        ru="инспекция",
        part="Инспекция и работодатель",
        hint="Государственная инспекция труда вашего региона",
    )
    employer: InspectedEmployer = page("На кого жалуетесь", ru="работодатель")
    employment: PresentJob = page("О работе", ru="работа", part="Работа и нарушения")
    dismissal: Leaving | None = page("Увольнение", ru="увольнение", when="employment.ended")
    informal: InformalWork | None = page(
        "Как вы работали без договора", ru="без_договора", when="violations=no_contract"
    )
    debts: list[WageDebt] = debts_page("Без месяцев и сумм инспектор не сможет проверить.", when="owed", default=[])
    tax: TaxBasis | None = tax_page(when="owed")
    accrued: YesNo | None = page(
        "Есть расчётный листок или справка, где эти деньги начислены?", ru="начислено", when="owed"
    )
    leave_story: Story | None = page(
        "Что не так с отпуском",
        ru="об_отпуске",
        when="violations=leave",
        hint="Когда просили, что ответили, что выплатили",
    )
    dismissal_story: Story | None = page(
        "Что не так с увольнением",
        ru="об_увольнении",
        when="violations=dismissal",
        hint="За что уволили, чего не выдали",
    )
    safety_story: Story | None = page(
        "Чем опасна работа", ru="об_охране_труда", when="violations=safety", hint="Где, что именно, с какого времени"
    )
    asked_on: PastDay | None = page(
        "Когда вы сами письменно просили работодателя всё исправить",
        ru="просили_работодателя",
        part="О жалобе",
        optional=True,
        hint="Если не просили, пропустите: это не обязательно",
    )
    hides_name: YesNo = page(
        "Не сообщать работодателю, кто пожаловался?",
        ru="не_называть_меня",
        default=False,
        hint="Инспектор обязан сохранить ваше имя в тайне, если вы об этом попросите",
    )
    extra: Story | None = page("Хотите что-то добавить?", ru="дополнение", optional=True)

    @field_validator("violations")
    @classmethod
    def _is_for_the_inspectorate(cls, violations: list[Violation], info: ValidationInfo) -> list[Violation]:
        if not violations and info.data.get("owed") is False:
            raise wrong("", "отметьте хотя бы одно нарушение")
        if not violations and info.data.get("disputed"):
            raise wrong(
                "",
                "спор о том, должны ли вам деньги, инспекция не решает: его решает суд (ТК РФ, ст. 391). Нужен иск",
                instead="wage_claim",
            )
        return violations

    @model_validator(mode="after")
    def _holds_together(self) -> LabourInspectorateComplaint:
        if self.owed and not self.debts:
            raise wrong("debts", "впишите, за какой месяц и сколько не выплатили")
        if Violation.DISMISSAL in self.violations and not self.employment.ended:
            raise wrong("employment.ended", "вы жалуетесь на увольнение, а здесь ответили, что работаете; проверьте")
        check_debts(self.debts, self.employment, self.dismissal)
        if self.asked_on and self.asked_on < self.employment.started_on:
            raise wrong("asked_on", "вы просили работодателя раньше первого рабочего дня; проверьте дату")
        return self

    @classmethod
    def inferred(cls, before: dict[str, Any]) -> dict[str, Any]:
        """A paper that names unpaid wages is followed by a complaint about them."""
        return {"owed": "да"} if before.get("debts") else {}

    def conclude(self, on: date) -> LateWages:
        """The debts and the interest of ТК РФ, ст. 236 when wages are late."""
        warnings = tuple(_inspection_advice.warnings_of(self, on))
        return LateWages(**late_wages(self.debts, self.tax, on), warnings=warnings)

    def opponent(self) -> str:
        """The employer: the inspectorate is the judge, not the other side."""
        return self.employer.called

    def subject(self) -> str:
        """«о нарушении трудовых прав»."""
        return "о нарушении трудового законодательства"

    def facts(self) -> dict[str, Any]:
        """What is asked for, in order, and under which article the employer answers."""
        return {
            "требования": _inspection.demands(self),
            "состав": _inspection.offence(self),
            "задержка": self.owed and not self.disputed,
        }

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Where, thirty days, the court meanwhile."""
        return _inspection_advice.next_steps(self, on)
