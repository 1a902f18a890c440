"""The pages of a questionnaire, in order, from the schema alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic.fields import FieldInfo

from filings.questions.asking import is_asked, questions_of
from filings.questions.field import Ask, Block, ask_of
from filings.questions.shape import Shape, shape_of


@dataclass(frozen=True)
class Page:
    """One page: the questions `names` of the block in `field`, or the field itself when it is a single question.

    `key` is unique and stable, good for an address; `title` is the question that the page puts.
    `block` is None for a single question; `many` means that the page collects rows.
    """

    key: str
    field: str
    title: str
    ask: Ask
    shape: Shape
    names: tuple[str, ...] = ()

    @property
    def block(self) -> type[Block] | None:
        """The block whose questions stand on the page."""
        return self.shape.block

    @property
    def many(self) -> bool:
        """Whether the page collects rows of the block."""
        return self.shape.many and self.shape.block is not None

    @property
    def questions(self) -> dict[str, FieldInfo]:
        """The fields of the block that stand on this page."""
        return {name: self.block.model_fields[name] for name in self.names} if self.block else {}


def pages_of(model: type[Block]) -> list[Page]:
    """All pages of a filing, whatever the answers: those that screen first, the rest in the order of its fields."""
    found: list[Page] = []
    for name, field in model.model_fields.items():
        ask = ask_of(name, field)
        if ask.own_page:
            found += _pages_of_field(name, field, ask)
    return sorted(found, key=lambda page: not page.ask.screening)


def pages_asked(model: type[Block], answers: dict[str, Any]) -> list[Page]:
    """The pages that are asked, given the answers so far (under English names); an undecided page is left out.

    So is a further page of a block none of whose questions is asked.
    """
    pages = [page for page in pages_of(model) if is_asked(page.ask.when, model, answers)]
    opened = {page.field: answers.get(page.field) or {} for page in pages if page.block and not page.many}
    asked = {one.path[:2] for one in questions_of(model, answers | opened) if one.asked is not False}
    return [
        page for page in pages if page.field not in opened or any((page.field, name) in asked for name in page.names)
    ]


def _pages_of_field(name: str, field: FieldInfo, ask: Ask) -> list[Page]:
    shape = shape_of(field)
    if shape.block is None:
        return [Page(name, name, ask.title, ask, shape)]
    asked = {inner: ask_of(inner, one) for inner, one in shape.block.model_fields.items()}
    asked = {inner: one for inner, one in asked.items() if not one.silent}
    if shape.many:
        return [Page(name, name, ask.title, ask, shape, tuple(asked))]
    groups: list[tuple[str, list[str]]] = [(ask.title, [])]
    for inner, one in asked.items():
        if one.new_page:
            groups.append((one.new_page, []))
        groups[-1][1].append(inner)
    return [
        Page(name if number == 0 else f"{name}-{number + 1}", name, title, ask, shape, tuple(names))
        for number, (title, names) in enumerate(groups)
        if names
    ]
