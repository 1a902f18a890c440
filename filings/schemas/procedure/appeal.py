"""Апелляционная жалоба."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import field_validator, model_validator

from filings.parameters import parameter
from filings.questions import page, wrong
from filings.rules.figures import day
from filings.rules.state_duty import Exemption, Input, Procedure, state_duty
from filings.russian import numbers
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.court_case import CLAIMANTS, RESPONDENTS, CaseRole
from filings.schemas.courts import CourtLevel, level_of
from filings.schemas.exhibits import Paper
from filings.schemas.next_steps import NextSteps
from filings.schemas.pending_case import CaseFiling
from filings.schemas.procedure import _appeal_steps
from filings.schemas.procedure._appealed import (
    AppealCourt,
    Appealed,
    Asked,
    DutyWay,
    Ground,
    NewDecision,
    NewEvidence,
)


class AppealConclusions(Conclusions):
    """The last day of the term, and the duty."""

    demands: tuple[str, ...] = fact("Что просят", ru="требования")
    last_day: date | None = fact("Последний день срока жалобы", ru="последний_день", default=None)
    in_time: bool = fact("Подана ли жалоба в срок", ru="в_срок", default=False)
    restored: bool = fact("Просить ли восстановить срок", ru="восстановить_срок", default=False)
    duty: Decimal = fact("Пошлина", ru="пошлина", default=Decimal(0))
    exempt_by: str = fact("Норма о льготе", ru="норма_льготы", default="")


class Appeal(CaseFiling):
    """Апелляционная жалоба. Source: ГПК РФ, ст. 320–322, 328, 330; КАС РФ, ст. 295–299, 309, 310."""

    power_norm = "В ней должно быть прямо названо право обжаловать решение суда (ГПК РФ, ст. 54; КАС РФ, ст. 56)."
    about = About(
        title="Апелляционная жалоба",
        printed="Апелляционная жалоба",
        summary="Когда вы не согласны с решением районного суда или мирового судьи, а оно ещё не вступило в силу. "
        "Посчитаем срок и пошлину, поможем назвать ошибки суда так, как их называет закон.",
        audience=("citizen", "lawyer"),
        minutes=20,
        at_hand=(
            "полное решение суда и дата, когда оно изготовлено",
            "название и адрес суда, который рассмотрит жалобу",
            "номера листов дела с важными документами, если знаете",
        ),
        cost="Пошлина за жалобу, её посчитаем; бесплатно тем, кто освобождён от неё и в первом суде.",
        references=(
            "ГПК РФ, ст. 112, 320–322, 327.1, 328, 330",
            "КАС РФ, ст. 95, 295–299, 308–310",
            "НК РФ, ст. 333.19, 333.36",
        ),
        not_for=("определение суда: на него подают частную жалобу", "решение, которое уже вступило в силу"),
        next_kinds=("state_duty_motion", "absent_hearing_motion", "writ_request"),
    )

    decision: Appealed = page("О решении", ru="решение")
    appeal_court: AppealCourt = page(
        "Какой суд рассмотрит жалобу",
        ru="апелляционный_суд",
        hint="На районный суд — областной, краевой, верховный суд республики; на мирового судью — районный суд",
    )
    grounds: list[Ground] = page("В чём суд ошибся", ru="основания", add="Добавить ещё одну ошибку")
    new_evidence: list[NewEvidence] = page(
        "Новые доказательства",
        ru="новые_доказательства",
        add="Добавить доказательство",
        optional=True,
        default=[],
        hint="Только то, чего не было в первом суде",
    )
    asked: Asked = page("О чём просите", ru="просьба")
    duty_way: DutyWay = page("Пошлина за жалобу", ru="как_с_пошлиной")
    exempt_as: Exemption | None = page(
        "На каком основании вы освобождены", ru="льгота", when="duty_way=exempt", hint="Как в первом суде"
    )

    @field_validator("role")
    @classmethod
    def _is_of_a_claim(cls, role: CaseRole) -> CaseRole:
        if role is CaseRole.DEBTOR:
            text = "судебный приказ не обжалуют в апелляции: подайте на него возражения"
            raise wrong("", text, instead="court_order_objection")
        if role is CaseRole.CREDITOR:
            raise wrong("", "судебный приказ не обжалуют в апелляции; если его отменили, подайте иск")
        return role

    @field_validator("exempt_as")
    @classmethod
    def _names_one(cls, exemption: Exemption | None) -> Exemption | None:
        if exemption is Exemption.NONE:
            raise wrong("", "выберите льготу; если её нет, на прошлый вопрос ответьте «заплачу»")
        return exemption

    @model_validator(mode="after")
    def _goes_one_step_up(self) -> Appeal:
        """ГПК РФ, ст. 320.1: from a justice of the peace to the district court, from there to the region's."""
        level = level_of(self.appeal_court.title)
        if self.court.is_magistrate and level is not CourtLevel.DISTRICT:
            raise wrong("appeal_court.title", "решение мирового судьи проверяет районный (городской) суд; впишите его")
        if not self.court.is_magistrate and level is CourtLevel.DISTRICT:
            text = "решение районного суда проверяет областной, краевой суд или верховный суд республики; впишите его"
            raise wrong("appeal_court.title", text)
        return self

    @model_validator(mode="after")
    def _asks_for_oneself(self) -> Appeal:
        against = {NewDecision.REFUSE: CLAIMANTS, NewDecision.GRANT: RESPONDENTS}
        if self.asked.decision and self.role in against.get(self.asked.decision, ()):
            text = "вы — {role}: такое решение было бы против вас; выберите другое"
            raise wrong("asked.decision", text, role=self.role.ru)
        return self

    @model_validator(mode="after")
    def _grounds_differ(self) -> Appeal:
        kinds = [one.kind for one in self.grounds]
        if len(set(kinds)) < len(kinds):
            raise wrong("grounds", "одна ошибка названа дважды: соедините объяснения под одним основанием")
        return self

    @property
    def needs_a_degree(self) -> bool:
        """ГПК РФ, ст. 49, ч. 2: above the district court a representative is a lawyer."""
        return super().needs_a_degree or not self.court.is_magistrate

    def higher_court(self) -> str:
        """The court of appeal; the paper goes through the first court (ГПК РФ, ст. 321, ч. 1; КАС РФ, ст. 297)."""
        return self.appeal_court.title

    def subject(self) -> str:
        """«на решение от 14.09.2026 по делу № 2-1843/2026»."""
        return f"на решение от {day(self.decision.made_on)} по делу № {self.case.number}"

    def conclude(self, on: date) -> AppealConclusions:
        """The term, and the duty of НК РФ, ст. 333.19, with the exemption of the first court."""
        last = self.decision.last_day
        late = bool(last and last < on)
        restored = late and bool(self.decision.reasons)
        exemption = self.exempt_as or Exemption.NONE
        duty = state_duty(Input(filed_on=on, procedure=Procedure.APPEAL, exemption=exemption))
        asked = (("срок", restored), ("доказательства", bool(self.new_evidence)), ("решение", True))
        return AppealConclusions(
            demands=tuple(name for name, wanted in asked if wanted),
            last_day=last,
            in_time=bool(last) and not late,
            restored=restored,
            duty=Decimal(duty.value),
            exempt_by=parameter(f"state_duty_exemption_{exemption.value}").at(on).reference if self.exempt_as else "",
            warnings=(*_appeal_steps.warnings(self, last, late), *duty.warnings),
        )

    def duty_line(self, conclusions: AppealConclusions) -> str:
        """The sum, or the exemption with its norm."""
        if self.duty_way is DutyWay.ASK:
            return f"{numbers.money(conclusions.duty)}, приложено ходатайство"
        if not self.exempt_as:
            return numbers.money(conclusions.duty)
        return f"не уплачивается ({conclusions.exempt_by})"

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """ГПК РФ, ст. 322, ч. 4; КАС РФ, ст. 299, 300."""
        return [*super().papers(conclusions), *_appeal_steps.papers(self)]

    def next_steps(self, conclusions: AppealConclusions, on: date) -> NextSteps:
        """Through the first court, in time."""
        return _appeal_steps.next_steps(self, conclusions, on)
