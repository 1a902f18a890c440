"""Заявление о выдаче исполнительного листа или второго экземпляра судебного приказа."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import field_validator, model_validator

from filings.questions import YesNo, page, question, wrong
from filings.rules.figures import day
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.court_case import CaseParty, CaseRole
from filings.schemas.next_steps import NextSteps
from filings.schemas.pending_case import CaseFiling
from filings.schemas.procedure import _writ_steps
from filings.schemas.procedure._judgment import Act, Appealed, Bailiffs, Judgment, Way


class WritParty(CaseParty):
    """Тот, с кого взыскивают, и прочие."""

    role: CaseRole = question("Кто это в деле", ru="роль", likely="respondent|debtor|third_party")


class WritConclusions(Conclusions):
    """When the judgment came into force, as far as it can be counted."""

    in_force_on: date | None = fact("Вступило в силу", ru="в_силе_с", default=None)


class WritRequest(CaseFiling):
    """Выдача исполнительного листа. Source: ГПК РФ, ст. 428; КАС РФ, ст. 353; приказ — ГПК РФ, ст. 130."""

    about = About(
        title="Заявление о выдаче исполнительного листа",
        printed="Заявление",
        summary="Когда суд решил в вашу пользу, а деньги не платят. Просим суд выдать исполнительный лист "
        "или второй экземпляр судебного приказа — вам или сразу приставам.",
        audience=("citizen", "lawyer", "trainer"),
        minutes=8,
        at_hand=("решение суда или судебный приказ", "если лист нужен сразу приставам — название их отдела"),
        cost="Бесплатно.",
        references=("ГПК РФ, ст. 130, 209, 211, 428", "КАС РФ, ст. 186, 353", "229-ФЗ, ст. 21"),
        not_for=("исполнительный лист потерян", "решение арбитражного суда"),
        next_kinds=("enforcement_application", "alimony_penalty_claim"),
    )

    given_before: YesNo = page(
        "Исполнительный лист по этому решению вам уже выдавали?", ru="уже_выдавали", screening=True, default=False
    )
    role: CaseRole = page(
        "Кто вы в этом деле",
        ru="роль",
        likely="claimant|creditor|administrative_claimant",
        hint="По решению вы истец, по судебному приказу — взыскатель",
    )
    others: list[WritParty] = page(  # type: ignore[assignment]
        "Кто ещё участвует в деле",
        ru="участники",
        add="Добавить ещё участника",
        hint="Сначала тот, с кого взыскали: по решению это ответчик, по судебному приказу — должник",
    )
    act: Act = page("Что вынес суд", ru="акт")
    judgment: Judgment = page("О решении", ru="решение")
    way: Way = page("Как передать исполнительный документ", ru="способ")
    bailiffs: Bailiffs | None = page("Какие приставы будут взыскивать", ru="приставы", when="way=bailiffs")
    copy_wanted: YesNo | None = page(
        "Выдать и копию решения с отметкой о вступлении в силу?",
        ru="нужна_копия",
        when="act=decision",
        hint="Пригодится для банка, пенсионного фонда, налоговой",
    )

    @field_validator("given_before")
    @classmethod
    def _is_the_first(cls, given: bool) -> bool:
        if given:
            raise wrong(
                "",
                "второй раз тот же лист не выдают: если он потерян, нужно заявление о дубликате (ГПК РФ, ст. 430) с "
                "пошлиной; если лист у приставов или в банке, узнайте там о ходе взыскания",
            )
        return given

    @field_validator("role")
    @classmethod
    def _winner_asks(cls, role: CaseRole) -> CaseRole:
        if role is CaseRole.DEBTOR:
            text = "лист выдают тому, в чью пользу взыскали; если взыскивают с вас и вы не согласны, подайте возражения"
            raise wrong("", text, instead="court_order_objection")
        return role

    @model_validator(mode="after")
    def _act_fits_the_role(self) -> WritRequest:
        if (self.act is Act.ORDER) != (self.role is CaseRole.CREDITOR):
            text = "по приказу вы «взыскатель», по решению — «истец» (или как вы названы в решении); поправьте ответ"
            raise wrong("act", text)
        return self

    def subject(self) -> str:
        """«о выдаче исполнительного листа»."""
        what = "второго экземпляра судебного приказа" if self.act is Act.ORDER else "исполнительного листа"
        return f"о {'направлении' if self.way is Way.BAILIFFS else 'выдаче'} {what}" + (
            " на исполнение" if self.way is Way.BAILIFFS else ""
        )

    def conclude(self, on: date) -> WritConclusions:
        """ГПК РФ, ст. 209: the day the judgment came into force; a request that is too early is warned of."""
        since = self.judgment.in_force_on
        early = since and since > on and not self.judgment.at_once
        found = [f"Решение вступит в силу {day(since)}: раньше лист не выдадут."] if since and early else []
        if self.judgment.appealed is Appealed.NO and not self.judgment.at_once and not since:
            found.append("Проверьте на сайте суда, что решение вступило в силу: раньше лист не выдадут.")
        if self.act is Act.ORDER and (last := self.judgment.objections_until) and last >= on:
            found.append(
                "Должник ещё может подать возражения: приказ выдадут, когда пройдёт их срок. "
                "Сразу выдают только приказ, который исполняется немедленно, например об алиментах."
            )
        return WritConclusions(in_force_on=since if since and since <= on else None, warnings=tuple(found))

    def facts(self) -> dict[str, Any]:
        """The demands in their order."""
        asked = (("документ", True), ("копия", self.copy_wanted))
        return super().facts() | {"требования": [name for name, wanted in asked if wanted]}

    def next_steps(self, conclusions: WritConclusions, on: date) -> NextSteps:
        """Get the writ, take it to the bailiffs, count the years."""
        return _writ_steps.next_steps(self, conclusions, on)
