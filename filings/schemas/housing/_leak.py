"""A leak into a home: what happened, what it spoilt, what became of the act. Three kinds of filing ask for it."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator, model_validator

from filings.questions import Block, Choice, PastDay, PastMoment, YesNo, page, question, wrong
from filings.russian import dates
from filings.schemas.base import Filing
from filings.schemas.dwelling import Dwelling
from filings.schemas.managing_organisation import Manager, ManagerKind
from filings.schemas.organisations import Organisation, Recipient
from filings.schemas.printed_texts import BareNumber, Name, Story, answered

_ASSOCIATION = re.compile(r"товариществ|кооператив|\b(ТСЖ|ТСН|ЖСК|ЖК)\b", re.I)


class LeakSource(Choice):
    """Откуда вода: от этого зависит, кто отвечает. Source: ЖК РФ, ст. 36; ПП РФ № 491, п. 2, 5, 6."""

    ROOF = "roof", "кровля", "С крыши, с чердака"
    RISER = "riser", "стояк", "Общая труба или отвод от неё до первого крана, он сам"
    HEATING = "heating", "отопление", "Общая батарея или труба отопления"
    NEIGHBOUR = "neighbour", "квартира сверху", "Кран, шланг, стиральная машина, ванна соседей"
    UNKNOWN = "unknown", "неизвестно"

    @property
    def is_common(self) -> bool:
        """Whether the water came from what belongs to the whole house, as far as one knows."""
        return self is not LeakSource.NEIGHBOUR


class Leak(Block):
    """Залив."""

    happened_at: PastMoment = question(
        "Когда вас залило", ru="когда", hint="День и время, можно примерно", example="10.11.2026 21:30"
    )
    source: LeakSource = question("Откуда пришла вода", ru="источник")
    upstairs: BareNumber | None = question(
        "Номер квартиры, откуда пришла вода", ru="квартира", when="source=neighbour", optional=True, example="45"
    )
    ongoing: YesNo = question("Вода идёт и сейчас, или течёт снова и снова?", ru="продолжается")
    story: Story | None = question(
        "Что ещё важно о том, как это было",
        ru="обстоятельства",
        optional=True,
        hint="Полными предложениями: как заметили, что текло, кто перекрыл воду",
        example="Вода капала с потолка в комнате и на кухне. Слесарь перекрыл стояк через два часа.",
    )


class ActState(Choice):
    """Что с актом о заливе. Source: ПП РФ № 354, п. 152."""

    NOBODY = "nobody_came", "акта нет", "Никто не приходил, и сами вы акта не составляли"
    REFUSED = "refused", "приходили, но акт не составили"
    FAULTY = "faulty", "акт составили, но в нём не всё"
    OWN = "own", "составили сами", "Вместе с соседями, потому что никто не пришёл"
    DRAWN = "drawn", "акт составили, в нём всё верно"


class ActFlaw(Choice):
    """Чего не хватает в акте; стоит после слов «в акте»."""

    NO_CAUSE = "no_cause", "не указана причина залива"
    WRONG_CAUSE = "wrong_cause", "причина залива указана неверно"
    ROOMS = "rooms", "указаны не все повреждения квартиры"
    THINGS = "things", "не указаны повреждённые вещи"


class LeakAct(Block):
    """Акт о заливе."""

    state: ActState = question("Есть ли акт о заливе?", ru="состояние", hint="Его составляет тот, кто управляет домом")
    visited_on: PastDay | None = question("Когда приходили", ru="когда_приходили", when="state=refused")
    drawn_on: PastDay | None = question(
        "Дата акта", ru="дата", when="state=faulty|own|drawn", new_page="Что написано в акте"
    )
    number: BareNumber | None = question("Номер акта", ru="номер", when="state=faulty|own|drawn", optional=True)
    cause: Name | None = question(
        "Причина залива, как она названа в акте",
        ru="причина",
        when="state=faulty|own|drawn",
        optional=True,
        example="разрыв гибкой подводки в квартире № 45",
    )
    flaws: list[ActFlaw] | None = question("Чего не хватает в акте", ru="недостатки", when="state=faulty")
    copy_given: YesNo | None = question(
        "Вам отдали экземпляр акта?", ru="экземпляр_выдан", when="state=faulty|drawn", new_page="Ваш экземпляр акта"
    )

    @field_validator("number")
    @classmethod
    def _no_number_is_no_answer(cls, number: str | None) -> str | None:
        return answered(number)

    @model_validator(mode="after")
    def _cause_agrees(self) -> LeakAct:
        if ActFlaw.NO_CAUSE in (self.flaws or ()) and (self.cause or ActFlaw.WRONG_CAUSE in (self.flaws or ())):
            raise wrong("flaws", "причина в акте либо названа, либо нет; поправьте один из ответов")
        return self

    @property
    def exists(self) -> bool:
        """Whether there is a paper at all."""
        return self.drawn_on is not None

    @property
    def at_hand(self) -> bool:
        """Whether the person has it and can attach a copy."""
        return self.exists and self.copy_given is not False


class SpoiltRoom(Block):
    """Повреждение квартиры."""

    room: Name = question("Помещение", ru="помещение", example="комната 18 кв. м")
    part: Name = question("Что пострадало", ru="что", example="потолок и обои на стене у окна")
    damage: Name = question("Как пострадало", ru="как", example="жёлтые пятна 1,5 × 1 м, обои отошли")


class SpoiltThing(Block):
    """Повреждённая вещь."""

    thing: Name = question("Какая вещь", ru="вещь", example="шкаф трёхстворчатый")
    damage: Name = question("Что с ней стало", ru="как", example="разбухли дверцы и дно")


def runs_the_house(organisation: Manager) -> Manager:
    """The organisation itself; who only supplies or repairs does not answer for roof and pipes (ЖК РФ, ст. 161)."""
    if organisation.kind in (ManagerKind.SUPPLIER, ManagerKind.OPERATOR):
        raise wrong(
            "kind",
            "за крышу и общие трубы отвечает тот, кто управляет домом: управляющая компания, ТСЖ или кооператив; "
            "впишите его",
        )
    return organisation


def is_company(organisation: Recipient | Organisation) -> bool:
    """Whether a company runs the house; an association answers by ЖК РФ, ст. 161, and not by п. 42 of the rules."""
    if isinstance(organisation, Manager):
        return organisation.kind is ManagerKind.COMPANY
    return not _ASSOCIATION.search(organisation.title)


class LeakStory(Filing):
    """The pages about the leak, the same in every kind, so that the answers go on along the chain."""

    home: Dwelling = page("Какую квартиру залило", ru="жильё")
    leak: Leak = page("Как это случилось", ru="залив")
    act: LeakAct = page("Акт о заливе", ru="акт", screening=True)
    rooms: list[SpoiltRoom] = page(
        "Что повреждено в квартире",
        ru="повреждения",
        add="Добавить ещё повреждение",
        hint="Каждую комнату и каждую поверхность — отдельной строкой. Если пострадали только вещи, пропустите",
        optional=True,
        default=[],
    )
    things: Annotated[list[SpoiltThing], Field(validate_default=True)] = page(
        "Какие вещи пострадали",
        ru="вещи",
        add="Добавить ещё вещь",
        hint="Мебель, техника, одежда. Если вещи целы, пропустите",
        optional=True,
        default=[],
    )

    @field_validator("things")
    @classmethod
    def _something_is_spoilt(cls, things: list[SpoiltThing], info: ValidationInfo) -> list[SpoiltThing]:
        if not things and info.data.get("rooms") == []:
            raise wrong("", "напишите, что повредила вода: квартиру, вещи или то и другое")
        return things

    @model_validator(mode="after")
    def _act_follows_leak(self) -> LeakStory:
        for name, day in (("visited_on", self.act.visited_on), ("drawn_on", self.act.drawn_on)):
            if day and day < self.leak.happened_at.date():
                raise wrong(
                    f"act.{name}",
                    "акт {day}, а залило {leak}: раньше залива это быть не могло; поправьте одну из дат",
                    day=dates.day(day),
                    leak=dates.day(self.leak.happened_at),
                )
        return self

    @model_validator(mode="after")
    def _what_the_act_lacks_is_listed(self) -> LeakStory:
        for flaw, rows, name in ((ActFlaw.ROOMS, self.rooms, "rooms"), (ActFlaw.THINGS, self.things, "things")):
            if flaw in (self.act.flaws or ()) and not rows:
                text = "вы ответили, что в акте {flaw}, но здесь их нет; перечислите их или поправьте ответ об акте"
                raise wrong(name, text, flaw=flaw.ru)
        return self

    @property
    def leak_day(self) -> date:
        """The day of the leak."""
        return self.leak.happened_at.date()

    def home_address(self) -> str:
        """The address of the home that was flooded."""
        return self.home.other_address or self.author().address

    def facts(self) -> dict[str, Any]:
        """What templates of all three kinds read beside the answers."""
        return {"адрес_жилья": self.home_address(), "предмет": self.subject(), "акт_есть": self.act.exists}
