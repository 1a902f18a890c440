"""What Pydantic found wrong, in Russian that says how to mend it."""

from __future__ import annotations

from typing import Any

_BY_TYPE = {
    "missing": "нет ответа; впишите его",
    "extra_forbidden": "такого вопроса нет; проверьте имя",
    "model_type": "здесь нужна группа ответов, а не один ответ",
    "model_attributes_type": "здесь нужна группа ответов, а не один ответ",
    "dict_type": "здесь нужны строки вида «имя: ответ»",
    "list_type": "здесь нужен список",
    "tuple_type": "здесь нужен список",
    "string_type": "здесь нужен текст",
    "bool_parsing": "ответьте «да» или «нет»",
    "bool_type": "ответьте «да» или «нет»",
    "too_short": "слишком мало строк: добавьте хотя бы {min_length}",
    "too_long": "слишком много строк: можно не больше {max_length}",
    "greater_than": "число должно быть больше {gt}",
    "greater_than_equal": "число должно быть не меньше {ge}",
    "less_than": "число должно быть меньше {lt}",
    "less_than_equal": "число должно быть не больше {le}",
}


class Refusal(str):
    """The text of a problem that knows the way on.

    `instead` is the kind of filing that fits when this one does not; `number` are digits that the person may keep
    although `doubt` («ИНН … не сходится с контрольной цифрой»). Each is empty when there is none.
    """

    instead: str
    number: str
    doubt: str

    def __new__(cls, text: str, instead: str = "", number: str = "", doubt: str = "") -> Refusal:
        refusal = super().__new__(cls, text)
        refusal.instead, refusal.number, refusal.doubt = instead, number, doubt
        return refusal

    @property
    def note(self) -> str:
        """What is said of a number that the person has kept, or of another doubtful answer."""
        doubt = f"{self.doubt[:1].upper()}{self.doubt[1:]}"
        return f"{doubt}; оставлен, как в вашем документе" if self.number else doubt


def russian(error: dict[str, Any]) -> str:
    """The Russian text of one Pydantic error; our own errors are Russian already."""
    kind = error["type"]
    if kind in _BY_TYPE and not (kind == "too_long" and "max_length" not in error.get("ctx", {})):
        return _BY_TYPE[kind].format(**error.get("ctx", {}))
    if kind == "value_error":
        return str(error["ctx"]["error"])
    text = error["msg"]
    return text if any("а" <= sign <= "я" for sign in text) else "ответ не подходит; проверьте его"
