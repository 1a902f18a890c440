"""An absence from home: who was away and when, which services had no meter, what proves it. ПП РФ № 354, п. 86–97."""

from __future__ import annotations

from datetime import date, timedelta

from pydantic import model_validator

from filings.parameters import parameter
from filings.questions import Block, Choice, Day, PastDay, PeriodBlock, YesNo, question, wrong
from filings.rules.figures import days
from filings.russian import dates
from filings.schemas.printed_texts import PersonName

LEAST = "absence_least_days"
ONE_DAY = timedelta(days=1)


class AbsentService(Choice):
    """За что просят пересчёт. Отопление не пересчитывают: ПП РФ № 354, п. 86."""

    COLD_WATER = "cold_water", "холодная вода"
    HOT_WATER = "hot_water", "горячая вода"
    DRAINAGE = "drainage", "водоотведение"
    ELECTRICITY = "electricity", "электричество"
    GAS = "gas", "газ для плиты"
    WASTE = "waste", "вывоз мусора"

    @property
    def of_what(self) -> str:
        """«холодному водоснабжению», after «платы по»."""
        return _OF_WHAT[self]


_OF_WHAT = {
    AbsentService.COLD_WATER: "холодному водоснабжению",
    AbsentService.HOT_WATER: "горячему водоснабжению",
    AbsentService.DRAINAGE: "водоотведению",
    AbsentService.ELECTRICITY: "электроснабжению",
    AbsentService.GAS: "газоснабжению",
    AbsentService.WASTE: "обращению с твёрдыми коммунальными отходами",
}
METERED = (AbsentService.COLD_WATER, AbsentService.HOT_WATER, AbsentService.ELECTRICITY, AbsentService.GAS)
HAS_METERED = "services=" + "|".join(service.value for service in METERED)


class Meter(Choice):
    """Есть ли счётчик. Source: ПП РФ № 354, п. 86."""

    IMPOSSIBLE = "impossible", "нет и поставить нельзя", "Есть акт, что установить счётчик технически невозможно"
    POSSIBLE = "possible", "нет, но поставить можно"
    BROKEN = "broken", "есть, но сломан"
    WORKS = "works", "есть и работает"


class Absence(PeriodBlock):
    """Отсутствие."""

    left_on: Day = question("День отъезда", ru="уехали", period="Отъезд и возвращение")
    returned: YesNo = question("Уже вернулись?", ru="вернулись")
    back_on: PastDay | None = question("День возвращения", ru="возвращение", when="returned", ends="left_on")
    planned_on: Day | None = question(
        "Когда собираетесь вернуться",
        ru="вернётесь",
        when="!returned",
        ends="left_on",
        hint="Можно примерно: потом срок продлевают",
    )
    beyond_control: YesNo = question(
        "Не могли вернуться из-за стихийного бедствия, эвакуации, другой непреодолимой силы?",
        ru="непреодолимая_сила",
        default=False,
    )

    @model_validator(mode="after")
    def _long_enough(self) -> Absence:
        name = "back_on" if self.returned else "planned_on"
        if self.ends_on <= self.left_on:
            raise wrong(name, "возвращение не позже отъезда; поправьте одну из дат")
        least = parameter(LEAST).latest().value
        if self.full_days <= least:
            raise wrong(
                name,
                "полных дней между отъездом и возвращением {full}, а плату пересчитывают, когда их больше {least}; "
                "сами дни отъезда и возвращения не считают",
                full=self.full_days,
                least=least,
            )
        return self

    @property
    def ends_on(self) -> date:
        """The day of the return, past or planned."""
        found = self.back_on or self.planned_on
        return found or self.left_on

    @property
    def full_days(self) -> int:
        """ПП РФ № 354, п. 90: the days of leaving and of returning do not count."""
        return (self.ends_on - self.left_on).days - 1

    @property
    def described(self) -> str:
        """«с 02.09.2026 по 30.09.2026 (29 дн.)»: the full days."""
        span = dates.period(self.left_on + ONE_DAY, self.ends_on - ONE_DAY)
        return f"{span} ({days(self.full_days)})"


class Absentee(Block):
    """Кто отсутствовал. Source: ПП РФ № 354, п. 92."""

    name: PersonName = question("Фамилия, имя, отчество", ru="фио", example="Петров Пётр Иванович")


class Proof(Choice):
    """Чем подтверждено отсутствие. Source: ПП РФ № 354, п. 93."""

    TICKETS = "tickets", "билеты"
    TRIP = "business_trip", "командировочные документы"
    HOSPITAL = "hospital", "справка из больницы или санатория"
    UNIT = "military_unit", "справка из воинской части", "Служба, участие в СВО, сборы"
    HOTEL = "hotel", "счета гостиницы или договор найма другого жилья"
    REGISTRATION = "registration", "свидетельство о регистрации по месту пребывания"
    SCHOOL = "school", "справка с места учёбы или вахты"
    COUNTRY = "country", "справка из садового товарищества"
    GUARD = "guard", "справка охраны о сдаче квартиры под сигнализацию"
    OTHER = "other", "другой документ"

    @property
    def words(self) -> tuple[str, ...]:
        """Words by which an exhibit is known to be this document."""
        return _WORDS[self]

    @property
    def named(self) -> str:
        """The document in the middle of a sentence, nominative."""
        return _NAMED[self]

    @property
    def paper(self) -> str:
        """How the list of attachments names it."""
        return _PAPERS[self]


_PAPERS = {
    Proof.TICKETS: "Копии проездных билетов",
    Proof.TRIP: "Копии командировочных документов",
    Proof.HOSPITAL: "Справка о лечении",
    Proof.UNIT: "Справка из воинской части",
    Proof.HOTEL: "Счета за проживание или договор найма другого жилья",
    Proof.REGISTRATION: "Копия свидетельства о регистрации по месту пребывания",
    Proof.SCHOOL: "Справка с места учёбы или работы вахтовым методом",
    Proof.COUNTRY: "Справка садоводческого товарищества о проживании",
    Proof.GUARD: "Справка охранной организации",
    Proof.OTHER: "Документ, подтверждающий отсутствие",
}
_NAMED = {
    Proof.TICKETS: "проездные билеты",
    Proof.TRIP: "командировочные документы",
    Proof.HOSPITAL: "справка о лечении",
    Proof.UNIT: "справка из воинской части",
    Proof.HOTEL: "документы о проживании в другом месте",
    Proof.REGISTRATION: "свидетельство о регистрации по месту пребывания",
    Proof.SCHOOL: "справка с места учёбы или работы",
    Proof.COUNTRY: "справка садоводческого товарищества",
    Proof.GUARD: "справка охранной организации",
    Proof.OTHER: "другой прилагаемый документ",
}
_WORDS: dict[Proof, tuple[str, ...]] = {
    Proof.TICKETS: ("билет",),
    Proof.TRIP: ("командиров",),
    Proof.HOSPITAL: ("лечен", "больниц", "санатор"),
    Proof.UNIT: ("воинск", "войсков"),
    Proof.HOTEL: ("гостиниц", "найм", "прожива"),
    Proof.REGISTRATION: ("регистрац",),
    Proof.SCHOOL: ("учёб", "учеб", "вахт", "с работы"),
    Proof.COUNTRY: ("садов", "дач"),
    Proof.GUARD: ("охран",),
    Proof.OTHER: ("отсутств",),
}
