"""Requisites of people and organisations in one line, as the codes and 59-ФЗ want them in a header."""

from __future__ import annotations

import re
from typing import Any

from filings.russian.typography import NBSP
from filings.schemas.agent import Agent
from filings.schemas.employers import Employer
from filings.schemas.organisations import Organisation
from filings.schemas.other_citizen import OtherCitizen
from filings.schemas.parties import Claimant, Representative, RepresentativeAuthority

_BLANK = "_" * 14  # to be written in by hand: the code does not let an organisation's numbers be unknown
_LAST_KNOWN = re.compile(r"последн\w+ (известн\w+ )?(адрес|место)", re.I)


def claimant_line(person: Claimant) -> str:
    """ГПК РФ, ст. 131, ч. 2, п. 2: name, date and place of birth, one identifier, address."""
    return stated(
        person.full_name,
        f"{person.birth_date:%d.%m.%Y} г.р.",
        f"место рождения: {person.birth_place}",
        identifier(person.identifier.ru, person.identifier_value),
        f"адрес: {person.address}",
        *contacts(person),
    )


def representative_line(person: Representative) -> str:
    """ГПК РФ, ст. 131, ч. 2, п. 2: name, authority, identifier, address for notices."""
    number = identifier(person.identifier.ru, person.identifier_value)
    address = f"адрес для извещений: {person.address}"
    return stated(person.full_name, _authority(person), number, address, *contacts(person))


def agent_line(person: Agent) -> str:
    """A representative outside a court: no identifier is asked for."""
    authority = "" if person.authority is RepresentativeAuthority.LAW else _authority(person)
    return stated(person.full_name, authority, person.address and f"адрес: {person.address}", *contacts(person))


def respondent_line(party: Employer | Organisation | OtherCitizen, to_whom: str) -> str:
    """ГПК РФ, ст. 131, ч. 2, п. 3; `to_whom` does not know what is missing: «истцу», «взыскателю»."""
    if isinstance(party, OtherCitizen):
        return _citizen(party, to_whom)
    if isinstance(party, Employer) and party.is_person:
        return _entrepreneur(party, to_whom)
    known = (identifier("ИНН", party.inn or _BLANK), identifier("ОГРН", party.ogrn or _BLANK))
    return stated(party.title, *known, f"адрес: {party.address}", *contacts(party))


def _entrepreneur(employer: Employer, to_whom: str) -> str:
    known = (
        employer.person_inn and identifier("ИНН", employer.person_inn),
        employer.ogrnip and identifier("ОГРНИП", employer.ogrnip),
    )
    unknown = "дата и место рождения" + ("" if any(known) else ", идентификаторы")
    stem = stated(employer.called, *known, f"адрес: {employer.address}", *contacts(employer))
    # What the claimant does not know is said, and the court obtains it.
    return f"{capitalised(stem)} ({unknown} {to_whom} неизвестны)"


def _citizen(party: OtherCitizen, to_whom: str) -> str:
    stem = stated(
        party.full_name,
        party.birth_date and f"{party.birth_date:%d.%m.%Y} г.р.",
        party.birth_place and f"место рождения: {party.birth_place}",
        party.identifier and identifier(party.identifier.ru, party.identifier_value or ""),
        _address(party.address),
        party.workplace and f"место работы: {party.workplace}",
        *contacts(party),
    )
    return f"{stem} ({_unknown(party.unknown, to_whom)})" if party.unknown else stem


def _address(address: str) -> str:
    """«адрес: …»; «Последний известный адрес: …» names itself."""
    return address[:1].lower() + address[1:] if _LAST_KNOWN.match(address) else f"адрес: {address}"


def _unknown(names: list[str], to_whom: str) -> str:
    """«дата и место рождения, идентификаторы истцу неизвестны»."""
    if len(names) == 1:
        gender = {"дата рождения": "неизвестна", "место рождения": "неизвестно", "идентификатор": "неизвестен"}
        return f"{names[0]} {to_whom} {gender[names[0]]}"
    both = "дата и место рождения" if names[:2] == ["дата рождения", "место рождения"] else ""
    rest = names[2:] if both else names
    return f"{_joined([both, *rest] if both else rest)} {to_whom} неизвестны"


def _joined(names: list[str]) -> str:
    """«дата и место рождения, идентификатор», «дата рождения и идентификатор»."""
    return ", ".join(names) if " и " in names[0] else " и ".join(names)


def identifier(name: str, number: str) -> str:
    """«ИНН 7701234567», «СНИЛС 112-233-445 95»: the number stays on one line with the word before it."""
    return name + NBSP + number.replace(" ", NBSP)


def stated(*parts: Any) -> str:
    """Requisites joined with commas, absent ones left out."""
    return ", ".join(str(part) for part in parts if part)


def contacts(party: Any) -> tuple[str, ...]:
    """Telephone and e-mail, those that are there."""
    phone, email = getattr(party, "phone", None), getattr(party, "email", None)
    return tuple(filter(None, (phone and f"тел.\u00a0{unbroken(phone)}", email and f"эл. почта {email}")))


def unbroken(number: str) -> str:
    """A telephone number that stays on one line: «+7 912 345-67-89» with a space and a hyphen that part nothing."""
    return number.replace(" ", NBSP).replace("-", "\u2011")


def capitalised(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def _authority(person: Representative | Agent) -> str:
    return f"{person.authority.ru} {person.document or ''}".strip()
