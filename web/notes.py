"""What can be told at an answer while it is given: a bank by its BIK, an address in parts or given already."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Flask, jsonify, request
from pydantic_core import PydanticCustomError

from filings.parameters.banks import bank_of
from filings.questions.addresses import doubts, split
from filings.questions.asking import Asked
from filings.questions.identifiers import bik
from web.forms.address_boxes import AddressBoxes, understood
from web.forms.periods import in_spans
from web.reuse import same_addresses

pages = Blueprint("notes", __name__)
_LONGEST = 1000
_NO_BANK = "Такого БИК в справочнике нет: сверьте цифры или идите дальше, если банк новый"


def register(app: Flask) -> None:
    """What the controls on the pages ask for while they are drawn."""
    app.register_blueprint(pages)
    app.jinja_env.globals.update(
        note_of=note_of,
        is_bik=is_bik,
        same_addresses=same_addresses,
        address_doubts=_address_doubts,
        in_spans=in_spans,
    )


@pages.get("/banks")
def bank():
    """The bank with the code in the address, for the script that shows it while the page is open."""
    return jsonify(note=note_of_bik(request.args.get("bik", "")))


@pages.post("/addresses")
def address():
    """The boxes of an address laid out as they would be kept, for the script that does so at once."""
    typed = [request.form.get(part.name, "")[:_LONGEST] for part in AddressBoxes.parts]
    line = understood(typed, request.form.get("was", "")[:_LONGEST]).written()
    return jsonify(boxes=split(line).parts, line=line)


def _address_doubts(stored: Any) -> list[str]:
    """What is unlikely about a stored address."""
    return doubts(stored) if isinstance(stored, str) else []


def note_of(one: Asked) -> str:
    """The note under a stored answer; empty when there is nothing to tell."""
    return note_of_bik(str(one.value or "")) if is_bik(one) else ""


def is_bik(one: Asked) -> bool:
    """Whether the question asks for the code of a bank."""
    return any(getattr(item, "func", None) is bik for item in one.field.metadata)


def note_of_bik(typed: str) -> str:
    """«Банк: ПАО Сбербанк, г. Москва», or that there is no such code; empty while it is not a code at all."""
    try:
        code = bik(typed)
    except PydanticCustomError:
        return ""
    found = bank_of(code)
    return f"Банк: {found.name}, {found.city}".rstrip(", ") if found else _NO_BANK
