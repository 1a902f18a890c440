"""Ходатайство о рассмотрении дела в отсутствие стороны."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import field_validator, model_validator

from filings.questions import YesNo, page, wrong
from filings.russian.forms import Case
from filings.russian.phrases import decline_phrase
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions
from filings.schemas.court_case import CLAIMANTS, CaseRole
from filings.schemas.next_steps import NextSteps
from filings.schemas.pending_case import CaseFiling
from filings.schemas.procedure import _absent_steps
from filings.schemas.procedure._opinion import Hearing, Opinion, Position

_CLAIMANT = "role=claimant|administrative_claimant"


class AbsentHearingMotion(CaseFiling):
    """Ходатайство о рассмотрении дела без стороны. Source: ГПК РФ, ст. 167, ч. 5; КАС РФ, ст. 150."""

    about = About(
        title="Ходатайство о рассмотрении дела без вас",
        printed="Ходатайство",
        summary="Когда вы участвуете в деле, но не сможете прийти в суд: просим рассмотреть дело без вас, "
        "говорим суду, чего вы хотите, и просим прислать решение.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=10,
        at_hand=("повестка или определение суда: номер дела, дата заседания",),
        cost="Бесплатно.",
        references=("ГПК РФ, ст. 35, 42, 43, 48, 167, 233", "КАС РФ, ст. 45, 150"),
        not_for=("просьба перенести заседание на другой день", "участие по видеосвязи", "судебный приказ"),
        next_kinds=("appeal", "writ_request"),
    )

    hearing: Hearing = page("О заседании", ru="заседание")
    agent_comes: YesNo | None = page(
        "Представитель придёт на заседание?", ru="представитель_придёт", when="represented"
    )
    opinion: Opinion = page("Ваша позиция", ru="мнение")
    by_default: YesNo | None = page(
        "Согласны на заочное решение, если ответчик тоже не придёт?",
        ru="согласен_на_заочное",
        when="role=claimant",
        hint="Так быстрее, но ответчик сможет попросить суд отменить такое решение",
    )
    copy_wanted: YesNo = page("Прислать вам копию решения по почте?", ru="прислать_решение", default=True)
    writ_wanted: YesNo | None = page(
        "Прислать вам и исполнительный лист, когда решение вступит в силу?",
        ru="прислать_лист",
        when=_CLAIMANT,
        hint="Нужен, если с другой стороны взыскивают деньги или её обязывают что-то сделать",
    )

    @field_validator("role")
    @classmethod
    def _is_heard(cls, role: CaseRole) -> CaseRole:
        """ГПК РФ, ст. 126, ч. 2: an order is issued without a hearing."""
        if role is CaseRole.DEBTOR:
            text = "судебный приказ выносят без заседания; если не согласны с ним, подайте возражения"
            raise wrong("", text, instead="court_order_objection")
        if role is CaseRole.CREDITOR:
            text = "судебный приказ выносят без заседания: просить об отсутствии не нужно; чтобы получить приказ, "
            raise wrong("", text + "подайте заявление о выдаче", instead="writ_request")
        return role

    @model_validator(mode="after")
    def _position_fits(self) -> AbsentHearingMotion:
        if self.role in CLAIMANTS and self.opinion.position in (Position.OBJECTS, Position.PARTLY):
            raise wrong(
                "opinion.position",
                "иск подали вы сами: выберите «поддерживаю иск»; отказ от иска или его уменьшение оформляют отдельным "
                "заявлением (ГПК РФ, ст. 39; КАС РФ, ст. 46)",
            )
        return self

    def subject(self) -> str:
        """«о рассмотрении дела в отсутствие истца»."""
        return f"о рассмотрении дела в отсутствие {decline_phrase(self.role.ru).get(Case.GENITIVE)}"

    def facts(self) -> dict[str, Any]:
        """The demands in their order."""
        asked = (
            ("без_меня", True),
            ("заочно", self.by_default),
            ("решение", self.copy_wanted),
            ("лист", self.writ_wanted),
        )
        return super().facts() | {"требования": [name for name, wanted in asked if wanted]}

    def conclude(self, on: date) -> Conclusions:
        """Nothing to count; the risks of staying away."""
        return Conclusions(warnings=tuple(_absent_steps.warnings(self, on)))

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Hand in before the hearing, then look for the decision."""
        return _absent_steps.next_steps(self, conclusions, on)
