"""The hearing that a person stays away from, and what the person thinks of the claim."""

from __future__ import annotations

from filings.questions import Block, Choice, Moment, YesNo, question
from filings.schemas.printed_texts import Story


class Position(Choice):
    """Что человек думает об иске."""

    SUPPORTS = "supports", "поддерживаю иск", "Если иск ваш или вы с ним согласны"
    OBJECTS = "objects", "возражаю против иска"
    PARTLY = "partly", "часть иска верна", "Дальше напишите, с чем именно"
    LEAVES = "leaves", "решайте на усмотрение суда"


class Hearing(Block):
    """Заседание, на которое человек не придёт."""

    at: Moment | None = question(
        "Когда заседание", ru="когда", unsure="напишем без даты", example="10.12.2026 11:30", hint="Есть в повестке"
    )
    all: YesNo = question("Провести без вас и все следующие заседания?", ru="все_заседания", default=True)
    reason: Story | None = question(
        "Почему не сможете прийти",
        ru="причина",
        optional=True,
        hint="Закон причины не требует. Если пишете — полным предложением",
        example="Живу в другом городе, дорога мне не по средствам.",
    )
    personal: YesNo = question(
        "Это спор об увольнении, о детях или о моральном вреде?",
        ru="нужны_личные_объяснения",
        default=False,
        hint="В таких делах суду важно услышать вас самих",
    )


class Opinion(Block):
    """Позиция по иску: без неё суд не знает, чего хочет отсутствующий."""

    position: Position = question("Как вы относитесь к иску", ru="позиция")
    why: Story | None = question(
        "Почему",
        ru="почему",
        when="position=supports|objects|leaves",
        optional=True,
        hint="Коротко, полными предложениями. Подробности — в иске или возражениях",
    )
    agreed_with: Story | None = question(
        "С чем согласны, а с чем нет",
        ru="с_чем_согласны",
        when="position=partly",
        hint="Полными предложениями",
        example="Долг за июль признаю. С неустойкой не согласен: квитанции приходили на чужой адрес.",
    )
