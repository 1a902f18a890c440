"""Why a refusal of a benefit is wrong: one block of questions for each mistake of the body."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from filings.questions import Block, Choice, Day, LongText, PastDay, PeriodBlock, Text, question
from filings.russian import dates


def _phrase(text: str) -> str:
    if text and not re.search(r"\w", text):
        raise PydanticCustomError("phrase", "напишите это словами")
    return text.rstrip(" .;")


# Printed inside a sentence, so it brings no full stop of its own.
Phrase = Annotated[Text, AfterValidator(_phrase)]


def proof_page() -> str | None:
    """The same question about a paper in every mistake."""
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
    proof: Phrase | None = proof_page()


class FamilyMistake(Choice):
    """Кого включили или пропустили."""

    INCLUDED = "included", "включили ошибочно"
    OMITTED = "omitted", "не учли"


class FamilyFlaw(Block):
    """Человек, которого включили в семью напрасно или пропустили."""

    mistake: FamilyMistake = question("Что сделали неверно", ru="ошибка")
    who: Phrase = question("Кто это", ru="кто", hint="Имя и кем приходится", example="Королёв И.С., бывший муж")
    story: LongText = question(
        "Почему это неверно", ru="почему", hint="Брак расторгнут, живёт отдельно, родился ребёнок — с датами"
    )
    proof: Phrase | None = proof_page()


class IdleReason(Choice):
    """Причина, по которой дохода не было. Полный перечень — в Правилах, утв. ПП РФ от 16.12.2022 № 2330."""

    CHILD = "child_care", "уход за ребёнком"
    CARE = "care", "уход за инвалидом или пожилым человеком"
    ILLNESS = "illness", "болезнь, лечение"
    STUDY = "study", "очная учёба"
    PREGNANCY = "pregnancy", "беременность"
    LARGE = "large_family", "многодетная семья", "Для одного из родителей"
    SINGLE = "single_parent", "единственный родитель"
    UNEMPLOYED = "unemployed", "регистрация в службе занятости"
    SERVICE = "service", "служба по призыву"
    OTHER = "other", "другая причина"


class IdlePeriod(PeriodBlock):
    """Время без дохода по уважительной причине."""

    who: Text = question("Кто был без дохода", ru="кто", example="Королёва М.П.")
    reason: IdleReason = question("Почему", ru="причина")
    other_reason: Text | None = question("Какая это причина", ru="другая_причина", when="reason=other")
    since: PastDay = question("С какого дня", ru="начало", period="Когда не было дохода")
    until: Day | None = question("По какой день", ru="конец", optional=True, ends="since", open_end="Ещё длится")
    proof: Phrase | None = proof_page()

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
    proof: Phrase | None = proof_page()
