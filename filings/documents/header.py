"""The header of a filing, built once for every kind: to whom, from whom, the identifiers that the codes demand."""

from __future__ import annotations

from collections.abc import Iterator

from filings.documents.requisites import (
    agent_line,
    capitalised,
    claimant_line,
    contacts,
    representative_line,
    respondent_line,
    stated,
    unbroken,
)
from filings.russian.forms import Case
from filings.russian.typography import NBSP
from filings.russian.wording import Wording
from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions
from filings.schemas.court_claim import CourtFiling
from filings.schemas.employers import EmployerByName
from filings.schemas.organisations import Court, Recipient
from filings.schemas.other_citizen import Addressee
from filings.schemas.parties import RepresentativeAuthority
from filings.schemas.pending_case import CaseFiling
from filings.schemas.petition import Petition

Line = dict[str, str]


def header(filing: Filing, conclusions: Conclusions, wording: Wording) -> list[Line]:
    """The lines of the header as {метка, текст}."""
    if isinstance(filing, CourtFiling):
        return list(_court_filing(filing, conclusions, wording))
    if isinstance(filing, CaseFiling):
        return list(_case_filing(filing, conclusions, wording))
    if isinstance(filing, Petition):
        return list(_petition(filing, wording))
    raise TypeError(f"{type(filing).__name__} has no header")


def line(text: str, label: str = "") -> Line:
    """One line of the header; the label stands before the text."""
    return {"метка": label, "текст": text}


def into(title: str, wording: Wording) -> str:
    """«В Ленинский районный суд», «Во Фрунзенский районный суд», «Мировому судье судебного участка № 3».

    A title that is only «судебный участок № 3» is that of a justice of the peace.
    """
    if title.casefold().startswith(("мировой судья", "мировому судье")):
        return capitalised(wording.form(title, Case.DATIVE))
    if title.casefold().startswith(("ип ", "индивидуальный предприниматель ")):  # a person, not a place
        return capitalised(wording.form(title, Case.DATIVE))
    if title.casefold().startswith("судебный участок"):
        return f"Мировому судье {wording.form(title[:1].lower() + title[1:], Case.GENITIVE)}"
    accusative = wording.form(title, Case.ACCUSATIVE)
    hard = accusative[:1] in "ВФ" and accusative[1:2].casefold() not in "аеёиоуыэюяАЕЁИОУЫЭЮЯ"
    return f"{'Во' if hard and accusative[1:2].islower() else 'В'} {accusative}"


def _court_filing(filing: CourtFiling, conclusions: Conclusions, wording: Wording) -> Iterator[Line]:
    """ГПК РФ, ст. 124, ч. 2; ст. 131, ч. 2, п. 1–3, 6."""
    author, representative, other, price = filing.labels
    yield from court_lines(filing.court, wording)
    yield line(claimant_line(filing.claimant), author)
    if person := filing.representative_or_none():
        yield line(representative_line(person), representative)
    to_whom = wording.form(author.rstrip(":").lower(), Case.DATIVE)
    for respondent in filing.respondents():
        yield line(respondent_line(respondent, to_whom), other)
    if text := filing.price_line(conclusions):
        yield line(text, price)
    yield line(filing.duty_line(conclusions), "Государственная пошлина:")


def _case_filing(filing: CaseFiling, conclusions: Conclusions, wording: Wording) -> Iterator[Line]:
    """The court, the number of the case, the parties under their roles, the person who writes first."""
    if higher := filing.higher_court():
        yield line(into(higher, wording))
        yield line(f"через {wording.form(filing.court.title, Case.ACCUSATIVE)}")
        yield from address_lines(filing.court)
    else:
        yield from court_lines(filing.court, wording)
    if case := filing.case_or_none():
        yield line(f"№{NBSP}{case.number}", "Дело:")
        if case.uid:
            yield line(case.uid, "УИД:")
        if case.judge:
            yield line(case.judge, "Судья:")
    mover = filing.mover
    yield line(stated(mover.full_name, f"адрес: {mover.address}", *contacts(mover)), capitalised(f"{filing.role.ru}:"))
    if person := filing.representative_or_none():
        yield line(representative_line(person), "Представитель:")
    for other in filing.others:
        address = other.address and f"адрес: {other.address}"
        yield line(stated(other.title, address), capitalised(f"{other.role.ru}:"))
    if duty := filing.duty_line(conclusions):
        yield line(duty, "Государственная пошлина:")


def court_lines(court: Court, wording: Wording) -> list[Line]:
    """The court in the accusative, and its address."""
    return [line(into(court.title, wording)), *address_lines(court)]


def address_lines(court: Court) -> list[Line]:
    """The address of the court, when the person knows it: the codes demand the name alone."""
    return [line(court.address)] if court.address else []


def _petition(petition: Petition, wording: Wording) -> Iterator[Line]:
    """59-ФЗ, ст. 7, ч. 1: the addressee, the name, the address for the answer."""
    addressee = petition.addressee()
    yield from _addressee_lines(addressee, wording)
    applicant = petition.applicant
    if group := petition.on_behalf_of():
        yield line(f"от {group}")
        yield line(applicant.full_name, "Для связи:")
    else:
        yield line(f"от {wording.form(applicant.full_name, Case.GENITIVE)}")
    yield line(applicant.address, "Адрес:")
    yield line(unbroken(applicant.phone), "Телефон:")
    if applicant.email:
        yield line(applicant.email, "Электронная почта:")
    if representative := petition.representative_or_none():
        by_law = representative.authority is RepresentativeAuthority.LAW
        yield line(agent_line(representative), "Законный представитель:" if by_law else "Представитель:")


def _addressee_lines(addressee: Recipient | Addressee | EmployerByName, wording: Wording) -> list[Line]:
    if isinstance(addressee, Addressee):
        return citizen_lines(addressee, wording)
    if isinstance(addressee, EmployerByName):
        return employer_lines(addressee, wording)
    return recipient_lines(addressee, wording)


def recipient_lines(recipient: Recipient, wording: Wording) -> list[Line]:
    """«Директору ООО «УК Дом» Петровой А.И.», «Директору ООО «УК Дом»» or «В ООО «УК Дом»», and the address.

    A head without a post is «руководитель»: a name that was given is never lost.
    """
    if recipient.post or recipient.head:
        named, of_what = recipient.headed()
        post = capitalised(wording.form(named, Case.DATIVE))
        title = of_what or wording.form(recipient.title, Case.GENITIVE)
        head = wording.form(recipient.head, Case.DATIVE) if recipient.head else ""
        lines = [line(" ".join(filter(None, (_unrepeated(post, title), title, head))))]
    else:
        lines = [line(into(recipient.title, wording))]
    return lines + ([line(recipient.address)] if recipient.address else [])


def _unrepeated(post: str, title: str) -> str:
    """«Начальнику» from «Начальнику инспекции» before «инспекции Тульской области»."""
    words = post.split()
    same = len(words) > 1 and words[-1].casefold() == title.split()[0].casefold()
    return " ".join(words[:-1]) if same else post


def employer_lines(employer: EmployerByName, wording: Wording) -> list[Line]:
    """«Руководителю ООО «Ромашка»» or «Индивидуальному предпринимателю Петрову…», and the address."""
    if employer.is_person:
        whom = capitalised(wording.form(employer.called, Case.DATIVE))
    else:
        whom = f"Руководителю {wording.form(employer.full_name, Case.GENITIVE)}"
    return [line(whom), line(employer.address)]


def citizen_lines(person: Addressee, wording: Wording) -> list[Line]:
    """«Петрову Ивану Сергеевичу» and the address."""
    return [line(wording.form(person.full_name, Case.DATIVE)), line(person.address)]
