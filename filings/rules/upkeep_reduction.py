"""The charge cut for upkeep of a house that was not done: ПП РФ от 13.08.2006 № 491, the rules on the charge."""

from calendar import monthrange
from datetime import date

from filings.parameters import parameter
from filings.questions import Block, Month, Roubles, Whole, question
from filings.rules.accrual import wrong
from filings.rules.conclusion import ROUBLES, Conclusion, Step
from filings.rules.figures import days, money, to_kopecks


class Input(Block):
    """Снижение платы за уборку, ремонт и другое содержание дома."""

    cost: Roubles = question(
        "Сколько стоит эта услуга за месяц", ru="стоимость", hint="Её часть в плате за содержание жилья"
    )
    month: Month = question("За какой месяц", ru="месяц")
    days: Whole = question("Сколько полных дней услуги не было или она была плохой", ru="дней")


def upkeep_reduction(given: Input) -> Conclusion:
    """The share of the full days in the month: cost / days of the month × days without the service."""
    long = days_of(given.month)
    if not 0 < given.days <= long:
        raise wrong("дней", f"в этом месяце {long} дн.; напишите число от 1 до {long}")
    rule = parameter("upkeep_reduction")
    amount = to_kopecks(given.cost * given.days / long)
    return Conclusion(
        rule="upkeep_reduction",
        title="Снижение платы за содержание жилого помещения",
        value=amount,
        unit=ROUBLES,
        steps=(Step(formula=f"{money(given.cost)} / {days(long)} × {days(given.days)}", amount=amount),),
        references=(rule.at(given.month).reference,),
        warnings=rule.warnings(given.month),
    )


def days_of(month: date) -> int:
    """How many days the month has."""
    return monthrange(month.year, month.month)[1]
