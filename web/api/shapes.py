"""Shapes of the answers of the API, as the stable JSON form of a conclusion fixes them."""

from __future__ import annotations

from typing import Any

_MONEY = {"type": ["string", "null"], "pattern": r"^-?\d+\.\d{2}$"}
_DAY = {"type": ["string", "null"], "format": "date"}
_TEXTS = {"type": "array", "items": {"type": "string"}}

FAILS = {
    413: "Запрос слишком большой",
    415: "Это не JSON",
    422: "Ответы не подходят; каждая ошибка названа по-русски",
}

# In an address a dated sum is one text, as on the command line.
DATED_SUMS = {
    "type": "array",
    "items": {"type": "string", "pattern": "^[^=]+=[^=]+$", "examples": ["2026-05-12=10000"]},
}


def _object(title: str, /, **properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "title": title,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


_STEP = _object(
    "Шаг расчёта",
    **{
        "from": _DAY | {"title": "С какого дня"},
        "until": _DAY | {"title": "По какой день"},
        "days": {"type": ["integer", "null"], "title": "Дней"},
        "base": _MONEY | {"title": "С какой суммы"},
        "rate": {"type": ["string", "null"], "title": "Ставка, проценты"},
        "formula": {"type": "string", "title": "Формула"},
        "amount": _MONEY | {"title": "Сколько получилось"},
    },
)

SCHEMAS: dict[str, Any] = {
    "Step": _STEP,
    "Conclusion": _object(
        "Итог расчёта",
        rule={"type": "string", "title": "Расчёт"},
        value={"type": ["string", "boolean"], "title": "Значение"},
        unit={"type": "string", "title": "Единица", "examples": ["руб."]},
        steps={"type": "array", "items": {"$ref": "#/components/schemas/Step"}, "title": "Шаги"},
        references=_TEXTS | {"title": "Нормы"},
        warnings=_TEXTS | {"title": "На что обратить внимание"},
    ),
    "Problem": _object(
        "Ошибка",
        path={"type": "string", "title": "У какого вопроса", "examples": ["payments.2.amount"]},
        message={"type": "string", "title": "Что не так и как исправить"},
    ),
    "Errors": _object("Ошибки", errors={"type": "array", "items": {"$ref": "#/components/schemas/Problem"}}),
    "RuleSummary": _object(
        "Расчёт",
        name={"type": "string"},
        title={"type": "string"},
        group={"type": "string"},
        url={"type": "string"},
    ),
    "KindSummary": _object("Документ", name={"type": "string"}, title={"type": "string"}, topic={"type": "string"}),
}
