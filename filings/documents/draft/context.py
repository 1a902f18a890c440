"""What the template sees of a filing that is not finished: the answers there are, gaps for the rest."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import BaseModel

from filings.documents.draft.completing import Completed
from filings.documents.draft.gaps import has_gap
from filings.documents.draft.leniency import DraftWording
from filings.documents.draft.masks import Masks
from filings.documents.header import header
from filings.documents.view import view as exact_view
from filings.questions import Choice
from filings.questions.field import ask_of
from filings.questions.naming import Path
from filings.questions.shape import shape_of
from filings.russian.forms import Case
from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions
from filings.schemas.employers import EmployerByName
from filings.schemas.parties import Person

_log = logging.getLogger(__name__)
_SHORTEST_WORDS = 4


@dataclass
class Scene:
    """Values for the template. `labels` name the gaps of conclusions; `concluded` says that the rules could count."""

    context: dict[str, Any]
    wording: DraftWording
    concluded: bool
    references: tuple[str, ...]
    rules: tuple[str, ...] = ()
    counted: dict[str, str] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    names: dict[str, Path] = field(default_factory=dict)
    words: dict[str, Path] = field(default_factory=dict)

    def path_of(self, name: str) -> Path:
        """Where the answer behind a dotted Russian name is given; empty when no answer has this name."""
        parts = name.split(".")
        for end in range(len(parts), 0, -1):
            if found := self.names.get(".".join(parts[:end])):
                return found
        return ()

    def declined(self) -> dict[str, dict[Case, str]]:
        """The forms asked for of texts that are answers; words of the template itself need no correction."""
        answered = {word for words in self.words for word in words.split()}
        return {text: forms for text, forms in self.wording.used.items() if answered.issuperset(text.split())}

    def quoted_in(self, text: str) -> list[Path]:
        """The answers whose words stand in a text that was made without the template, such as the header."""
        return [path for words, path in self.words.items() if words in text]


def scene_of(completed: Completed, on: date) -> Scene:
    """The values for one draft; whatever cannot be told yet is a gap."""
    filing = completed.filing
    conclusions = _or_none(lambda: completed.counted.conclude(on))
    masks = Masks()
    wording = _or_none(lambda: _wording(filing)) or DraftWording({}, {})
    shown = conclusions if conclusions is None or completed.sure else masks.masked_block(conclusions)
    facts = _or_none(lambda: _view(filing.facts())) or {}
    context = {
        **_view(filing),
        **(_view(shown) if shown is not None else {}),
        **(facts if completed.sure else {name: masks.masked(value, name) for name, value in facts.items()}),
        "автор": _or_none(lambda: _author(filing)) or {},
        "подписант": _or_none(lambda: _view(filing.signer())) or {},
        "дата": on,
        "предмет": masks.without_sums(_or_none(filing.subject) or "", completed.sure),
        "шапка": masks.lines_without_sums(_or_none(lambda: header(filing, shown, wording)), completed.sure),
        "приложения": masks.lines_without_sums(_or_none(lambda: _attachments(filing, conclusions)), completed.sure),
    }
    return Scene(
        context,
        wording,
        conclusions is not None,
        references=_references(filing, conclusions),
        rules=_rules(conclusions),
        counted=_counted(conclusions),
        labels=masks.labels,
        names=_names(filing),
        words=dict(_words(filing, ())),
    )


def _or_none(make: Callable[[], Any]) -> Any:
    """Half a filing may defeat any method of its kind: then that value is a gap."""
    try:
        return make()
    except Exception as error:  # methods of kinds count on validated answers
        _log.debug("draft: %s", type(error).__name__)
        return None


def _wording(filing: Filing) -> DraftWording:
    wording = DraftWording({}, filing.declensions or {})
    for person in _people(filing):
        if person.surname and person.first_name and not has_gap(person.full_name):
            name = person.surname, person.first_name, person.patronymic
            wording.register_name(*name, person.gender, getattr(person, "called", ""))
    return wording


def _people(filing: Filing) -> list[Any]:
    listed = _or_none(filing.people) or []
    employers = [value for _, value in filing if isinstance(value, EmployerByName) and value.is_person and value.gender]
    return [*listed, *employers]


def _author(filing: Filing) -> dict[str, Any]:
    author = _view(filing.author())
    first_person = filing.representative_or_none() is None
    return author | {"фио": "я" if first_person else author["кратко"], "первое_лицо": first_person}


def _view(value: Any) -> Any:
    """The same as the finished document's view, but a block that cannot tell its name yet tells what it can."""
    if isinstance(value, BaseModel):
        plain = {
            info.alias or name: _view(getattr(value, name, None)) for name, info in type(value).model_fields.items()
        }
        return plain | (_or_none(lambda: _extra(value)) or {})
    if isinstance(value, list | tuple):
        return [_view(item) for item in value]
    if isinstance(value, dict):
        return {str(name): _view(item) for name, item in value.items()}
    return value.ru if isinstance(value, Choice) else value


def _extra(block: BaseModel) -> dict[str, Any]:
    extra = getattr(block, "template_values", None)
    if extra is None:
        return {}
    if isinstance(block, Person) and (gap := next(filter(has_gap, (block.surname, block.first_name)), None)):
        return {"фио": gap, "кратко": gap, "подпись": gap, "пол": block.sex.ru if block.sex else ""}
    return exact_view(extra())


def _attachments(filing: Filing, conclusions: Conclusions | None) -> list[dict[str, Any]]:
    titles = [paper.title for paper in filing.exhibits or []]
    if conclusions is not None:
        titles += [filing.calculation_title] if conclusions.calculation else []
        titles += [paper.title for paper in filing.papers(conclusions)]
    return [{"номер": number, "название": title, "текст": title} for number, title in enumerate(titles, 1)]


def _rules(conclusions: Conclusions | None) -> tuple[str, ...]:
    """The norms of everything that was counted."""
    counted = [norm for one in (conclusions.calculation if conclusions else ()) for norm in one.references]
    return tuple(dict.fromkeys(counted))


def _references(filing: Filing, conclusions: Conclusions | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*_rules(conclusions), *filing.about.references)))


def _counted(conclusions: Conclusions | None) -> dict[str, str]:
    """What the rules concluded, by its Russian name in the template."""
    fields_of = type(conclusions).model_fields if conclusions is not None else {}
    return {info.alias or name: info.title or "" for name, info in fields_of.items()}


def _words(block: BaseModel, path: Path) -> Iterator[tuple[str, Path]]:
    """Every answer in words, by the words; short ones would be found anywhere."""
    for name in type(block).model_fields:
        value = getattr(block, name, None)
        if isinstance(value, BaseModel):
            yield from _words(value, (*path, name))
        elif isinstance(value, list):
            for row, one in enumerate(value):
                yield from _words(one, (*path, name, row)) if isinstance(one, BaseModel) else ()
        elif isinstance(value, str) and not isinstance(value, Choice) and len(value) >= _SHORTEST_WORDS:
            yield value, (*path, name)


def _names(filing: Filing) -> dict[str, Path]:
    """Russian dotted names of the answers, two levels deep, and those of the author and the signer."""
    names: dict[str, Path] = {}
    for name, info in type(filing).model_fields.items():
        ru = ask_of(name, info).ru
        names[ru] = (name,)
        block = shape_of(info).block
        for inner, inner_info in (block.model_fields if block else {}).items():
            names[f"{ru}.{ask_of(inner, inner_info).ru}"] = (name, inner)
    for role, person in (("автор", filing.author), ("подписант", filing.signer)):
        speaker = _or_none(person)
        own = next((name for name, value in filing if value is speaker and speaker is not None), None)
        if own:
            names[role] = (own,)
    return names
