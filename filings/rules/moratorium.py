"""Days for which the law forbids to charge: they stay in the calculation as a line with nothing to pay."""

from datetime import date

from filings.parameters import Record, parameter
from filings.rules.accrual import ONE_DAY, Stretch
from filings.rules.conclusion import Step
from filings.rules.figures import day


def cut(piece: Stretch, name: str, due: date) -> list[tuple[Stretch, Record | None]]:
    """The stretch in order of time; a part under the moratorium `name` comes with its record, the rest with None.

    A debt due before the day that the moratorium names arose before it; for a later due day nothing is cut.
    """
    parts: list[tuple[Stretch, Record | None]] = []
    since = piece.since
    for first, last, record in parameter(name).acting(piece.since, piece.until):
        if due >= record.value["debts_before"]:
            continue
        if since < first:
            parts.append((Stretch(since, first - ONE_DAY, piece.balance), None))
        parts.append((Stretch(first, last, piece.balance), record))
        since = last + ONE_DAY
    if since <= piece.until:
        parts.append((Stretch(since, piece.until, piece.balance), None))
    return parts


def step(part: Stretch) -> Step:
    """The line of a calculation that says why nothing is charged."""
    zero = part.balance * 0
    text = "мораторий, не начисляется"
    return Step(since=part.since, until=part.until, days=part.days, base=part.balance, formula=text, amount=zero)


def doubts(name: str, due: date, until: date) -> tuple[str, ...]:
    """A warning when the sum fell due during a moratorium: the debt itself may have arisen before it."""
    return tuple(
        f"Срок платежа пришёлся на мораторий ({record.reference}). Если сам долг возник до {day(record.since)}, "
        f"за дни по {day(record.until or until)} ничего не начисляют: уменьшите расчёт."
        for _, _, record in parameter(name).acting(due, until)
        if record.value["debts_before"] <= due <= (record.until or due)
    )
