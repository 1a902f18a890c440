"""Codes of a payment to the budget: КПП, КБК, ОКТМО, УИН."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

_NOISE = re.compile(r"[\s\u00a0\u2009-]")


def _code(what: str, *lengths: int) -> Callable[[Any], str]:
    def checked(value: Any) -> str:
        digits = _NOISE.sub("", str(value))
        if not digits.isascii() or not digits.isdecimal():
            raise PydanticCustomError("digits", f"{what} состоит только из цифр")
        if len(digits) not in lengths:
            wanted = " или ".join(str(length) for length in lengths)
            raise PydanticCustomError("digits", f"в {what} должно быть цифр: {wanted}, а здесь {len(digits)}")
        return digits

    return checked


Kpp = Annotated[str, BeforeValidator(_code("КПП", 9))]
Kbk = Annotated[str, BeforeValidator(_code("КБК", 20))]
Oktmo = Annotated[str, BeforeValidator(_code("ОКТМО", 8, 11))]
Uin = Annotated[str, BeforeValidator(_code("УИН", 20, 25))]
