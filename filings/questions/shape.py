"""The shape of a field: which block or type stands behind its annotation, and how many."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from filings.questions.choice import Choice
from filings.questions.field import Block
from filings.questions.types import Widget


@dataclass(frozen=True)
class Shape:
    """`inner` is the type of one answer (a Block, a Choice or a plain type), `many` says that it is a list."""

    inner: Any
    many: bool
    nullable: bool
    widget: Widget

    @cached_property
    def block(self) -> type[Block] | None:
        """The block class when the field holds blocks, else None."""
        return self.inner if isinstance(self.inner, type) and issubclass(self.inner, Block) else None

    @cached_property
    def choice(self) -> type[Choice] | None:
        """The choice class when the field is a choice, else None."""
        return self.inner if isinstance(self.inner, type) and issubclass(self.inner, Choice) else None

    @property
    def mapping(self) -> bool:
        """Whether the field is free «name: value» pairs."""
        return get_origin(self.inner) is dict


# By the field itself, which is kept so that its number stays its own: to hash an annotation takes long.
_shapes: dict[int, tuple[FieldInfo, Shape]] = {}


def shape_of(field: FieldInfo) -> Shape:
    """The shape behind a field's annotation; the widget is the type's own, or follows from the type."""
    known = _shapes.get(id(field))
    if known is None:
        widgets = tuple(item for item in field.metadata if isinstance(item, Widget))
        known = _shapes[id(field)] = field, _shape(field.annotation, widgets)
    return known[1]


def adapter_of(field: FieldInfo) -> TypeAdapter:
    """Validates one field's answer on its own."""
    return _adapter(field.annotation, tuple(field.metadata))


@lru_cache(maxsize=4096)
def _adapter(annotation: Any, metadata: tuple[Any, ...]) -> TypeAdapter:
    return TypeAdapter(Annotated[annotation, *metadata] if metadata else annotation)


@lru_cache(maxsize=4096)
def _shape(annotation: Any, widgets: tuple[Widget, ...]) -> Shape:
    many = nullable = False
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *extra = get_args(annotation)
            widgets += tuple(item for item in extra if isinstance(item, Widget))
        elif origin in (Union, UnionType):
            inner = [arg for arg in get_args(annotation) if arg is not NoneType]
            nullable = len(inner) < len(get_args(annotation))
            annotation = inner[0]
        elif origin in (list, tuple):
            many = True
            annotation = get_args(annotation)[0]
        else:
            return Shape(annotation, many, nullable, widgets[0] if widgets else _default_widget(annotation))


def _default_widget(annotation: Any) -> Widget:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return Widget("choice")
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return Widget("block")
    return Widget("yes_no" if annotation is bool else "text")
