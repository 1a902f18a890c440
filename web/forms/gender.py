"""Whether to ask for a person's sex: only when the name does not show it."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError

from filings.questions import texts
from filings.questions.asking import Asked
from filings.questions.naming import is_empty
from filings.russian.names import detect_gender
from filings.schemas.parties import Sex


def is_needless(one: Asked, block: Any) -> bool:
    """Whether `one` asks for the sex although nobody has named it and the name beside it, `block`, is clear."""
    if one.shape.choice is not Sex or not is_empty(one.value) or not isinstance(block, dict):
        return False
    return not is_unclear(block)


def is_unclear(block: dict[str, Any]) -> bool:
    """Whether the name is there and does not tell a man from a woman; a name that is wrong is mended first."""
    try:
        surname, first, patronymic = (
            texts.name_part(block.get(part) or "") for part in ("surname", "first_name", "patronymic")
        )
    except PydanticCustomError:
        return False
    return bool(surname and first) and detect_gender(surname, first, patronymic or None) is None
