"""Sums and numbers as people write them: «1 234,56 руб.», «12 000», «-3,5»."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

_MOST = Decimal("999999999999.99")
_CURRENCY = re.compile(r"\s*(руб(лей|ля|ль)?\.?|р\.?|₽)$", re.IGNORECASE)
_GROUPED = re.compile(r"-?\s*[0-9]{1,3}([\s'][0-9]{3})+(\s*[.,]\s*[0-9]+)?")
_PLAIN = re.compile(r"-?\s*[0-9]+(\s*[.,]\s*[0-9]+)?")
# «1,234.56» and «1.234.567,89»: two signs, so the last one begins the fraction.
_FOREIGN = re.compile(r"-?[0-9]{1,3}((,[0-9]{3})+\.|(\.[0-9]{3})+,)[0-9]+")
_THOUSAND_OR_UNIT = re.compile(r"-?[0-9]{1,3}[.,]0{3}")


def roubles(value: Any) -> Decimal:
    """A sum in roubles with at most two decimals, not negative, exact (never through a float)."""
    _not_ambiguous(value)
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
    _not_ambiguous(value)
    number = _parse(value, "целое число, например 12")
    if number != number.to_integral_value() or not 0 <= number < 10**9:
        raise PydanticCustomError("whole", "здесь нужно целое число, например 12")
    return int(number)


def _parse(value: Any, wanted: str) -> Decimal:
    if isinstance(value, Decimal) and value.is_finite():
        return value
    text = _CURRENCY.sub("", str(value).replace("−", "-").strip())
    forms = (_GROUPED, _PLAIN, _FOREIGN)
    if isinstance(value, bool) or len(text) > 40 or not any(form.fullmatch(text) for form in forms):
        raise PydanticCustomError("number", "напишите {wanted}", {"wanted": wanted})
    whole_part, sign, fraction = re.sub(r"[\s']", "", text).replace(",", ".").rpartition(".")
    return Decimal(whole_part.replace(".", "") + sign + fraction)


def _not_ambiguous(value: Any) -> None:
    """«12.000» is twelve for one person and twelve thousand for another."""
    if isinstance(value, str) and _THOUSAND_OR_UNIT.fullmatch(_CURRENCY.sub("", value.strip())):
        shown = re.split("[.,]", value.strip())[0]
        raise PydanticCustomError(
            "number", "непонятно, {shown} это или {shown} тысяч; напишите {shown} или {shown} 000", {"shown": shown}
        )
