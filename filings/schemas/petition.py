"""A petition or complaint to an organisation or an authority: what every such kind has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filings.schemas.base import Filing
from filings.schemas.parties import Person

if TYPE_CHECKING:
    from filings.schemas.organisations import Recipient
    from filings.schemas.parties import Applicant


class Petition(Filing):
    """A kind that goes to an organisation or an authority; it declares the pages `applicant` and `recipient`.

    The header follows 59-ФЗ, ст. 7: to whom, from whom, the address for the answer.
    """

    if TYPE_CHECKING:
        applicant: Applicant
        recipient: Recipient

    def author(self) -> Person:
        """The person who applies."""
        return self.applicant

    def opponent(self) -> str:
        """The organisation or authority that the petition goes to."""
        return self.recipient.title
