"""A petition, a complaint, a demand to an organisation, an authority or a citizen, outside the courts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filings.questions import YesNo, page
from filings.schemas.agent import Agent, authority_paper
from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions
from filings.schemas.exhibits import Paper
from filings.schemas.organisations import Recipient
from filings.schemas.parties import Applicant, Person

if TYPE_CHECKING:
    from filings.schemas.employers import EmployerByName
    from filings.schemas.other_citizen import Addressee


class Petition(Filing):
    """A kind that goes to an organisation, an authority or a citizen; it declares the page `recipient`.

    The header follows 59-ФЗ, ст. 7: to whom, from whom, the address for the answer.
    """

    applicant: Applicant = page("Кто обращается", ru="заявитель")
    represented: YesNo = page(
        "Подаёт представитель?",
        ru="есть_представитель",
        default=False,
        hint="Если пишете за себя, ответьте «нет»",
    )
    representative: Agent | None = page("Кто представитель", ru="представитель", when="represented")

    if TYPE_CHECKING:
        recipient: Recipient

    def author(self) -> Person:
        """The person who applies."""
        return self.applicant

    def addressee(self) -> Recipient | Addressee | EmployerByName:
        """To whom the petition goes."""
        return self.recipient

    def people(self) -> list[Person]:
        """The author, the representative and an addressee who is a citizen."""
        addressee = self.addressee()
        return [*super().people(), *([addressee] if isinstance(addressee, Person) else [])]

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """The authority of the representative; a kind adds what else the code wants."""
        return [authority_paper(self.representative)] if self.representative else []

    def opponent(self) -> str:
        """The addressee's name."""
        addressee = self.addressee()
        return addressee.title if isinstance(addressee, Recipient) else addressee.called

    def on_behalf_of(self) -> str:
        """For a collective petition: in whose name, genitive («жителей дома …»); the applicant is then the contact."""
        return ""
