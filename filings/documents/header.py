"""The header of a filing, built once for every kind: to whom, from whom, the identifiers that the codes demand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from filings.russian.forms import Case
from filings.russian.typography import NBSP
from filings.russian.wording import Wording
from filings.schemas.agent import Agent
from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions
from filings.schemas.court_claim import CourtClaim
from filings.schemas.organisations import Court, Employer, Recipient
from filings.schemas.parties import Claimant, Person, Representative, RepresentativeAuthority
from filings.schemas.petition import Petition

Line = dict[str, str]


def header(filing: Filing, conclusions: Conclusions, wording: Wording) -> list[Line]:
    """The lines of the header as {метка, текст}; a kind with its own header brings it as `header_lines`."""
    if own := getattr(filing, "header_lines", None):
        return own(conclusions, wording)
    if isinstance(filing, CourtClaim):
        return list(_claim(filing, conclusions, wording))
    if isinstance(filing, Petition):
        return list(_petition(filing, wording))
    raise TypeError(f"{type(filing).__name__} has no header")


def line(text: str, label: str = "") -> Line:
    """One line of the header; the label stands before the text."""
    return {"метка": label, "текст": text}


def into(title: str, wording: Wording) -> str:
    """«В Ленинский районный суд», «Во Фрунзенский районный суд», «Мировому судье судебного участка № 3»."""
    if title.casefold().startswith(("мировой судья", "мировому судье")):
        return _capitalised(wording.form(title, Case.DATIVE))
    accusative = wording.form(title, Case.ACCUSATIVE)
    hard = accusative[:1] in "ВФ" and accusative[1:2].casefold() not in "аеёиоуыэюяАЕЁИОУЫЭЮЯ"
    return f"{'Во' if hard and accusative[1:2].islower() else 'В'} {accusative}"


def _claim(claim: CourtClaim, conclusions: Conclusions, wording: Wording) -> Iterator[Line]:
    """ГПК РФ, ст. 131, ч. 2, п. 1–3, 6."""
    yield from court_lines(claim.court, wording)
    yield line(_claimant(claim.claimant), "Истец:")
    if representative := claim.representative_or_none():
        yield line(_representative(representative), "Представитель истца:")
    for respondent in claim.respondents():
        yield line(_employer(respondent), "Ответчик:")
    if price := claim.price_line(conclusions):
        yield line(price, "Цена иска:")
    yield line(claim.duty_line(conclusions), "Государственная пошлина:")


def court_lines(court: Court, wording: Wording) -> list[Line]:
    """The court in the accusative, and its address."""
    return [line(into(court.title, wording)), line(court.address)]


def _claimant(person: Claimant) -> str:
    return stated(
        person.full_name,
        f"{person.birth_date:%d.%m.%Y} г.р.",
        f"место рождения: {person.birth_place}",
        identifier(person.identifier.ru, person.identifier_value),
        f"адрес: {person.address}",
        *_contacts(person),
    )


def _representative(person: Representative) -> str:
    number = identifier(person.identifier.ru, person.identifier_value)
    address = f"адрес для извещений: {person.address}"
    return stated(person.full_name, _authority(person), number, address, *_contacts(person))


def _authority(person: Representative | Agent) -> str:
    return f"{person.authority.ru} {person.document or ''}".strip()


def _employer(employer: Employer) -> str:
    if not employer.is_person:
        numbers = (identifier("ИНН", employer.inn), identifier("ОГРН", employer.ogrn))
        return stated(employer.title, *numbers, f"адрес: {employer.address}", *_contacts(employer))
    known = (
        employer.person_inn and identifier("ИНН", employer.person_inn),
        employer.ogrnip and identifier("ОГРНИП", employer.ogrnip),
    )
    unknown = "дата и место рождения" + ("" if any(known) else ", идентификаторы")
    stem = stated(employer.called, *known, f"адрес: {employer.address}", *_contacts(employer))
    # ГПК РФ, ст. 131, ч. 2, п. 3: what the claimant does not know is said, and the court obtains it.
    return f"{_capitalised(stem)} ({unknown} истцу неизвестны)"


def _petition(petition: Petition, wording: Wording) -> Iterator[Line]:
    """59-ФЗ, ст. 7, ч. 1: the addressee, the name, the address for the answer."""
    yield from recipient_lines(petition.recipient, wording)
    applicant = petition.applicant
    yield line(f"от {wording.form(applicant.full_name, Case.GENITIVE)}")
    yield line(applicant.address, "Адрес:")
    yield line(applicant.phone, "Телефон:")
    if applicant.email:
        yield line(applicant.email, "Электронная почта:")
    if representative := petition.representative_or_none():
        by_law = representative.authority is RepresentativeAuthority.LAW
        yield line(_agent(representative), "Законный представитель:" if by_law else "Представитель:")


def _agent(person: Agent) -> str:
    authority = "" if person.authority is RepresentativeAuthority.LAW else _authority(person)
    return stated(person.full_name, authority, person.address and f"адрес: {person.address}", *_contacts(person))


def recipient_lines(recipient: Recipient, wording: Wording) -> list[Line]:
    """«Директору ООО «УК Дом» Петровой А.И.», «Директору ООО «УК Дом»» or «В ООО «УК Дом»», and the address.

    A head without a post is «руководитель»: a name that was given is never lost.
    """
    if recipient.post or recipient.head:
        post = _capitalised(wording.form(recipient.post or "руководитель", Case.DATIVE))
        head = wording.form(recipient.head, Case.DATIVE) if recipient.head else ""
        lines = [line(" ".join(filter(None, (post, wording.form(recipient.title, Case.GENITIVE), head))))]
    else:
        lines = [line(into(recipient.title, wording))]
    return lines + ([line(recipient.address)] if recipient.address else [])


def identifier(name: str, number: str) -> str:
    """«ИНН 7701234567», «СНИЛС 112-233-445 95»: the number stays on one line with the word before it."""
    return name + NBSP + number.replace(" ", NBSP)


def stated(*parts: Any) -> str:
    """Requisites joined with commas, absent ones left out."""
    return ", ".join(str(part) for part in parts if part)


def _contacts(party: Person | Employer) -> tuple[str, ...]:
    phone, email = getattr(party, "phone", None), getattr(party, "email", None)
    return tuple(filter(None, (phone and f"тел.\u00a0{phone}", email and f"эл. почта {email}")))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
