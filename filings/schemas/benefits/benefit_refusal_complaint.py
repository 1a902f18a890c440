"""Жалоба на решение Социального фонда об отказе в назначении пособия.

Sources: 210-ФЗ, гл. 2.1; 81-ФЗ, ст. 9, 11.1; Правила, утв. ПП РФ от 16.12.2022 № 2330.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import model_validator

from filings.questions import LongText, PastDay, YesNo, page, wrong
from filings.rules.unified_benefit_need import income_per_head
from filings.russian import dates
from filings.russian.forms import Gender
from filings.schemas.base import About
from filings.schemas.benefits import _advice, _warnings
from filings.schemas.benefits._benefit import Benefit, BenefitKind, Child, FundBranch
from filings.schemas.benefits._flaws import (
    FamilyFlaw,
    Flaw,
    IdlePeriod,
    PropertyFlaw,
    RegistryFlaw,
)
from filings.schemas.benefits._income import Income, IncomeFlaw, calculation, months_in_words, per_head
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.decision import Decision
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps
from filings.schemas.parties import Person
from filings.schemas.petition import Petition


class BenefitRefusalConclusions(Conclusions):
    """The income of the family per head; None when the figures are not given or do not help."""

    income_months: str | None = fact("За какие месяцы", ru="период_дохода", default=None)
    family_income: Decimal | None = fact("Доход семьи", ru="доход_семьи", default=None)
    income_per_head: Decimal | None = fact("Доход на человека", ru="доход_на_человека", default=None)
    below_minimum: Decimal | None = fact("Насколько ниже минимума", ru="ниже_минимума_на", default=None)


class BenefitRefusalComplaint(Petition):
    """Жалоба на отказ в назначении пособия."""

    about = About(
        title="Жалоба на отказ в пособии",
        printed="Жалоба",
        summary="Социальный фонд отказал в пособии, а вы с этим не согласны. Жалоба объясняет, в чём ошибка, "
        "и требует отменить отказ и назначить пособие.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=20,
        at_hand=(
            "решение об отказе: дата, номер и точные слова о причине",
            "дата вашего заявления о пособии",
            "документы, которые показывают ошибку: справки о доходах, выписки, свидетельства",
        ),
        cost="Бесплатно",
        references=(
            "Федеральный закон от 27.07.2010 № 210-ФЗ, ст. 11.1, 11.2",
            "Федеральный закон от 19.05.1995 № 81-ФЗ, ст. 9, 11.1",
            "ПП РФ от 16.12.2022 № 2330",
        ),
        not_for=(
            "Если чего-то не хватало в самом заявлении, быстрее подать новое заявление",
            "Если нужна пенсия, а не пособие",
        ),
        next_kinds=("benefit_claim", "prosecutor_complaint"),
    )

    calculation_title: ClassVar[str] = "Расчёт среднедушевого дохода"

    recipient: FundBranch = page("Кому жалуетесь", ru="адресат")
    benefit: Benefit = page("О каком пособии речь", ru="пособие")
    children: list[Child] | None = page(
        "На каких детей просили пособие",
        ru="дети",
        when="benefit.kind=unified_child|other_child",
        add="Добавить ещё ребёнка",
    )
    decision: Decision = page("Решение об отказе", ru="решение")
    flaws: list[Flaw] = page("В чём ошибка", ru="ошибки")
    income: IncomeFlaw | None = page("Доход", ru="доход", when="flaws=income")
    incomes: list[Income] | None = page(
        "Доходы семьи за 12 месяцев",
        ru="доходы",
        when="flaws=income & benefit.kind=unified_child|unified_pregnancy",
        optional=True,
        add="Добавить ещё доход",
        hint="Подали в октябре — берите с сентября прошлого года по август этого. Не знаете сумм — пропустите",
    )
    property: PropertyFlaw | None = page("Имущество", ru="имущество", when="flaws=property")
    family: list[FamilyFlaw] | None = page(
        "Состав семьи", ru="состав_семьи", when="flaws=family", add="Добавить ещё человека"
    )
    idle: list[IdlePeriod] | None = page(
        "Когда и почему дохода не было", ru="без_дохода", when="flaws=no_income_reason", add="Добавить ещё период"
    )
    registry: list[RegistryFlaw] | None = page(
        "Ошибки в базах ведомств", ru="базы", when="flaws=registry", add="Добавить ещё ошибку"
    )
    other: LongText | None = page(
        "Почему ещё отказ неверен", ru="другое", when="flaws=other", hint="Своими словами, полными предложениями"
    )
    reapplied: YesNo = page("Вы уже подали новое заявление на это пособие?", ru="подали_снова")
    reapplied_on: PastDay | None = page("Когда подали новое заявление", ru="дата_нового", when="reapplied")
    late_reasons: LongText | None = page(
        "Почему не пожаловались раньше",
        ru="почему_позже",
        when="decision.received_on>3m",  # КАС РФ, ст. 219: after that the court becomes doubtful
        optional=True,
        hint="Вы узнали об отказе больше трёх месяцев назад. Если была причина, напишите её",
    )

    @model_validator(mode="after")
    def _answers_agree(self) -> BenefitRefusalComplaint:
        if self.benefit.kind is BenefitKind.PREGNANCY and self.applicant.gender is Gender.MALE:
            raise wrong("benefit", "пособие по беременности назначают женщине; проверьте вид пособия и пол заявителя")
        self._check_dates()
        return self

    def _check_dates(self) -> None:
        applied, made = self.benefit.applied_on, self.decision.made_on
        if made < applied:
            text = "решение от {made}, а заявление подано {applied}: решение раньше заявления; поправьте одну из дат"
            raise wrong("decision", text, made=dates.day(made), applied=dates.day(applied))
        if any(child.born_on > applied for child in self.children or ()):
            raise wrong("children", "ребёнок родился позже, чем подано заявление; поправьте одну из дат")
        if self.reapplied_on and self.reapplied_on < applied:
            raise wrong("reapplied_on", "новое заявление не может быть раньше первого; поправьте дату")

    def conclude(self, on: date) -> BenefitRefusalConclusions:
        """Среднедушевой доход семьи за 12 месяцев и расчёт к нему, если доход не выше минимума; 81-ФЗ, ст. 9."""
        found = self._income_per_head()
        return BenefitRefusalConclusions(**found, warnings=_warnings.warnings(self, found.get("income_per_head"), on))

    def _income_per_head(self) -> dict[str, Any]:
        """The figures for the text; empty when some are missing or the income is not below the minimum."""
        if not (self.incomes and self.income and self.income.members and self.income.minimum):
            return {}
        minimum, members, applied_on = self.income.minimum, self.income.members, self.benefit.applied_on
        total = sum((one.amount for one in self.incomes), Decimal("0.00"))
        if income_per_head(total, members, applied_on) > minimum:
            return {}
        head = per_head(total, members, applied_on)
        return {
            "income_months": months_in_words(applied_on),
            "family_income": total,
            "income_per_head": head,
            "below_minimum": minimum - head,
            "calculation": calculation(self.incomes, members, minimum, applied_on),
        }

    def subject(self) -> str:
        """«на решение от 16.09.2026 № 1523/26 об отказе в назначении единого пособия»."""
        number = f" № {self.decision.number}" if self.decision.number else ""
        what = "единого пособия"
        if not self.benefit.kind.unified:
            what = "пособия" if "пособи" in self.benefit.full_name.casefold() else "выплаты"
        return f"на решение от {dates.day(self.decision.made_on)}{number} об отказе в назначении {what}"

    def people(self) -> list[Person]:
        """The applicant, the representative, the children."""
        return [*super().people(), *(self.children or ())]

    def facts(self) -> dict[str, Any]:
        """Names and sums that follow from the answers alone."""
        return {
            "предмет": self.subject(),
            "название_пособия": self.benefit.full_name,
            "единое": self.benefit.kind.unified,
            "беременность": self.benefit.kind is BenefitKind.PREGNANCY,
            "кто_отказал": self.decision.body or self.recipient.title,
            "основание_дословно": self.decision.quoted,
            "начало_выплаты": self.benefit.due,
            "периоды_без_дохода": [period.as_row() for period in self.idle or ()],
            "ведомство_неизвестно": any(one.keeper is None for one in self.registry or ()),
        }

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """The decision, the proofs named in the answers, the authority: 210-ФЗ, ст. 11.2, ч. 5, п. 4."""
        found = super().papers(conclusions)
        return [*found, *_advice.proofs(self)]

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Where to hand it in, when to expect the answer, what if it does not help."""
        return _advice.next_steps(self, on)
