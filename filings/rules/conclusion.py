"""A conclusion explains itself: the value, the steps to follow with a pencil, the norms, what to be wary of."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict

from filings.rules.figures import to_kopecks

ROUBLES = "руб."


class Step(BaseModel):
    """One line of a calculation: a period, the sum it is counted on, the rate in percent, the formula, the result."""

    model_config = ConfigDict(frozen=True)

    since: date | None = None
    until: date | None = None
    days: int | None = None
    base: Decimal | None = None
    rate: Decimal | None = None
    formula: str
    amount: Decimal | None = None
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        """The line as others read it: money with two decimals, ISO dates, null for what is absent."""
        return {
            "from": _plain(self.since),
            "until": _plain(self.until),
            "days": self.days,
            "base": _roubles(self.base),
            "rate": _plain(self.rate),
            "formula": self.formula,
            "amount": _roubles(self.amount),
        }


class Conclusion(BaseModel):
    """What a rule concluded; `title` heads the printed calculation, `unit` names what `value` counts."""

    model_config = ConfigDict(frozen=True)

    rule: str
    title: str
    value: bool | date | Decimal | str
    unit: str = ""
    steps: tuple[Step, ...] = ()
    references: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The stable form for scripts: rule, value, unit, steps, references, warnings."""
        value = _roubles(self.value) if self.unit == ROUBLES else _plain(self.value)
        return {
            "rule": self.rule,
            "value": value,
            "unit": self.unit,
            "steps": [step.as_json() for step in self.steps],
            "references": list(self.references),
            "warnings": list(self.warnings),
        }


def total(steps: tuple[Step, ...]) -> Decimal:
    """The sum of the amounts of the steps; each is already rounded where the law rounds."""
    return sum((step.amount for step in steps if step.amount is not None), Decimal("0.00"))


def _roubles(amount: Any) -> str | None:
    return None if amount is None else str(to_kopecks(amount))


def _plain(value: Any) -> str | bool | None:
    if value is None or isinstance(value, bool):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)
