"""The judgment or order that is to be carried out, and where its writ goes."""

from __future__ import annotations

from datetime import date, timedelta

from pydantic import model_validator

from filings.questions import AddressLine, Block, Choice, PastDay, YesNo, question, wrong
from filings.rules.figures import day
from filings.schemas import advice
from filings.schemas.procedure._texts import BailiffsOffice


class Act(Choice):
    """Что вынес суд."""

    DECISION = "decision", "решение"
    ORDER = "court_order", "судебный приказ"


class Appealed(Choice):
    """Что было с решением дальше."""

    NO = "no", "не обжаловали"
    UPHELD = "upheld", "апелляция оставила без изменения"
    CHANGED = "changed", "апелляция изменила или приняла новое"


class Way(Choice):
    """Куда деть лист. Source: ГПК РФ, ст. 428, ч. 1; ст. 130."""

    HANDS = "hands", "забрать самому"
    POST = "post", "прислать почтой"
    BAILIFFS = "bailiffs", "сразу отправить приставам"


class Judgment(Block):
    """Решение или приказ: когда вынесено и когда вступило в силу. Source: ГПК РФ, ст. 209, 329."""

    made_on: PastDay = question("Дата решения или приказа", ru="дата")
    at_once: YesNo | None = question(
        "В решении сказано, что оно исполняется немедленно?",
        ru="немедленно",
        when="act=decision",
        hint="Так бывает с алиментами, зарплатой за три месяца, восстановлением на работе",
    )
    appealed: Appealed | None = question("Решение обжаловали?", ru="обжаловали", when="act=decision")
    final_on: PastDay | None = question(
        "Когда суд изготовил полное решение",
        ru="изготовлено",
        when="act=decision & appealed=no",
        unsure="день вступления в силу проверит суд",
        hint="День стоит в конце решения или на сайте суда",
    )
    upheld_on: PastDay | None = question(
        "Дата апелляционного определения", ru="дата_апелляции", when="act=decision & appealed=upheld|changed"
    )

    @model_validator(mode="after")
    def _in_order(self) -> Judgment:
        for name in ("final_on", "upheld_on"):
            if (later := getattr(self, name)) and later < self.made_on:
                raise wrong(name, "этот день раньше даты решения {made}; поправьте дату", made=day(self.made_on))
        return self

    @property
    def objections_until(self) -> date | None:
        """ГПК РФ, ст. 128: the earliest end of the debtor's term, as if the copy came on the day of the order."""
        return advice.term("", "court_order_objection", self.made_on, "").day

    @property
    def in_force_on(self) -> date | None:
        """ГПК РФ, ст. 209, ч. 1; ст. 329, ч. 5: the day after the term of appeal, or the day of the appeal ruling."""
        if self.upheld_on or not self.final_on:
            return self.upheld_on
        last = advice.term("", "court_appeal", self.final_on, "").day
        return last + timedelta(days=1) if last else None


class Bailiffs(Block):
    """Отдел приставов, куда суд отправит лист. Source: 229-ФЗ, ст. 33."""

    title: BailiffsOffice = question(
        "Название отдела",
        ru="название",
        example="Отделение судебных приставов по Заволжскому району г. Твери",
        hint="По адресу должника; отдел можно найти на сайте службы приставов",
    )
    address: AddressLine | None = question("Адрес отдела", ru="адрес", optional=True)
