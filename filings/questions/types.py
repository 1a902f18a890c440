"""Types of answers: each cleans noise silently and refuses the rest in Russian, saying how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BeforeValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from filings.questions import addresses, identifiers, numbers, texts, times


@dataclass(frozen=True)
class Widget:
    """How a page asks for the type: `kind` names the control, `suffix` stands behind the box."""

    kind: str
    suffix: str = ""
    inputmode: str = ""


def _not_after_today(value: date | datetime, info: ValidationInfo) -> date | datetime:
    on = (info.context or {}).get("on")
    day = value.date() if isinstance(value, datetime) else value
    if on is not None and day > on:
        raise PydanticCustomError(
            "future",
            "дата {day} ещё не наступила (документ составляется {on}); проверьте её",
            {"day": f"{day:%d.%m.%Y}", "on": f"{on:%d.%m.%Y}"},
        )
    return value


def _email(value: Any) -> str:
    text = re.sub(r" ?([@.]) ?", r"\1", texts.line(value))
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        raise PydanticCustomError(
            "email", "«{text}» не похоже на адрес почты; нужен вид имя@почта.рф", {"text": text}
        ) from None


Text = Annotated[str, BeforeValidator(texts.line), Widget("text")]
LongText = Annotated[str, BeforeValidator(texts.long_text), Widget("long_text")]
AddressLine = Annotated[str, BeforeValidator(addresses.address_line), Widget("address")]
NamePart = Annotated[str, BeforeValidator(texts.name_part), Widget("text")]
Email = Annotated[str, BeforeValidator(_email), Widget("email", inputmode="email")]
Phone = Annotated[str, BeforeValidator(identifiers.phone), Widget("phone", inputmode="tel")]

Roubles = Annotated[Decimal, BeforeValidator(numbers.roubles), Widget("money", suffix="руб.", inputmode="decimal")]
Number = Annotated[Decimal, BeforeValidator(numbers.decimal), Widget("number", inputmode="decimal")]
Whole = Annotated[int, BeforeValidator(numbers.whole), Widget("number", inputmode="numeric")]
YesNo = Annotated[bool, BeforeValidator(texts.yes_no), Widget("yes_no")]

Day = Annotated[date, BeforeValidator(times.day), Widget("day")]
PastDay = Annotated[date, BeforeValidator(times.day), AfterValidator(_not_after_today), Widget("day")]
Month = Annotated[date, BeforeValidator(times.month), Widget("month")]
Moment = Annotated[datetime, BeforeValidator(times.moment), Widget("moment")]
PastMoment = Annotated[datetime, BeforeValidator(times.moment), AfterValidator(_not_after_today), Widget("moment")]

Snils = Annotated[str, BeforeValidator(identifiers.snils), Widget("digits", inputmode="numeric")]
PersonInn = Annotated[str, BeforeValidator(identifiers.person_inn), Widget("digits", inputmode="numeric")]
OrganisationInn = Annotated[str, BeforeValidator(identifiers.organisation_inn), Widget("digits", inputmode="numeric")]
Ogrn = Annotated[str, BeforeValidator(identifiers.ogrn), Widget("digits", inputmode="numeric")]
Bik = Annotated[str, BeforeValidator(identifiers.bik), Widget("digits", inputmode="numeric")]
AccountNumber = Annotated[str, BeforeValidator(identifiers.account_number), Widget("digits", inputmode="numeric")]
Ogrnip = Annotated[str, BeforeValidator(identifiers.ogrnip), Widget("digits", inputmode="numeric")]
