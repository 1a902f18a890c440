"""A question is a Pydantic field: its name, its Russian name, its wording, and when it is asked."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticUndefined

_RU = "x-ru"
_ASK = "x-ask"


class Block(BaseModel):
    """A group of questions that belong together; frozen, refuses unknown names, takes English and Russian names."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, str_strip_whitespace=True
    )


@dataclass(frozen=True)
class Ask:
    """How a question is put to a person. All texts are Russian.

    `when` is a condition on earlier answers (see `conditions`); `unsure` is what «не знаю» means here;
    `add` labels the button that adds a row; `own_page` marks a field of a filing that is a page;
    `new_page` is the title of a further page that begins with this question, for blocks too long for one page;
    `screening` puts a page before all others: the answer tells whether this filing fits at all.
    `part` on a page of a filing is the title of a section of the questionnaire that begins with it.
    `likely` are the options («claimant|respondent») that fit most people: they come first, the rest is folded away;
    `silent` is asked by no page: its default stands unless a file of answers says otherwise.
    `period` on the first question of a period is the title of the whole, `ends` on the last names the first, and
    `open_end` there («Ещё длится») says that the period has no end yet: see `periods`.
    """

    title: str
    ru: str
    hint: str = ""
    help: str = ""
    when: str = ""
    optional: bool = False
    unsure: str = ""
    example: str = ""
    add: str = ""
    autocomplete: str = ""
    own_page: bool = False
    new_page: str = ""
    part: str = ""
    screening: bool = False
    period: str = ""
    ends: str = ""
    open_end: str = ""
    likely: str = ""
    silent: bool = False


def question(title: str, *, ru: str, default: Any = PydanticUndefined, **wording: Any) -> Any:
    """A field of a block. `ru` is its Russian name in YAML, spreadsheets and templates.

    `wording` takes the other attributes of `Ask`. With `when`, or `optional=True`, the answer may be absent;
    with `when` and without `optional` it is required as soon as the condition holds.
    """
    ask = Ask(title=title, ru=ru, **wording)
    if default is PydanticUndefined and (ask.when or ask.optional or ask.unsure):
        default = None
    extra = {key: value for key, value in asdict(ask).items() if value and key not in ("title", "ru")}
    if default == ():  # Pydantic keeps a default as it is, and warns when it writes a tuple where a list is declared
        return Field(default_factory=list, alias=ru, title=title, json_schema_extra={_RU: ru, _ASK: extra})
    return Field(default=default, alias=ru, title=title, json_schema_extra={_RU: ru, _ASK: extra})


def page(title: str, *, ru: str, default: Any = PydanticUndefined, **wording: Any) -> Any:
    """A field of a filing that is a page of the questionnaire; a field made with `question` there is not asked."""
    return question(title, ru=ru, default=default, own_page=True, **wording)


def wrong(name: str, text: str, *, instead: str = "", **values: Any) -> PydanticCustomError:
    """An error for a validator of a whole block, shown at its question `name`, which may be dotted.

    `instead` names the kind of filing that fits when this one does not; `values` fill {places} in `text`.
    """
    return PydanticCustomError("wrong", text, {"field": name, "instead": instead, **values})


# By the field itself, which is kept so that its number stays its own: fields live as long as their models.
_asks: dict[tuple[int, str], tuple[FieldInfo, Ask]] = {}


def ask_of(name: str, field: FieldInfo) -> Ask:
    """The wording of a field; a field made without `question` is asked by its name."""
    known = _asks.get((id(field), name))
    if known is None:
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        ask = Ask(title=field.title or name, ru=field.alias or name, **extra.get(_ASK, {}))
        known = _asks[id(field), name] = field, ask
    return known[1]
