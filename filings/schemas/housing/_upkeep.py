"""Upkeep of a house: the property, what is wrong with it, and the cut of the charge for days when nothing was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pydantic import model_validator

from filings.questions import Block, Choice, Month, PastDay, Roubles, Whole, question, wrong
from filings.rules import upkeep_reduction
from filings.rules.conclusion import ROUBLES, Conclusion, total
from filings.rules.terms import legal_term, raw_end
from filings.russian import dates
from filings.schemas.printed_texts import BareNumber, Clause, Story


class SharedProperty(Choice):
    """Что не в порядке. Source: ЖК РФ, ст. 36, ч. 1; Минимальный перечень (ПП РФ от 03.04.2013 № 290)."""

    LOBBY = "lobby", "подъезд", "Стены, двери, окна, лестница"
    LIFT = "lift", "лифт"
    CLEANING = "cleaning", "уборка"
    LIGHTING = "lighting", "освещение"
    ROOF = "roof", "кровля"
    YARD = "yard", "двор"
    CHUTE = "chute", "мусоропровод"

    @property
    def matter(self) -> str:
        """What the request is about, for its title."""
        return _WORK[self][0]

    @property
    def work(self) -> str:
        """What is demanded, for «ПРОШУ: …»."""
        return _WORK[self][1]

    @property
    def items(self) -> str:
        """The items of the minimal list of works (ПП РФ № 290)."""
        return _WORK[self][2]


_WORK = {
    SharedProperty.LOBBY: ("о ремонте подъезда", "выполнить ремонт подъезда", "п. 11"),
    SharedProperty.LIFT: ("о ремонте лифта", "устранить неисправность лифта и возобновить его работу", "п. 22"),
    SharedProperty.CLEANING: ("об уборке дома", "обеспечить регулярную уборку общих помещений дома", "п. 23"),
    SharedProperty.LIGHTING: ("о восстановлении освещения", "восстановить освещение", "п. 20"),
    SharedProperty.ROOF: ("о ремонте кровли", "устранить неисправность кровли", "п. 7"),
    SharedProperty.YARD: ("о содержании двора", "привести в порядок придомовую территорию", "п. 24, 25"),
    SharedProperty.CHUTE: ("о ремонте мусоропровода", "устранить неисправность мусоропровода", "п. 14"),
}


class Defect(Block):
    """Что и где не в порядке, с какого дня."""

    place: Clause = question("Где именно", ru="место", example="подъезд № 3, между 4-м и 5-м этажами")
    since: PastDay = question("С какого дня", ru="начало", hint="Можно примерно")
    story: Story = question(
        "Что не в порядке",
        ru="описание",
        hint="Полными предложениями, без оценок",
        example="Стены исписаны, штукатурка отвалилась, два окна разбиты.",
    )
    request: BareNumber | None = question(
        "Номер заявки диспетчеру", ru="заявка", optional=True, hint="Если звонили и номер назвали", example="1532"
    )
    last_repair: Whole | None = question(
        "В каком году подъезд ремонтировали",
        ru="год_ремонта",
        when="property=lobby",
        unsure="год не укажем",
        example="2014",
        new_page="Ещё о неисправности",
    )
    stop_hours: Whole | None = question(
        "Сколько часов лифт не работал за последний месяц", ru="часов_простоя", when="property=lift", example="96"
    )


class MissedCleaning(Block):
    """День, когда не убрали."""

    on: PastDay = question("День", ru="дата")
    what: Clause = question("Чего не сделали", ru="что", example="не подметали лестницу")


class FeeCut(Block):
    """Месяц, за который просят снизить плату за содержание."""

    month: Month = question("За какой месяц", ru="месяц", example="10.2026")
    cost: Roubles = question(
        "Сколько стоит эта услуга за месяц",
        ru="стоимость",
        hint="Её строка в плате за содержание: есть в договоре управления, на сайте организации, в ГИС ЖКХ",
    )
    days: Whole = question("Сколько полных дней её не было", ru="дней", example="12")

    @model_validator(mode="after")
    def _fits_the_month(self) -> FeeCut:
        long = upkeep_reduction.days_of(self.month)
        if not 0 < self.days <= long:
            raise wrong("days", "в этом месяце {long} дн.; напишите число от 1 до {long}", long=long)
        if not self.cost:
            raise wrong("cost", "если услуга ничего не стоит, снижать нечего; уберите этот месяц")
        return self


def check_cuts(cuts: Sequence[FeeCut], name: str, since: date, on: date | None) -> None:
    """Raises the error of the question `name`: a month named twice or not come, days outside the breach."""
    months = [cut.month for cut in cuts]
    for month in months:
        if months.count(month) > 1:
            raise wrong(name, "{month} назван дважды; оставьте одну строку", month=dates.month(month))
        if on and month > on:
            raise wrong(name, "{month} ещё не наступил; уберите этот месяц", month=dates.month(month))
    for cut in cuts:
        last = min(_last(cut.month), on) if on else _last(cut.month)
        most = (last - max(cut.month, since)).days + 1
        if cut.days > most:
            raise wrong(
                name,
                "{month}: дней больше, чем длилось нарушение, а оно началось {since}; поправьте число дней или день "
                "начала",
                month=dates.month(cut.month),
                since=dates.day(since),
            )


def fee_cut(cuts: Sequence[FeeCut]) -> Conclusion | None:
    """The cut of all months as one section of the calculation; None when nothing is asked."""
    ordered = sorted(cuts, key=lambda cut: cut.month)
    made = [
        (cut, upkeep_reduction.upkeep_reduction(upkeep_reduction.Input(cost=cut.cost, month=cut.month, days=cut.days)))
        for cut in ordered
    ]
    if not made:
        return None
    steps = tuple(one.steps[0].model_copy(update={"note": dates.month(cut.month)}) for cut, one in made)
    warnings = dict.fromkeys(text for _, one in made for text in one.warnings)
    first = made[0][1]
    return Conclusion(
        rule="upkeep_reduction",
        title=first.title,
        value=total(steps),
        unit=ROUBLES,
        steps=steps,
        references=first.references,
        warnings=tuple(warnings),
    )


def months_too_old(cuts: Sequence[FeeCut], on: date) -> list[str]:
    """The months whose last day lies further back than a request for a cut may reach."""
    late = [cut.month for cut in cuts if raw_end(_last(cut.month), legal_term("upkeep_reduction_request", on)) < on]
    return [dates.month(month) for month in sorted(late)]


def _last(month: date) -> date:
    return month.replace(day=upkeep_reduction.days_of(month))
