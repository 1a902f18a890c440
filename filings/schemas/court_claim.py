"""A statement of claim to a court of general jurisdiction: what every such kind has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions
from filings.schemas.exhibits import Paper
from filings.schemas.parties import Person, RepresentativeAuthority

if TYPE_CHECKING:
    from filings.schemas.organisations import Court, Employer
    from filings.schemas.parties import Claimant, Representative


class CourtClaim(Filing):
    """A kind that is filed with a court; it declares the pages `claimant`, `court` and a respondent.

    `respondents` returns whom the claim is against. The header, the price of claim and the duty follow ГПК РФ, ст. 131.
    """

    calculation_title: ClassVar[str] = "Расчёт взыскиваемых сумм"

    if TYPE_CHECKING:
        claimant: Claimant
        representative: Representative | None
        court: Court

    def author(self) -> Person:
        """The claimant."""
        return self.claimant

    def respondents(self) -> list[Employer]:
        """Whom the claim is against."""
        raise NotImplementedError

    def opponent(self) -> str:
        """The first respondent's name in the text."""
        return self.respondents()[0].called

    def duty_line(self, conclusions: Conclusions) -> str:
        """The line of the header about the state duty: the sum, or the exemption with its norm."""
        raise NotImplementedError

    def price_line(self, conclusions: Conclusions) -> str:
        """The line of the header about the price of claim; empty when there is no property demand."""
        return ""

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """What ГПК РФ, ст. 132 wants beside the evidence: authority of the representative, proof of sending copies."""
        found = [
            Paper(
                "Документ, подтверждающий направление ответчику копии искового заявления "
                "и приложенных к нему документов",
                "Отправьте ответчику копию пакета ценным письмом с описью вложения и сохраните квитанцию и опись "
                "(ГПК РФ, ст. 132, п. 6).",
            )
        ]
        representative = self.representative_or_none()
        if representative and representative.authority is RepresentativeAuthority.POWER:
            found.insert(
                0,
                Paper(
                    "Копия доверенности представителя",
                    "В ней должно быть прямо названо право подписать и подать иск (ГПК РФ, ст. 54).",
                ),
            )
        elif representative and representative.authority is RepresentativeAuthority.ORDER:
            found.insert(0, Paper("Ордер адвоката"))
        elif representative:
            found.insert(0, Paper("Копия документа, подтверждающего полномочия законного представителя"))
        return found
