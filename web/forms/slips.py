"""Which digits to look at when a check digit fails: two neighbours that changed places, or one that was misread."""

from __future__ import annotations

from pydantic import ValidationError

from filings.questions.asking import Asked
from filings.questions.shape import adapter_of

_CHECKED = "контрольн"
_MOST = 2


def with_slip(one: Asked | None, problem: str) -> str:
    """The problem, and the place in the number where the slip probably is; the slip most often made is a swap."""
    if one is None or one.shape.widget.kind != "digits" or _CHECKED not in problem:
        return problem
    found = _swaps(one, "".join(sign for sign in str(one.value) if sign.isdigit()))
    return f"{problem}. Возможно, переставлены соседние цифры: {' или '.join(found)}" if found else problem


def _swaps(one: Asked, digits: str) -> list[str]:
    """«4 и 5 (9-я и 10-я)» for every swap of neighbours that makes the number right; none when there are many."""
    found = []
    for place in range(len(digits) - 1):
        first, second = digits[place], digits[place + 1]
        swapped = digits[:place] + second + first + digits[place + 2 :]
        if first != second and _is_right(one, swapped):
            found.append(f"{first} и {second} ({place + 1}-я и {place + 2}-я)")
    return found if len(found) <= _MOST else []


def _is_right(one: Asked, digits: str) -> bool:
    try:
        adapter_of(one.field).validate_python(digits)
    except ValidationError:
        return False
    return True
