"""An address asked for in four boxes and kept as one line; a whole address put into any of them is laid out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from wtforms import Field

from filings.questions.addresses import Address, split


class Part(NamedTuple):
    """One box: the end of its name, its label, whether it may stay empty, its token for the browser's own filling."""

    name: str
    label: str
    optional: bool
    token: str


class AddressBoxes(Field):
    """Postcode, place, street with house, flat. `was` is the line that the boxes were shown with."""

    parts = (
        Part("postcode", "Индекс", True, "postal-code"),
        Part("place", "Область, город или село", False, "address-level2"),
        Part("street", "Улица, дом, корпус", False, "address-line1"),
        Part("flat", "Квартира, комната или офис", True, "address-line2"),
    )

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Joins the boxes that were sent, or takes the line itself; else the stored line is laid out."""
        self.process_errors = []
        names = [f"{self.name}-{part.name}" for part in self.parts]
        if formdata is not None and any(name in formdata for name in names):
            typed = [formdata.get(name, "") for name in names]
            self.data = understood(typed, formdata.get(f"{self.name}-was", "")).written()
        elif formdata is not None and self.name in formdata:
            self.data = formdata[self.name].strip()
        else:
            self.data = data if isinstance(data, str) else ""
        self.boxes = split(self.data).parts


def understood(typed: Sequence[str], was: str) -> Address:
    """What the boxes mean, shown before with the address `was`.

    A whole address in a box counts for itself: what the others still hold of the former address gives way, what was
    typed into them now is kept beside it. Otherwise each box says what it says.
    """
    before = split(was).parts
    typed = [*typed[:3], Address(flat=typed[3]).written()]
    fresh = [" ".join(text.split()) != old for text, old in zip(typed, before, strict=True)]
    if not any(is_fresh and split(text).is_whole for text, is_fresh in zip(typed, fresh, strict=True)):
        return Address(*typed)
    found = split(", ".join(text for text, is_fresh in zip(typed, fresh, strict=True) if is_fresh and text.strip()))
    postcode = typed[0] if found.place == before[1] else ""
    flat = typed[3] if (found.place, found.street) == before[1:3] else ""
    return Address(found.postcode or postcode, found.place, found.street, found.flat or flat)
