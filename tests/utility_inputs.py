"""Answers about cold rooms and cold tap water: the product's sample with some pages replaced."""

import copy
from datetime import date
from typing import Any

from filings.catalogue import kind_of
from filings.documents.paperwork import Paperwork
from filings.documents.word_text import text_of
from filings.questions.reading import read_answers
from filings.questions.validation import validate

ON = date(2026, 11, 22)
KIND = kind_of("utility_quality_complaint")
BREAK = {"проблема": "нет совсем", "замеры": None, "комната": None}
WATER = {"услуга": "горячая вода", "комната": None}
SILENT = {"сообщали": "нет", "звонки": None, "акт": None, "начисления": None, "начислено_полностью": None}
AGENT = {"фамилия": "Ким", "имя": "Олег", "отчество": "Ильич", "полномочия": "законный представитель"}
POWER = {
    "полномочия": "доверенность",
    "номер_полномочий": "№ 12 от 02.11.2026",
    "адрес": "344000, г. Азов, ул. Мира, д. 1",
    "телефон": "+7 918 555-00-11",
}
SIGNERS = [{"фио": "Петров Пётр Иванович"}, {"фио": "Лисицына Вера Павловна"}]


def answers(**changes: Any) -> dict[str, Any]:
    """The product's sample with some pages replaced; None takes a page away."""
    changed = copy.deepcopy(read_answers(KIND.sample)) | changes
    return {name: value for name, value in changed.items() if value is not None}


def part(name: str, **changes: Any) -> dict[str, Any]:
    """One page of the sample with some answers replaced."""
    return {
        name: {key: value for key, value in (read_answers(KIND.sample)[name] | changes).items() if value is not None}
    }


def text(**changes: Any) -> str:
    filing = validate(KIND.model, answers(**changes), on=ON)
    docx = Paperwork(KIND.template, filing, filing.conclude(ON), ON).filing_document([])
    return " ".join(text_of(docx).replace("\u2011", "-").split())


def act(**fields: str) -> dict[str, Any]:
    return {"акт": fields}


WARM = {"когда": "27.10.2026 19:00", "градусы": "54", "кто": "вы сами", "по_правилам": "да"}
COOL_DAY = {"когда": "27.10.2026 19:00", "градусы": "16,5", "кто": "вы сами", "по_правилам": "да"}
COLD = {"когда": "01.11.2026 00:00", "градусы": "39,5", "кто": "вы сами", "по_правилам": "да"}
DRAWN = {"состояние": "акт составили", "составлен": "28.10.2026 10:00", "номер": "4"}
ENDED = part("период", исправили="да", конец="16.11.2026 12:00")
