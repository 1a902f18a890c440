"""Sums and numbers as people write them: «1 234,56 руб.», «12 000», «-3,5»."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic_core import PydanticCustomError

_MOST = Decimal("999999999999.99")
_NOISE = re.compile(r"[\s\u00a0\u202f']")
_CURRENCY = re.compile(r"(руб(лей|ля|ль)?\.?|р\.?|₽)$", re.IGNORECASE)


def roubles(value: Any) -> Decimal:
    """A sum in roubles with at most two decimals, not negative, exact (never through a float)."""
    amount = _parse(value, "сумму, например 12 500,50")
    if amount < 0:
        raise PydanticCustomError("money", "сумма не может быть меньше нуля")
    if amount > _MOST:
        raise PydanticCustomError("money", "сумма слишком большая; проверьте, нет ли лишних цифр")
    if amount != amount.quantize(Decimal("0.01")):
        raise PydanticCustomError("money", "в сумме больше двух цифр после запятой; округлите до копеек")
    return amount.quantize(Decimal("0.01"))


def decimal(value: Any) -> Decimal:
    """A number with a comma or a point, at most six decimals."""
    number = _parse(value, "число, например 16,5")
    if abs(number) > _MOST or number != number.quantize(Decimal("0.000001")):
        raise PydanticCustomError("number", "число слишком длинное; округлите его")
    return number


def whole(value: Any) -> int:
    """A whole number, not negative."""
    number = _parse(value, "целое число, например 12")
    if number != number.to_integral_value() or not 0 <= number < 10**9:
        raise PydanticCustomError("whole", "здесь нужно целое число, например 12")
    return int(number)


def _parse(value: Any, wanted: str) -> Decimal:
    text = _CURRENCY.sub("", _NOISE.sub("", str(value))).replace("−", "-")
    # «1,234.56» and «1.234,56»: the last separator is the decimal one.
    if "," in text and "." in text:
        text = text.replace("." if text.rfind(",") > text.rfind(".") else ",", "")
    text = text.replace(",", ".")
    if isinstance(value, bool) or not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) or len(text) > 40:
        raise PydanticCustomError("number", "напишите {wanted}", {"wanted": wanted})
    try:
        return Decimal(text)
    except InvalidOperation:
        raise PydanticCustomError("number", "напишите {wanted}", {"wanted": wanted}) from None
