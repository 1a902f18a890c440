"""What the law concludes from a complaint about a utility: the norm, the cut of the charges, the fine."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from filings.rules import overcharge_fine
from filings.rules.conclusion import Conclusion
from filings.rules.figures import NBSP
from filings.russian import dates
from filings.schemas.conclusions import Conclusions, Total, fact
from filings.schemas.housing._quality_warnings import warnings
from filings.schemas.utility_norm import warnings_of_norm
from filings.schemas.utility_recalculation import counted_period, counting_starts, reductions
from filings.schemas.utility_service import MonthCharge

if TYPE_CHECKING:
    from filings.schemas.housing.utility_quality_complaint import UtilityQualityComplaint

Months = list[tuple[date, Conclusion]]


class UtilityQualityConclusions(Conclusions):
    """What the norms and the calculation give for the text."""

    norm_degrees: int | None = fact("Норма температуры, °C", ru="норма")
    day_tolerance: int = fact("Допустимое снижение днём, °C", ru="дневной_допуск")
    night_tolerance: int = fact("Допустимое снижение ночью, °C", ru="ночной_допуск")
    step_degrees: int = fact("За сколько градусов снижают плату, °C", ru="шаг")
    break_hours: int | None = fact("Допустимый перерыв за месяц, часов", ru="допустимый_перерыв")
    cold_below: int | None = fact("Холоднее скольких градусов вода оплачивается как холодная", ru="порог_холодной_воды")
    percent: Decimal = fact("Снижение платы за час, %", ru="процент")
    item: str = fact("Пункт приложения № 1", ru="пункт_приложения")
    counted_since: str | None = fact("С какого времени считается нарушение", ru="начало_расчёта")
    colder_than_paid: bool = fact("Замер показал воду холоднее порога", ru="вода_как_холодная")
    reduction: Decimal | None = fact("Снижение платы", ru="снижение")
    months: list[str] = fact("За какие месяцы посчитано", ru="месяцы_расчёта")
    fine: Decimal | None = fact("Штраф", ru="штраф")


def conclusions_of(filing: UtilityQualityComplaint, on: date) -> UtilityQualityConclusions:
    """Everything that the template prints beside the answers; `on` is the filing day."""
    norm, calls = filing.norm(), filing.calls or ()
    period, since = counted_period(calls, filing.outage, on), counting_starts(calls, filing.outage)
    cuts = reductions(filing.service, norm, period, filing.measurements or (), filing.charges or ())
    total = sum((cut.value for _, cut in cuts), Decimal(0)) if cuts else None
    fine = fine_for_full_bill(filing.charges or [], cuts, on) if filing.billed_in_full else None
    uncertain = warnings_of_norm(filing.service, filing.trouble, filing.outage.started_at.date())
    calculation = [*(cut for _, cut in cuts), *([fine] if fine else [])]
    return UtilityQualityConclusions(
        norm_degrees=norm.degrees,
        day_tolerance=norm.day_tolerance,
        night_tolerance=norm.night_tolerance,
        step_degrees=norm.each,
        break_hours=norm.break_hours,
        cold_below=norm.cold_below,
        percent=norm.percent,
        item=norm.item,
        counted_since=clock_and_day(since) if since else None,
        colder_than_paid=any(norm.is_paid_as_cold(one.temperature) for one in filing.measurements or ()),
        reduction=total,
        months=[dates.month(month) for month, _ in cuts],
        fine=fine.value if fine else None,
        # What the person must be wary of is not printed in a paper that the other side reads.
        calculation=tuple(one.model_copy(update={"warnings": ()}) for one in calculation),
        totals=_totals(total, fine),
        warnings=(
            *warnings(filing, period, [month for month, _ in cuts], on),
            *dict.fromkeys([*(text for one in calculation for text in one.warnings), *uncertain]),
        ),
    )


def clock_and_day(at: datetime) -> str:
    """«08:20 27.10.2026», for «с … по …»."""
    return f"{at:%H:%M}{NBSP}{dates.day(at)}"


def end_clock_and_day(at: datetime) -> str:
    """The same, but the midnight that ends a day belongs to that day: «24:00 31.10.2026»."""
    return clock_and_day(at) if at.time() != time() else f"24:00{NBSP}{dates.day(at - timedelta(days=1))}"


def fine_for_full_bill(charges: list[MonthCharge], cuts: Months, on: date) -> Conclusion | None:
    """Half of what was charged over (ЖК РФ, ст. 157, ч. 6); a month that is not over has no bill yet."""
    billed = {month: cut.value for month, cut in cuts if month < on.replace(day=1)}
    if not billed:
        return None
    charged = sum((charge.amount for charge in charges if charge.month in billed), Decimal(0))
    due = charged - sum(billed.values(), Decimal(0))
    return overcharge_fine.overcharge_fine(overcharge_fine.Input(charged=charged, due=due))


def _totals(cut: Decimal | None, fine: Conclusion | None) -> tuple[Total, ...]:
    found = [("Снижение платы", cut), ("Штраф", fine.value if fine else None)]
    return tuple(Total(title=title, amount=amount) for title, amount in found if amount is not None)
