"""Answers of invented people, one file per kind."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import yaml

from filings.catalogue import Kind
from filings.errors import ArgumentsError
from filings.questions import Block
from filings.questions.naming import english_names, russian_names
from filings.questions.reading import read_answers
from filings.questions.shape import shape_of
from filings.russian.forms import Gender
from filings.russian.names import detect_gender
from filings.samples import people
from filings.schemas.employers import Employer
from filings.schemas.managing_organisation import Manager
from filings.schemas.organisations import Organisation
from filings.schemas.parties import IdentifierKind, Person


def sample_text(kind: Kind, seed: int | None = None) -> str:
    """The sample answers of a kind as YAML; with `seed` other invented people stand in it, always the same ones."""
    if not kind.sample.is_file():
        raise ArgumentsError(f"Для документа «{kind.name}» ещё нет образца ответов.")
    if seed is None:
        return kind.sample.read_text(encoding="utf-8")
    answers, _ = english_names(kind.model, read_answers(kind.sample))
    changed = _block(kind.model, answers, Random(seed))
    return yaml.safe_dump(russian_names(kind.model, changed), allow_unicode=True, sort_keys=False, width=110)


def _block(model: type[Block], answers: dict[str, Any], random: Random) -> dict[str, Any]:
    """The answers with everybody replaced."""
    if issubclass(model, Person):
        answers = _person(model, answers, random)
    elif issubclass(model, Employer | Organisation | Manager):
        answers = _organisation(answers, random)
    return {name: _answer(model, name, value, random) for name, value in answers.items()}


def _answer(model: type[Block], name: str, value: Any, random: Random) -> Any:
    block = shape_of(model.model_fields[name]).block
    if block is None:
        return value
    return [_block(block, row, random) for row in value] if isinstance(value, list) else _block(block, value, random)


def _person(model: type[Block], answers: dict[str, Any], random: Random) -> dict[str, Any]:
    found = _named(answers, random)
    made = {
        "birth_date": lambda: f"{people.birth_date(random):%d.%m.%Y}",
        "address": lambda: people.address(random),
        "identifier_value": lambda: _identifier(answers, random),
    }
    return found | {name: make() for name, make in made.items() if name in answers}


def _named(answers: dict[str, Any], random: Random) -> dict[str, Any]:
    """Another name of the same gender, so that the story told in the sample keeps its endings."""
    gender = detect_gender(answers["surname"], answers["first_name"], answers.get("patronymic")) or Gender.MALE
    if sex := answers.get("sex"):
        gender = Gender.FEMALE if str(sex).casefold() in ("female", "женский") else Gender.MALE
    parts = {"surname": people.surname, "first_name": people.first_name, "patronymic": people.patronymic}
    return answers | {name: make(random, gender) for name, make in parts.items() if name in answers}


def _identifier(answers: dict[str, Any], random: Random) -> str:
    kind = IdentifierKind.parse(answers["identifier"])
    makers = {IdentifierKind.SNILS: people.snils, IdentifierKind.INN: people.person_inn}
    return makers[kind](random) if kind in makers else f"00 00 {random.randrange(10**6):06d}"


def _organisation(answers: dict[str, Any], random: Random) -> dict[str, Any]:
    brand = people.brand(random)
    found = _named(answers, random) if "surname" in answers else answers
    made = {
        "title": lambda: re.sub("«.*»", f"«{brand}»", answers["title"]),
        "short_title": lambda: re.sub("«.*»", f"«{brand}»", answers["short_title"]),
        "inn": lambda: people.organisation_inn(random),
        "ogrn": lambda: people.ogrn(random),
        "person_inn": lambda: people.person_inn(random),
        "ogrnip": lambda: people.ogrnip(random),
    }
    return found | {name: make() for name, make in made.items() if name in answers}
