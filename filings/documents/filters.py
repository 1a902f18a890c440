"""Jinja filters under Russian names: what a lawyer writes after the bar in `{{ сумма|руб }}`. Pure functions."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import Undefined

from filings.documents.sandbox import Sandbox
from filings.errors import FilingError, TemplateError
from filings.russian import dates, numbers
from filings.russian.forms import Case
from filings.russian.typography import typeset

if TYPE_CHECKING:
    from filings.russian.wording import Wording

Filter = Callable[..., Any]


class ShortName(str):
    """«Иванова М.П.» that remembers the full name: only «Иванова Мария Петровна» tells how to decline it."""

    full: str

    def __new__(cls, text: str, full: str) -> "ShortName":
        short = super().__new__(cls, text)
        short.full = full
        return short

    def in_case(self, wording: "Wording", case: Case) -> str:
        """The surname as in the declined full name, the initials as they are; a name without initials as a whole."""
        declined = wording.form(self.full, case)
        parted = re.fullmatch(r"(.+?)(\s+)(\S*\..*)", self)
        if not parted:
            return declined
        surname = declined.split()[: len(parted[1].split())]
        return " ".join(surname) + parted[2] + parted[3]


def environment(wording: "Wording") -> Sandbox:
    """The sandbox with all filters; cases are taken from `wording`, which holds the forms a person has corrected."""
    return Sandbox(filters(wording), typeset)


def filters(wording: "Wording") -> dict[str, Filter]:
    """Every filter by its Russian name."""
    return {name: _refusing(name, function) for name, function in (_cases(wording) | _PLAIN).items()}


@lru_cache(maxsize=1)
def names() -> Mapping[str, Filter]:
    """The filters as names for compiling a template and for checking it; the case filters do not work here."""
    return filters(None)  # type: ignore[arg-type]


def _refusing(name: str, function: Filter) -> Filter:
    def guarded(value: Any, *arguments: Any) -> Any:
        if isinstance(value, Undefined):
            str(value)  # raises and says which name is missing
        if value is None:
            raise TemplateError(f"фильтру «{name}» досталось пустое значение: окружите это место условием {{% if … %}}")
        try:
            return function(value, *arguments)
        except FilingError as error:
            raise TemplateError(error.message) from error
        except TypeError as error:
            raise TemplateError(f"фильтр «{name}» написан не так: проверьте, что стоит в скобках") from error

    return guarded


def _cases(wording: "Wording") -> dict[str, Filter]:
    def in_case(case: Case) -> Filter:
        return lambda value: (
            value.in_case(wording, case) if isinstance(value, ShortName) else (wording.form(name_of(value), case))
        )

    return {case.ru: in_case(case) for case in Case}


def name_of(value: Any) -> str:
    """The text to decline: a string, or the «фио» of a person, the «название» of a body."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping) and isinstance(text := value.get("фио") or value.get("название"), str):
        return text
    raise TemplateError("склонять можно текст, человека (фио) или организацию (название)")


def short_name(person: Any) -> ShortName:
    """«Иванова М.П.» of a person; may be followed by a case."""
    return ShortName(_of_person(person, "кратко"), name_of(person))


def signature(person: Any) -> str:
    """«М.П. Иванова»."""
    return _of_person(person, "подпись")


def _of_person(person: Any, key: str) -> str:
    if isinstance(person, Mapping) and isinstance(text := person.get(key), str) and text:
        return text
    raise TemplateError(f"«{key}» бывает у человека, у которого заполнено фио, а здесь другое значение")


def by_gender(value: Any, male: str, female: str) -> str:
    """«работал» or «работала»; `value` is a person's dict with «пол», or the gender itself."""
    gender = value.get("пол") if isinstance(value, Mapping) else value
    forms = {"мужской": male, "женский": female, "male": male, "female": female}
    if not isinstance(gender, str) or str(gender) not in forms:
        raise TemplateError(f"неизвестно, «{male}» или «{female}»: у этого лица не указан пол")
    return forms[str(gender)]


def money(amount: Any) -> str:
    """«152 300,50 руб.»."""
    return numbers.money(_number(amount))


def money_in_words(amount: Any, case: str = "именительный") -> str:
    """«152 300 (сто пятьдесят две тысячи триста) рублей 50 копеек» in `case`, named in Russian."""
    return numbers.money_in_words(_number(amount), Case.parse(case))


def number(value: Any) -> str:
    """«14,25»."""
    return numbers.number(_number(value))


def plural_word(value: Any, one: str, few: str, many: str) -> str:
    """The word that goes with a number: «день», «дня», «дней»; of a list, with its length."""
    return numbers.plural(len(value) if isinstance(value, list) else _number(value), one, few, many)


def _number(value: Any) -> int | Decimal:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return value
    raise TemplateError("здесь нужно число, а стоит другое значение")


def _on(function: Callable[[date], str]) -> Filter:
    def of_date(value: Any) -> str:
        if not isinstance(value, date):
            raise TemplateError("здесь нужна дата, а стоит другое значение")
        return function(value)

    return of_date


def moment(value: Any) -> str:
    """«10.11.2026 в 18:30»."""
    if not isinstance(value, datetime):
        raise TemplateError("здесь нужны дата и время, а стоит другое значение")
    return dates.moment(value)


def capitalised(text: Any) -> str:
    """The first letter large, the rest as it is; a name spelt its own way stays («iPhone»)."""
    text = _text(text)
    return text if text[1:2].isupper() else text[:1].upper() + text[1:]


def uncapitalised(text: Any) -> str:
    """The first letter small, except in an abbreviation («ООО», «МВД»)."""
    text = _text(text)
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _text(value: Any) -> str:
    if isinstance(value, str):
        return str(value)
    raise TemplateError("здесь нужен текст, а стоит другое значение")


def joined(items: Any, conjunction: str = "и") -> str:
    """«а, б и в»."""
    texts = [_text(item) for item in _list(items)]
    if not texts:
        raise TemplateError("список пуст: окружите это место условием {% if … %}")
    return f" {conjunction} ".join(filter(None, [", ".join(texts[:-1]), texts[-1]]))


def paragraphs(text: Any) -> list[str]:
    """The paragraphs of a long answer, for `{%p for абзац in рассказ|абзацы %}`; blank lines are dropped."""
    return [line.strip() for line in _text(text).splitlines() if line.strip()]


def count(items: Any) -> int:
    """How many there are in a list."""
    return len(_list(items))


def _list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    raise TemplateError("здесь нужен список, а стоит другое значение")


_PLAIN: dict[str, Filter] = {
    "кратко": short_name,
    "подпись": signature,
    "род": by_gender,
    "руб": money,
    "прописью": money_in_words,
    "число": number,
    "мн": plural_word,
    "количество": count,
    "дата": _on(dates.day),
    "дата_словами": _on(dates.long_day),
    "дата_подписи": _on(dates.signature_day),
    "месяц": _on(dates.month),
    "момент": moment,
    "с_большой": capitalised,
    "с_маленькой": uncapitalised,
    "список": joined,
    "абзацы": paragraphs,
}
