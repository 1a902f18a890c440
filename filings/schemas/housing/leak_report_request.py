"""Заявление о составлении акта о заливе: обследовать квартиру, назвать причину, перечислить всё повреждённое.

Sources: ЖК РФ, ст. 36, 161; ПП РФ от 13.08.2006 № 491, п. 10, 42; ПП РФ от 06.05.2011 № 354, п. 152.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import field_validator, model_validator

from filings.parameters import parameter
from filings.questions import YesNo, page, wrong
from filings.russian import dates
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.dwelling import DwellingRight
from filings.schemas.exhibits import Paper
from filings.schemas.housing import _leak_advice as advice
from filings.schemas.housing._leak import ActFlaw, ActState, LeakAct, LeakSource, LeakStory, is_company, runs_the_house
from filings.schemas.managing_organisation import Manager
from filings.schemas.next_steps import NextSteps
from filings.schemas.petition import Petition
from filings.schemas.utility_service import Call

_TO_ADD = {
    ActFlaw.NO_CAUSE: "причину залива",
    ActFlaw.WRONG_CAUSE: "действительную причину залива",
    ActFlaw.ROOMS: "все повреждения квартиры",
    ActFlaw.THINGS: "повреждённые вещи",
}


class LeakReportConclusions(Conclusions):
    """The term for the act, and whether the rules on utilities set it for this leak."""

    act_hours: int = fact("Срок составления акта, часов", ru="срок_акта")
    by_utility_rules: bool = fact("Ущерб от коммунальной услуги", ru="по_правилам_об_услугах")


class LeakReportRequest(LeakStory, Petition):
    """Заявление тому, кто управляет домом: составить акт о заливе."""

    about = About(
        title="Заявление об акте о заливе",
        printed="Заявление",
        summary="Квартиру залило, а акта нет или в нём нет причины. Заявление требует прийти, составить акт "
        "со всеми повреждениями и отдать вам экземпляр: без акта трудно получить деньги.",
        audience=("citizen", "trainer"),
        minutes=15,
        at_hand=(
            "день и час залива, номер заявки у диспетчера",
            "название управляющей организации: оно есть в квитанции",
            "список того, что повредила вода",
            "фотографии и видео",
        ),
        cost="Бесплатно",
        references=(
            "ЖК РФ, ст. 36, 161",
            "ПП РФ от 13.08.2006 № 491, п. 10, 42",
            "ПП РФ от 06.05.2011 № 354, п. 152",
        ),
        not_for=("Если верный акт у вас на руках, требуйте возместить ущерб",),
        next_kinds=("leak_damage_demand", "housing_inspectorate_complaint", "leak_damage_claim"),
    )

    called: YesNo = page("Вы звонили диспетчеру?", ru="сообщали", hint="В аварийную службу, управляющему домом")
    calls: list[Call] | None = page("Когда и что вам ответили", ru="звонки", when="called", add="Добавить ещё звонок")
    recipient: Manager = page("Кто управляет домом", ru="адресат", hint="Название есть в квитанции")

    @field_validator("act")
    @classmethod
    def _an_act_is_wanted(cls, act: LeakAct) -> LeakAct:
        if act.state is ActState.DRAWN and act.copy_given:
            raise wrong(
                "state",
                "верный акт у вас уже есть, другой не нужен: требуйте возместить ущерб",
                instead="leak_damage_demand",
            )
        return act

    @field_validator("recipient")
    @classmethod
    def _runs_the_house(cls, recipient: Manager) -> Manager:
        return runs_the_house(recipient)

    @model_validator(mode="after")
    def _calls_follow_leak(self) -> LeakReportRequest:
        early = next((call.at for call in self.calls or () if call.at.date() < self.leak_day), None)
        if early:
            text = "звонили {call}, а залило {leak}: раньше залива это быть не могло; поправьте одну из дат"
            raise wrong("calls", text, call=dates.day(early), leak=dates.day(self.leak.happened_at))
        return self

    def conclude(self, on: date) -> LeakReportConclusions:
        """ПП РФ № 354, п. 152: hours for the act, only where a utility did the damage."""
        hours = parameter("harm_act_hours")
        by_rules = self.leak.source in (LeakSource.RISER, LeakSource.HEATING)
        uncertain = hours.warnings(self.leak_day) if by_rules else ()
        return LeakReportConclusions(
            act_hours=hours.at(self.leak_day).value,
            by_utility_rules=by_rules,
            warnings=(*self._doubts(), *uncertain),
        )

    def subject(self) -> str:
        """«о составлении акта о заливе», «о выдаче экземпляра акта о заливе»."""
        if self.act.state is ActState.DRAWN:
            return "о выдаче экземпляра акта о заливе"
        return "о составлении дополнительного акта о заливе" if self._amends else "о составлении акта о заливе"

    def facts(self) -> dict[str, Any]:
        """Whether an act has to be drawn, mended, or only handed over."""
        return super().facts() | {
            "дополнить": self._amends,
            "что_дополнить": [what for flaw, what in _TO_ADD.items() if flaw in (self.act.flaws or ())],
            "дополнить_перечисленным": bool({ActFlaw.ROOMS, ActFlaw.THINGS} & set(self.act.flaws or ())),
            "только_выдать": self.act.state is ActState.DRAWN,
            "управляет_компания": is_company(self.recipient),
        }

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """The act that there is, the pictures, the authority of the representative."""
        found = super().papers(conclusions)
        found += advice.act_paper(self)
        return [*found, *advice.photo_paper(self)]

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        """Where to hand it in, what to do if nobody comes."""
        return advice.of_report(self, on)

    @property
    def _amends(self) -> bool:
        return bool(self.act.flaws)

    def _doubts(self) -> Iterator[str]:
        if self.act.state is ActState.DRAWN:
            return
        if not self.called:
            yield (
                "Позвоните в аварийную службу сейчас, даже если вода уже ушла: от звонка считают срок, "
                "а номер и время заявки доказывают залив. Потом впишите их сюда."
            )
        elif any(call.number is None for call in self.calls or ()):
            yield "Узнайте у диспетчера номер заявки и впишите его: без номера звонок трудно доказать."
        if not self.things:
            yield (
                "Вещей вы не назвали. Если вода испортила мебель, технику, одежду, впишите их: чего нет в акте, "
                "за то потом трудно получить деньги."
            )
        if self.home.right is DwellingRight.FAMILY:
            yield advice.FAMILY
        yield from advice.doubts(self)
