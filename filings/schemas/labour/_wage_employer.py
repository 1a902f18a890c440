"""The employer that a worker sues: an organisation or an entrepreneur, never a director in person."""

from __future__ import annotations

import re

from pydantic import model_validator

from filings.questions import wrong
from filings.russian.names import detect_gender, is_patronymic
from filings.schemas.employers import Employer, EmployerByName

_FORM = re.compile(
    r"\b(ООО|АО|ПАО|ЗАО|ОАО|НАО|ТСЖ|ТСН|СНТ|ЖСК|ГУП|МУП|ФГУП|АНО|НКО|[ФГМКБАОДЗ]{1,6}У|общество|товарищество|кооператив|"
    r"учреждение|предприятие|организация|фонд|компания|корпорация|партнёрство|объединение|ассоциация|союз|хозяйство|"
    r"администрация|управление|министерство|департамент|комитет|отделение|служба)\b",
    re.I,
)
_FORM_ALONE = re.compile(r"\W*(ООО|АО|ПАО|ЗАО|ОАО|НАО|общество с ограниченной ответственностью)\W*", re.I)
_ENTREPRENEUR = re.compile(r"^(ИП|индивидуальный предприниматель)\b", re.I)
_POST = re.compile(
    r"^((генеральн|исполнительн|коммерческ|финансов|главн)\w+ )?"
    r"(директор(?!ия)|руководител|начальник|управляющ(?!ая)|заведующ|бухгалтер(?!и|ск)|учредител|владелец|хозяин|"
    r"председател|граждан(ин|ка|ину)\b|гр\.)",
    re.I,
)
_SHORT_NAME = re.compile(r"[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.\s*([А-ЯЁ]\.)?|[А-ЯЁ]\.\s*([А-ЯЁ]\.)?\s*[А-ЯЁ][а-яё-]+")


class EmployerToAsk(EmployerByName):
    """Работодатель, к которому обращаются: отвечает он, а не директор."""

    @model_validator(mode="after")
    def _is_not_a_director(self) -> EmployerToAsk:
        title = self.title or ""
        if self.is_person:
            return self
        if _ENTREPRENEUR.match(title):
            raise wrong("title", "это предприниматель: вернитесь к вопросу «Кто ваш работодатель» и выберите его")
        if _FORM_ALONE.fullmatch(title):
            raise wrong("title", "допишите само название, например: ООО «Ромашка»")
        if _POST.match(title) or _is_a_name(title):
            raise wrong(
                "title",
                "здесь нужно название организации: зарплату должна она, а не директор или бухгалтер. Название есть "
                "в договоре, на расчётном листке, на сайте налоговой службы. Если вы работали у предпринимателя, "
                "выберите «индивидуальный предприниматель»",
            )
        return self

    @property
    def form_is_named(self) -> bool:
        """Whether the title says what kind of organisation it is: «ООО», «учреждение»."""
        return self.is_person or bool(_FORM.search(self.title or ""))


class WageEmployer(Employer, EmployerToAsk):
    """Работодатель, который не заплатил, со сведениями для суда."""


def _is_a_name(title: str) -> bool:
    words = title.split()
    if _FORM.search(title) or any(quote in title for quote in '«»"'):
        return False
    if _SHORT_NAME.fullmatch(title):
        return True
    if not 2 <= len(words) <= 4:
        return False
    return any(is_patronymic(word) for word in words[1:]) or (
        len(words) == 2 and any(detect_gender(*pair, None) for pair in (words, words[::-1]))
    )
