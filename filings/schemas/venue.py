"""Whether the court that a person names is of the level that the law prescribes for the claim."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from filings.questions import wrong
from filings.rules.conclusion import Conclusion
from filings.rules.jurisdiction import JUSTICE, Input, jurisdiction
from filings.rules.matters import Matter
from filings.schemas.courts import GeneralCourt


def venue(matter: Matter, on: date, price: Decimal | None = None, **more: Any) -> Conclusion:
    """The rule `jurisdiction` for this claim; `more` are further answers of its Input («non_property=True»)."""
    asked = {"price": price} if price is not None else {}
    return jurisdiction(Input(matter=matter, filed_on=on, **asked, **more))


def wrong_level(court: GeneralCourt, found: Conclusion, name: str = "court.title") -> PydanticCustomError | None:
    """The error to raise at `name` when the court is of the other level; None when it is right."""
    right = JUSTICE if court.is_magistrate else "районный суд"
    if found.value == right:
        return None
    wanted = "мировой судья: впишите его участок" if found.value == JUSTICE else "районный (городской) суд: впишите его"
    return wrong(name, "это дело рассматривает {wanted}. Почему: {why}", wanted=wanted, why=found.steps[0].formula)
