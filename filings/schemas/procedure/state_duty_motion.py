"""Ходатайство об отсрочке, рассрочке, уменьшении пошлины или об освобождении от неё."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from pydantic import ValidationInfo, field_validator, model_validator

from filings.questions import YesNo, page, wrong
from filings.rules.conclusion import Conclusion
from filings.rules.figures import to_roubles
from filings.rules.state_duty import Exemption, Input, state_duty
from filings.russian import numbers
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.court_case import CaseRole, PendingCase
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps
from filings.schemas.pending_case import CaseFiling
from filings.schemas.procedure import _duty_steps
from filings.schemas.procedure._duty_role import check_role
from filings.schemas.procedure._means import DutyAsked, Means, Money, Proof, Relief, ReliefKind

_TELLING = 1000  # percent: a share beyond it tells nothing
# These are free whatever the price: НК РФ, ст. 333.36, п. 1.
_WHOLLY_FREE = (Exemption.LABOUR, Exemption.ALIMONY, Exemption.CHILD_RIGHTS, Exemption.HEALTH_DAMAGE)


class DutyMotionConclusions(Conclusions):
    """The duty beside the means of the family."""

    duty: Decimal = fact("Пошлина, которую нужно заплатить", ru="пошлина")
    income: Decimal = fact("Доход в месяц", ru="доход", default=Decimal(0))
    expenses: Decimal = fact("Обязательные расходы в месяц", ru="расход", default=Decimal(0))
    left: Decimal = fact("Остаётся в месяц", ru="остаётся", default=Decimal(0))
    share: Decimal | None = fact("Пошлина в процентах от дохода", ru="доля_дохода", default=None)


class StateDutyMotion(CaseFiling):
    """Отсрочка, рассрочка, уменьшение, освобождение. Source: ГПК РФ, ст. 89, 90; НК РФ, ст. 333.20, 333.41."""

    calculation_title = "Расчёт государственной пошлины"
    about = About(
        title="Ходатайство об отсрочке или уменьшении пошлины",
        printed="Ходатайство",
        summary="Когда на пошлину сейчас нет денег. Просим суд отложить платёж, разбить его на части, уменьшить "
        "или освободить от него; считаем пошлину и показываем доходы и расходы семьи.",
        audience=("citizen", "lawyer"),
        minutes=15,
        at_hand=(
            "цена иска",
            "список счетов из личного кабинета налогоплательщика",
            "справки банков об остатках",
            "справка о доходах, пенсии или пособии",
        ),
        cost="Бесплатно: за само ходатайство пошлину не платят.",
        references=("ГПК РФ, ст. 89, 90, 132", "КАС РФ, ст. 104", "НК РФ, ст. 64, 333.19, 333.20, 333.36, 333.41"),
        not_for=("тем, кто освобождён от пошлины законом: им достаточно назвать норму в иске",),
        next_kinds=("leak_damage_claim", "loan_claim", "appeal"),
    )

    exemption: Exemption = page(
        "Есть ли у вас льгота по пошлине?",
        ru="льгота",
        screening=True,
        hint="Если льгота есть, может оказаться, что платить не нужно и просить не о чем",
    )
    filed_before: YesNo = page(
        "Дело в суде уже есть?",
        ru="дело_есть",
        screening=True,
        hint="Если подаёте ходатайство вместе с иском, ответьте «нет»",
        default=False,
    )
    case: PendingCase | None = page("О деле", ru="дело", when="filed_before")  # type: ignore[assignment]
    duty_asked: DutyAsked = page("О пошлине", ru="о_пошлине")
    relief: Relief = page("О чём просить", ru="просьба")
    means: Means = page("Ваше положение", ru="положение")
    incomes: list[Money] = page(
        "Доходы семьи",
        ru="доходы",
        add="Добавить доход",
        optional=True,
        default=[],
        hint="Всё, что приходит каждый месяц",
    )
    expenses: list[Money] = page(
        "Обязательные расходы",
        ru="расходы",
        add="Добавить расход",
        optional=True,
        default=[],
        hint="Жильё, лекарства, кредиты, дорога до работы",
    )
    proofs: list[Proof] = page(
        "Какие документы приложите",
        ru="подтверждения",
        hint="Первые два суд требует почти всегда: список счетов и остатки на них",
    )

    @field_validator("exemption")
    @classmethod
    def _pays_at_all(cls, exemption: Exemption) -> Exemption:
        if exemption in _WHOLLY_FREE:
            raise wrong(
                "",
                "по таким делам пошлину не платят: напишите это в иске, а ходатайство не подавайте (НК РФ, ст. 333.36)",
            )
        return exemption

    @field_validator("role")
    @classmethod
    def _pays(cls, role: CaseRole) -> CaseRole:
        if role is CaseRole.DEBTOR:
            raise wrong("", "за возражения на приказ пошлину не платят", instead="court_order_objection")
        return role

    @model_validator(mode="after")
    def _there_is_something_to_ease(self, info: ValidationInfo) -> StateDutyMotion:
        check_role(self)
        if not (on := (info.context or {}).get("on")):
            return self
        duty = to_roubles(Decimal(self._duty(on).value))
        if not duty:
            raise wrong(
                "exemption",
                "с этой льготой платить не нужно: назовите её в иске и приложите документ о ней, а ходатайство не "
                "подавайте (НК РФ, ст. 333.36)",
            )
        if self.relief.reduced_to is not None and not 0 < self.relief.reduced_to < duty:
            raise wrong("relief.reduced_to", "впишите сумму меньше пошлины: она равна {duty}", duty=numbers.money(duty))
        return self

    def case_or_none(self) -> PendingCase | None:
        """The case, when the court has opened one."""
        return self.case

    def _duty(self, on: date) -> Conclusion:
        """НК РФ, ст. 333.19, 333.36, on the day of filing."""
        asked = self.duty_asked
        given = {"procedure": asked.paid_for.procedure, "exemption": self.exemption, "filed_on": on}
        return state_duty(Input(**given, **({"price": asked.price} if asked.price else {})))

    def subject(self) -> str:
        """«об отсрочке уплаты государственной пошлины»."""
        return {
            ReliefKind.DEFERRAL: "об отсрочке уплаты государственной пошлины",
            ReliefKind.INSTALMENTS: "о рассрочке уплаты государственной пошлины",
            ReliefKind.REDUCTION: "об уменьшении размера государственной пошлины",
            ReliefKind.EXEMPTION: "об освобождении от уплаты государственной пошлины",
        }[self.relief.kind]

    def conclude(self, on: date) -> DutyMotionConclusions:
        """The duty (paid in whole roubles: НК РФ, ст. 52, п. 6) and what the family has for it."""
        rule = self._duty(on)
        duty = to_roubles(Decimal(rule.value))
        income = sum((one.monthly for one in self.incomes), Decimal("0.00"))
        expenses = sum((one.monthly for one in self.expenses), Decimal("0.00"))
        share = (duty * 100 / income).quantize(Decimal(1), ROUND_HALF_UP) if income else None
        return DutyMotionConclusions(
            duty=duty,
            income=income,
            expenses=expenses,
            left=income - expenses,
            share=share if share and share < _TELLING else None,
            calculation=(rule,),
            totals=(Total(title="К уплате в полных рублях", amount=duty),),
            warnings=(*_duty_steps.warnings(self, income - expenses, duty), *rule.warnings),
        )

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """The proofs that the person has, each by its own name."""
        reason = {
            Proof.ACCOUNTS: "Личный кабинет на nalog.gov.ru, «Сведения о банковских счетах»: файл с подписью.",
            Proof.BALANCES: "Закажите в каждом банке из списка, можно в приложении; с датой не старше месяца.",
        }
        return [*super().papers(conclusions), *(Paper(proof.paper, reason.get(proof, "")) for proof in self.proofs)]

    def facts(self) -> dict[str, Any]:
        """Whether a claim is still to be accepted, and by whom."""
        asked = (("облегчение", True), ("принять", self.case is None and self.relief.kind is not ReliefKind.REDUCTION))
        demands = [name for name, wanted in asked if wanted]
        return super().facts() | {"требования": demands, "мировому_судье": self.court.is_magistrate}

    def next_steps(self, conclusions: DutyMotionConclusions, on: date) -> NextSteps:
        """Hand in with the claim; a refusal gives time to pay."""
        return _duty_steps.next_steps(self, conclusions, on)
