"""Whether a family is poor enough for the unified benefit, and which share it gets: 81-ФЗ, ст. 9–10."""

from datetime import date
from decimal import Decimal

from filings.parameters import parameter
from filings.questions import Block, Day, Roubles, Whole, question
from filings.rules.accrual import wrong
from filings.rules.conclusion import Conclusion, Step
from filings.rules.figures import money, percent, plural, to_kopecks

BENEFIT = "unified_benefit"
MINIMUM = "subsistence_minimum"


class Input(Block):
    """Нуждаемость для единого пособия."""

    income: Roubles = question(
        "Доход всей семьи за расчётный год",
        ru="доход",
        hint="Двенадцать месяцев, которые кончились за месяц до обращения",
    )
    members: Whole = question("Сколько человек в семье", ru="человек")
    applied_on: Day = question("Когда обратились за пособием", ru="обращение")
    minimum: Roubles | None = question(
        "Прожиточный минимум на душу в вашем регионе",
        ru="минимум",
        hint="Не знаете — посчитаем по минимуму для России, ответ будет примерным",
        optional=True,
    )
    children: Whole = question("На скольких детей просите пособие", ru="детей", default=1)
    child_minimum: Roubles | None = question(
        "Прожиточный минимум для детей в вашем регионе",
        ru="детский_минимум",
        hint="Для беременной — минимум трудоспособных",
        optional=True,
    )


def unified_benefit_need(given: Input) -> Conclusion:
    """Whether the income per head is not over the regional minimum; the steps tell the share and the sum a month.

    Without the minimum of the region that of Russia is taken, with a warning. Raises AnswersError for a family of none.
    """
    _check(given)
    rule = parameter(BENEFIT)
    record = rule.at(given.applied_on)
    months = income_months(given.applied_on)
    per_head = income_per_head(given.income, given.members, given.applied_on)
    minimum = given.minimum if given.minimum is not None else _of_russia("per_head", given.applied_on)
    need = per_head <= minimum
    formula = f"{money(given.income)} / {months} / {given.members} = {money(per_head)}"
    sign = "не больше" if need else "больше"
    steps = [
        Step(formula=f"доход на человека в месяц: {formula}", amount=to_kopecks(per_head)),
        Step(formula=f"{money(per_head)} {sign} прожиточного минимума {money(minimum)}"),
    ]
    return Conclusion(
        rule="unified_benefit_need",
        title="Расчёт нуждаемости для единого пособия",
        value=need,
        unit="нуждаемость",
        steps=(*steps, *(_shares(given, per_head, minimum) if need else ())),
        references=(record.reference,),
        warnings=(*_advice(given, need), *rule.warnings(given.applied_on)),
    )


def income_months(applied_on: date) -> int:
    """Over how many months the income of the family is taken."""
    return int(parameter(BENEFIT).at(applied_on).value["income_months"])


def income_per_head(income: Decimal, members: int, applied_on: date) -> Decimal:
    """The income of the family that falls to one person in a month, not rounded (81-ФЗ, ст. 9)."""
    return income / income_months(applied_on) / members


def _check(given: Input) -> None:
    if not given.members:
        raise wrong("человек", "в семье хотя бы один человек; посчитайте и себя")
    if given.children > given.members:
        raise wrong("детей", "детей больше, чем человек в семье; проверьте оба числа")


def _of_russia(group: str, on: date) -> Decimal:
    return Decimal(parameter(MINIMUM).at(on).value[group])


def _shares(given: Input, per_head: Decimal, minimum: Decimal) -> list[Step]:
    """The next share is given while the family with the benefit stays below the minimum."""
    base = given.child_minimum if given.child_minimum is not None else _of_russia("child", given.applied_on)
    steps = []
    for share in parameter(BENEFIT).at(given.applied_on).value["steps"]:
        benefit = to_kopecks(base * share / 100) * given.children
        together = per_head + benefit / given.members
        children = f"{given.children} {plural(given.children, 'ребёнка', 'детей', 'детей')}"
        below = "меньше минимума" if together < minimum else "не меньше минимума"
        counted = (
            f"на {children} {money(base)} × {percent(share)} × {given.children}; с ним на человека {money(together)}"
        )
        steps.append(Step(base=base, rate=share, formula=f"пособие {counted}, {below}", amount=benefit))
        if together >= minimum:
            break
    return steps


def _advice(given: Input, need: bool) -> list[str]:
    advice = []
    if given.minimum is None or (need and given.child_minimum is None):
        advice.append("Взят прожиточный минимум по России; пособие считают по минимуму региона, укажите его.")
        advice += parameter(MINIMUM).warnings(given.applied_on)
    if need:
        advice.append("Кроме дохода проверяют имущество и занятость взрослых: отказать могут и при малом доходе.")
    return advice
