"""Days, months and moments as people write them: «10.03.2026», «10 марта 2026», «2026-03-10», «10.03.2026 18:30»."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from pydantic_core import PydanticCustomError

_MONTHS = (
    ("январь", "января", "январе"),
    ("февраль", "февраля", "феврале"),
    ("март", "марта", "марте"),
    ("апрель", "апреля", "апреле"),
    ("май", "мая", "мае"),
    ("июнь", "июня", "июне"),
    ("июль", "июля", "июле"),
    ("август", "августа", "августе"),
    ("сентябрь", "сентября", "сентябре"),
    ("октябрь", "октября", "октябре"),
    ("ноябрь", "ноября", "ноябре"),
    ("декабрь", "декабря", "декабре"),
)
_DAY_FORMS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"),
    re.compile(r"(?P<d>\d{1,2})[./\-–— ](?P<m>\d{1,2})[./\-–— ](?P<y>\d{4})(\s*г\.?)?"),
    re.compile(r"(?P<d>\d{1,2})\s+(?P<word>[а-яё]+)\.?\s+(?P<y>\d{4})(\s*(г\.?|года))?", re.IGNORECASE),
)
_MONTH_FORMS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})(-01)?"),
    re.compile(r"(01\.)?(?P<m>\d{1,2})[./](?P<y>\d{4})"),
    re.compile(r"(?P<word>[а-яё]+)\.?\s+(?P<y>\d{4})(\s*(г\.?|года))?", re.IGNORECASE),
)
_CLOCK = re.compile(
    r"^(?P<day>.+?)(?:\s*,?\s+(?:в\s+)?|T)(?P<h>\d{1,2})(?:[:.-]| ?ч\.? ?)(?P<min>\d{2})(?::\d{2}| ?мин\.?)?$"
)


def day(value: Any) -> date:
    """A calendar day between 1900 and 2100."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return _match(value, _DAY_FORMS, "дату числами: день, месяц, год четырьмя цифрами, например 10.03.2026")


def month(value: Any) -> date:
    """A month, kept as its first day."""
    if isinstance(value, date):
        return value.replace(day=1)
    return _match(value, _MONTH_FORMS, "месяц и год, например 03.2026 или март 2026")


def moment(value: Any) -> datetime:
    """A day with a time of day, local, without a zone."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None, second=0, microsecond=0)
    found = _CLOCK.match(" ".join(str(value).split()))
    if not found or int(found["h"]) > 23 or int(found["min"]) > 59:
        raise PydanticCustomError("moment", "напишите дату и время, например 10.03.2026 18:30")
    on = day(found["day"])
    return datetime(on.year, on.month, on.day, int(found["h"]), int(found["min"]))


def _match(value: Any, forms: tuple[re.Pattern[str], ...], wanted: str) -> date:
    text = " ".join(re.sub('[«»"“”„]', "", str(value)).split())
    for form in forms:
        if found := form.fullmatch(text):
            return _calendar_day(found.groupdict(), wanted)
    raise PydanticCustomError("day", "напишите {wanted}", {"wanted": wanted})


def _calendar_day(part: dict[str, str | None], wanted: str) -> date:
    number = int(part["m"]) if part.get("m") else _month_number(part["word"] or "")
    try:
        on = date(int(part["y"] or 0), number, int(part.get("d") or 1))
    except ValueError:
        raise PydanticCustomError("day", "такого дня нет в календаре; напишите {wanted}", {"wanted": wanted}) from None
    if not 1900 <= on.year <= 2100:
        raise PydanticCustomError("day", "проверьте год: {year}", {"year": on.year})
    return on


def _month_number(word: str) -> int:
    """The month by its name in full or by its first letters, three at least: «сент»; 0 when there is none."""
    word = word.lower()
    found = (number for number, forms in enumerate(_MONTHS, 1) if any(form.startswith(word) for form in forms))
    return next(found, 0) if len(word) >= 3 else 0
