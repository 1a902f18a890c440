"""Who acts for a person outside a court: no code demands an identifier there, so none is asked."""

from __future__ import annotations

from filings.questions import AddressLine, Email, Phone, question
from filings.schemas.exhibits import Paper
from filings.schemas.parties import Person, RepresentativeAuthority
from filings.schemas.printed_texts import NumberAndDay


class Agent(Person):
    """Представитель гражданина в организации. Source: ГК РФ, ст. 182, 185."""

    authority: RepresentativeAuthority = question("На чём основаны полномочия", ru="полномочия", new_page="Полномочия")
    document: NumberAndDay | None = question(
        "Номер и дата доверенности или ордера",
        ru="номер_полномочий",
        when="authority=power_of_attorney|advocate_order",
        example="№ 12 от 01.11.2026",
    )
    address: AddressLine | None = question(
        "Адрес представителя", ru="адрес", optional=True, new_page="Как связаться с представителем"
    )
    phone: Phone | None = question("Телефон представителя", ru="телефон", optional=True)
    email: Email | None = question("Электронная почта представителя", ru="почта", optional=True)


def authority_paper(agent: Agent) -> Paper:
    """The proof of authority that goes with the filing."""
    if agent.authority is RepresentativeAuthority.POWER:
        return Paper(
            "Копия доверенности представителя", "Без неё заявление представителя могут не рассмотреть (ГК РФ, ст. 185)."
        )
    if agent.authority is RepresentativeAuthority.ORDER:
        return Paper("Ордер адвоката")
    return Paper("Копия документа, подтверждающего полномочия законного представителя")
