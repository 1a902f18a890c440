"""Why a refusal of a benefit is wrong: one block of questions for each mistake of the body."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, model_validator

from filings.questions import Block, Choice, Day, LongText, PastDay, Roubles, Text, Whole, question, wrong
from filings.russian import dates

# Printed inside a sentence, so it brings no full stop of its own.
Phrase = Annotated[Text, AfterValidator(lambda text: text.rstrip(" .;") or text)]
_UNIFIED = "benefit.kind=unified_child|unified_pregnancy"


def _proof() -> str | None:
    return question(
        "Чем это подтверждается",
        ru="чем_подтверждается",
        optional=True,
        hint="Название документа. Если его нет, оставьте пустым",
    )


class Flaw(Choice):
    """В чём ошибка решения."""

    INCOME = "income", "доход посчитан неверно", "Учли чужие деньги, разовую сумму, не тот период"
    PROPERTY = "property", "имущество учтено ошибочно", "Квартира, машина или участок, которые учитывать нельзя"
    FAMILY = "family", "неверно определён состав семьи", "Включили бывшего супруга или не учли ребёнка"
    NO_INCOME = "no_income_reason", "дохода не было по уважительной причине", "Уход за ребёнком, болезнь, учёба"
    REGISTRY = "registry", "ошибка в базах ведомств", "Фонд получил от другого ведомства неверные сведения"
    OTHER = "other", "другая ошибка"


class IncomeFlaw(Block):
    """Доход семьи. Source: 81-ФЗ, ст. 9; Правила, утв. ПП РФ от 16.12.2022 № 2330."""

    story: LongText = question(
        "Что Фонд посчитал неверно и как на самом деле",
        ru="что_неверно",
        hint="Полными предложениями: какие деньги учли зря или не те и почему",
    )
    refused_at: Roubles | None = question(
        "Какой доход на человека указан в решении", ru="в_решении", optional=True, hint="Если не указан, пропустите"
    )
    proof: Phrase | None = _proof()
    members: Whole | None = question(
        "Сколько человек в семье",
        ru="членов_семьи",
        when=_UNIFIED,
        optional=True,
        hint="Вы, супруг и дети до 18 лет; учащиеся очно — до 23",
        new_page="Проверим расчёт дохода",
    )
    minimum: Roubles | None = question(
        "Прожиточный минимум на душу населения в вашем регионе",
        ru="прожиточный_минимум",
        when=_UNIFIED,
        optional=True,
        hint="На день обращения. Есть в решении об отказе и на сайте правительства региона",
    )

    @model_validator(mode="after")
    def _possible(self) -> IncomeFlaw:
        if self.members == 0:
            raise wrong("members", "в семье не меньше одного человека: посчитайте и себя")
        if self.minimum == 0:
            raise wrong("minimum", "прожиточный минимум больше нуля; проверьте сумму или оставьте пустым")
        return self


class Income(Block):
    """Доход одного члена семьи за 12 месяцев."""

    source: Text = question("Чей доход и какой", ru="чей", example="Королёва М.П., заработная плата")
    amount: Roubles = question("Сколько за все 12 месяцев", ru="сумма", hint="До вычета налога")


class PropertyFlaw(Block):
    """Имущество, которое учитывать нельзя."""

    counted: Phrase = question(
        "Какое имущество вам засчитали", ru="что_учли", example="квартира по адресу: г. Тверь, ул. Мира, д. 3, кв. 8"
    )
    story: LongText = question(
        "Почему его нельзя учитывать",
        ru="почему",
        hint="Продано до обращения, малая доля, непригодно для жизни, под арестом — что, когда, по какому документу",
    )
    proof: Phrase | None = _proof()


class FamilyMistake(Choice):
    """Кого включили или пропустили."""

    INCLUDED = "included", "включили ошибочно"
    OMITTED = "omitted", "не учли"


class FamilyFlaw(Block):
    """Человек, которого включили в семью напрасно или пропустили."""

    mistake: FamilyMistake = question("Что сделали неверно", ru="ошибка")
    who: Phrase = question("Кого", ru="кто", hint="Имя и кем приходится", example="Королёв И.С., бывший муж")
    story: LongText = question(
        "Почему это неверно", ru="почему", hint="Брак расторгнут, живёт отдельно, родился ребёнок — с датами"
    )
    proof: Phrase | None = _proof()


class IdleReason(Choice):
    """Причина, по которой дохода не было. Полный перечень — в Правилах, утв. ПП РФ от 16.12.2022 № 2330."""

    CHILD = "child_care", "уход за ребёнком"
    CARE = "care", "уход за инвалидом или пожилым человеком"
    ILLNESS = "illness", "болезнь, лечение"
    STUDY = "study", "очная учёба"
    PREGNANCY = "pregnancy", "беременность"
    UNEMPLOYED = "unemployed", "регистрация в службе занятости"
    SERVICE = "service", "служба по призыву"
    OTHER = "other", "другая причина"


class IdlePeriod(Block):
    """Время без дохода по уважительной причине."""

    who: Text = question("Кто был без дохода", ru="кто", example="Королёва М.П.")
    reason: IdleReason = question("Почему", ru="причина")
    other_reason: Text | None = question("Какая это причина", ru="другая_причина", when="reason=other")
    since: PastDay = question("С какого дня", ru="начало")
    until: Day | None = question("По какой день", ru="конец", optional=True, hint="Если ещё длится, оставьте пустым")
    proof: Phrase | None = _proof()

    @model_validator(mode="after")
    def _in_order(self) -> IdlePeriod:
        if self.until and self.until < self.since:
            raise wrong("until", "закончилось раньше, чем началось; поправьте одну из дат")
        return self

    def as_row(self) -> dict[str, str | None]:
        """The line of the table in the complaint."""
        since = dates.day(self.since)
        return {
            "кто": self.who,
            "когда": dates.period(self.since, self.until) if self.until else f"с {since} по настоящее время",
            "причина": self.other_reason or self.reason.ru,
            "чем": self.proof,
        }


class RegistryFlaw(Block):
    """Неверные сведения, которые Фонд получил от другого ведомства."""

    wrong_record: Phrase = question(
        "Какие сведения неверны", ru="что_неверно", example="за мной числится квартира на ул. Мира, д. 3"
    )
    keeper: Phrase | None = question(
        "Чьи это сведения",
        ru="чьи",
        unsure="попросим Фонд сообщить, откуда они",
        example="Росреестр",
        hint="Росреестр, налоговая, ЗАГС, ГИБДД, служба занятости",
    )
    story: LongText = question(
        "Как на самом деле", ru="как_верно", hint="Полным предложением: что, когда, по какому документу"
    )
    proof: Phrase | None = question(
        "Кто или что может это подтвердить",
        ru="чем_подтверждается",
        optional=True,
        example="выписка из ЕГРН от 05.11.2026",
    )


def window(applied_on: date) -> tuple[date, date]:
    """First days of the first and the last month of income: 12 months before the month that precedes applying.

    Source: Правила, утв. ПП РФ от 16.12.2022 № 2330. Applying in January 2023 gives December 2021 to November 2022.
    """
    month = applied_on.year * 12 + applied_on.month - 1
    first, last = (divmod(month - back, 12) for back in (13, 2))
    return date(first[0], first[1] + 1, 1), date(last[0], last[1] + 1, 1)
