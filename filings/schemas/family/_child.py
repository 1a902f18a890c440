"""Children for whom alimony is paid, and where a parent may turn to a court."""

from __future__ import annotations

from datetime import date

from filings.questions import Choice, PastDay, question
from filings.schemas.parties import Person
from filings.schemas.printed_texts import BareNumber

_MAJORITY_YEARS = 18  # ГК РФ, ст. 21, п. 1


class Child(Person):
    """Ребёнок: имя и дата рождения."""

    born_on: PastDay = question("Дата рождения", ru="дата_рождения")

    @property
    def adult_on(self) -> date:
        """The eighteenth birthday; of one born on 29 February the first of March where there is no such day."""
        year = self.born_on.year + _MAJORITY_YEARS
        try:
            return self.born_on.replace(year=year)
        except ValueError:
            return date(year, 3, 1)


class CertifiedChild(Child):
    """Ребёнок со свидетельством о рождении. Source: ГПК РФ, ст. 124, ч. 2, п. 6."""

    certificate: BareNumber = question(
        "Серия и номер свидетельства о рождении", ru="свидетельство", example="I-ОН 512345"
    )


class AlimonyVenue(Choice):
    """По какому правилу выбран суд. Source: ГПК РФ, ст. 28; ст. 29, ч. 3."""

    OWN = "own", "там, где вы живёте"
    DEBTOR = "debtor", "там, где живёт должник"
