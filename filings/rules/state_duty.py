"""State duty in courts of general jurisdiction: НК РФ, ст. 333.19, 333.20, 333.36."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from filings.parameters import Parameter, parameter
from filings.questions import Block, Choice, Day, Roubles, Whole, YesNo, question
from filings.rules.accrual import wrong
from filings.rules.conclusion import ROUBLES, Conclusion, Step
from filings.rules.figures import money, number, percent, to_kopecks, to_roubles


class Party(Choice):
    """Кто платит."""

    INDIVIDUAL = "individual", "гражданин"
    ORGANISATION = "organisation", "организация"


class Procedure(Choice):
    """С чем обращаются в суд."""

    CLAIM = "claim", "имущественный иск"
    COURT_ORDER = "court_order", "судебный приказ"
    NON_PROPERTY = "non_property", "неимущественный иск"
    ADMINISTRATIVE_CLAIM = "administrative_claim", "административный иск"
    NORMATIVE_ACT = "normative_act", "оспаривание нормативного акта"
    SPECIAL = "special", "особое производство"
    DIVORCE = "divorce", "развод"
    ALIMONY = "alimony", "алименты"
    APPEAL = "appeal", "апелляционная жалоба"
    CASSATION = "cassation", "кассационная жалоба"
    SUPREME_CASSATION = "supreme_cassation", "жалоба в Верховный Суд"
    INTERIM_MEASURES = "interim_measures", "обеспечение иска"
    NEW_CIRCUMSTANCES = "new_circumstances", "новые или вновь открывшиеся обстоятельства"
    DEFAULT_JUDGMENT_REVIEW = "default_judgment_review", "пересмотр заочного решения"
    WRIT_DUPLICATE = "writ_duplicate", "дубликат исполнительного листа"
    EXECUTION_REVERSAL = "execution_reversal", "поворот исполнения"


class Exemption(Choice):
    """Льгота по пошлине."""

    NONE = "none", "нет"
    CONSUMER = "consumer", "потребитель"
    LABOUR = "labour", "трудовой спор"
    ALIMONY = "alimony", "алименты"
    PENSIONER = "pensioner", "пенсионер против пенсионного органа"
    DISABLED = "disabled", "инвалид"
    VETERAN = "veteran", "ветеран"
    CHILD_RIGHTS = "child_rights", "права ребёнка"
    HEALTH_DAMAGE = "health_damage", "вред здоровью"


BY_PRICE = (Procedure.CLAIM, Procedure.COURT_ORDER)
MORE_DEMANDS = (Procedure.CLAIM, Procedure.NON_PROPERTY, Procedure.DIVORCE)


class Input(Block):
    """Госпошлина."""

    price: Roubles | None = question("Цена иска", ru="цена_иска", when=f"procedure={'|'.join(BY_PRICE)}", optional=True)
    filed_on: Day = question("Когда отправляете в суд", ru="подан")
    party: Party = question("Кто платит", ru="плательщик", default=Party.INDIVIDUAL)
    procedure: Procedure = question("С чем обращаетесь", ru="обращение", default=Procedure.CLAIM)
    exemption: Exemption = question("Льгота", ru="льгота", default=Exemption.NONE)
    more_demands: Whole = question(
        "Сколько ещё неимущественных требований",
        ru="неимущественных_требований",
        hint="Требование, которое следует из другого (моральный вред), не считают",
        when=f"procedure={'|'.join(MORE_DEMANDS)}",
        default=0,
        optional=True,
    )
    single_dwelling: YesNo = question(
        "Спор о праве на единственное жильё",
        ru="единственное_жильё",
        when="procedure=claim",
        default=False,
        optional=True,
    )
    for_both: YesNo = question(
        "Алименты и на детей, и на себя", ru="на_детей_и_себя", when="procedure=alimony", default=False, optional=True
    )


def state_duty(given: Input) -> Conclusion:
    """The duty to pay; an exact sum, the whole roubles to pay are told in the warnings (НК РФ, ст. 52, п. 6).

    Raises AnswersError without a price where the duty depends on it, LegalValueMissing before the first record.
    """
    _check(given)
    duty, steps, rule = _before_exemption(given)
    rules = [rule, *_used_too(given)]
    if given.exemption is not Exemption.NONE:
        relief = parameter(f"state_duty_exemption_{given.exemption.value}")
        taken, relief_steps = _relief(given, duty, relief.at(given.filed_on).value)
        duty -= taken
        steps = (*steps, *relief_steps)
        rules.append(relief)
    return Conclusion(
        rule="state_duty",
        title="Расчёт государственной пошлины",
        value=to_kopecks(duty),
        unit=ROUBLES,
        steps=steps,
        references=tuple(dict.fromkeys(used.at(given.filed_on).reference for used in rules)),
        warnings=(*_advice(given, duty), *(text for used in rules for text in used.warnings(given.filed_on))),
    )


def scale_duty(price: Decimal, on: date) -> Decimal:
    """The duty of a property claim of that price by the table alone, not rounded (НК РФ, ст. 333.19, п. 1, пп. 1)."""
    table = parameter("state_duty_property_claim").at(on).value
    row = _row(price, table)
    duty = row["base"] + (price - row["over"]) * row["percent"] / 100
    return min(max(duty, Decimal(table["minimum"])), Decimal(table["maximum"]))


def _check(given: Input) -> None:
    if given.procedure in BY_PRICE and given.price is None:
        raise wrong("цена_иска", "укажите цену иска: от неё зависит пошлина")
    if given.more_demands and given.procedure not in MORE_DEMANDS:
        raise wrong("неимущественных_требований", "их прибавляют только к иску: выберите «имущественный иск»")
    if given.single_dwelling and (given.procedure is not Procedure.CLAIM or given.party is not Party.INDIVIDUAL):
        raise wrong("единственное_жильё", "пошлину снижают только гражданину и только по имущественному иску")


def _before_exemption(given: Input) -> tuple[Decimal, tuple[Step, ...], Parameter]:
    if given.procedure not in BY_PRICE:
        return _flat(given)
    rule = parameter("state_duty_property_claim")
    duty = scale_duty(given.price or Decimal(0), given.filed_on)
    step = _scale_step(given.price or Decimal(0), duty, rule.at(given.filed_on).value)
    share, note = _share(given)
    if note:
        part = duty * share / 100
        formula = f"{money(duty)} × {percent(share)}"
        more = Step(base=duty, rate=share, formula=formula, amount=to_kopecks(part), note=note)
        return _with_more_demands(given, part, (step, more), rule)
    return _with_more_demands(given, duty, (step,), rule)


def _share(given: Input) -> tuple[Decimal, str]:
    """Which percent of the duty of a property claim is paid, and why less than the whole."""
    if given.procedure is Procedure.COURT_ORDER:
        return parameter("state_duty_court_order_percent").at(given.filed_on).value, "судебный приказ"
    if given.single_dwelling:
        return parameter("state_duty_single_dwelling_percent").at(given.filed_on).value, "единственное жильё"
    return Decimal(100), ""


def _flat(given: Input) -> tuple[Decimal, tuple[Step, ...], Parameter]:
    rule = parameter(f"state_duty_{given.procedure.value}")
    once = Decimal(rule.at(given.filed_on).value[given.party.value])
    times = parameter("state_duty_alimony_for_both").at(given.filed_on).value if given.for_both else 1
    counted = f"{money(once)} × {times}" if times > 1 else money(once)
    step = Step(formula=f"{given.procedure.ru}, {given.party.ru}: {counted}", amount=once * times)
    return _with_more_demands(given, once * times, (step,), rule)


def _with_more_demands(
    given: Input, duty: Decimal, steps: tuple[Step, ...], rule: Parameter
) -> tuple[Decimal, tuple[Step, ...], Parameter]:
    """НК РФ, ст. 333.20, п. 1, пп. 1: a claim with demands of both kinds bears the duty of both."""
    if not given.more_demands:
        return duty, steps, rule
    once = Decimal(parameter("state_duty_non_property").at(given.filed_on).value[given.party.value])
    amount = once * given.more_demands
    formula = f"неимущественные требования: {money(once)} × {given.more_demands}"
    together = Step(formula=f"{money(duty)} + {money(amount)}", amount=to_kopecks(duty + amount), note="вместе")
    return duty + amount, (*steps, Step(formula=formula, amount=amount), together), rule


def _row(price: Decimal, table: dict[str, Any]) -> dict[str, Any]:
    scale = table["scale"]
    return next((row for row, following in pairwise(scale) if price <= following["over"]), scale[-1])


def _scale_step(price: Decimal, duty: Decimal, table: dict[str, Any]) -> Step:
    row = _row(price, table)
    counted = row["base"] + (price - row["over"]) * row["percent"] / 100
    limit = "" if counted == duty else f", {'не меньше' if duty > counted else 'не больше'} {money(duty)}"
    return Step(
        base=price - row["over"],
        rate=row["percent"] or None,
        formula=_scale_formula(price, row) + limit,
        amount=to_kopecks(duty),
    )


def _scale_formula(price: Decimal, row: dict[str, Any]) -> str:
    if not row["percent"]:
        return f"цена иска {money(price)}: пошлина {money(Decimal(row['base']))}"
    if not row["base"]:
        return f"{money(price)} × {percent(row['percent'])}"
    over = f"({money(price)} − {money(Decimal(row['over']))})"
    return f"{money(Decimal(row['base']))} + {percent(row['percent'])} × {over}"


def _relief(given: Input, duty: Decimal, terms: dict[str, Any]) -> tuple[Decimal, tuple[Step, ...]]:
    """НК РФ, ст. 333.36, п. 3: above the limit the duty of the price is lessened by that of 1 000 000 roubles.

    Demands without a price stay exempt: the limit speaks of property claims alone.
    """
    limit = Decimal(terms["up_to"]) if "up_to" in terms else None
    if limit is None or given.procedure not in BY_PRICE or (given.price or 0) <= limit:
        return duty, (Step(formula=f"льгота ({given.exemption.ru}): пошлину не платят", amount=Decimal("0.00")),)
    share, _ = _share(given)
    left = (scale_duty(given.price or Decimal(0), given.filed_on) - scale_duty(limit, given.filed_on)) * share / 100
    taken = duty - left
    note = f"льгота ({given.exemption.ru}): за вычетом пошлины с {number(limit)} руб."
    if given.more_demands:
        note += " и пошлины за неимущественные требования"
    return taken, (Step(formula=f"{money(duty)} − {money(taken)}", amount=to_kopecks(left), note=note),)


def _used_too(given: Input) -> list[Parameter]:
    """The legal values that the duty rests on besides the main one."""
    used = {
        "state_duty_court_order_percent": given.procedure is Procedure.COURT_ORDER,
        "state_duty_single_dwelling_percent": given.single_dwelling,
        "state_duty_alimony_for_both": given.for_both,
        "state_duty_several_demands": given.more_demands,
        "state_duty_non_property": given.more_demands,
    }
    return [parameter(name) for name, needed in used.items() if needed]


def _advice(given: Input, duty: Decimal) -> list[str]:
    advice = []
    if duty != to_roubles(duty):
        advice.append(f"Пошлину платят в полных рублях: {number(to_roubles(duty))} руб. (НК РФ, ст. 52, п. 6).")
    if given.procedure is Procedure.COURT_ORDER:
        advice.extend(_over_limit(given))
    if given.procedure is Procedure.ALIMONY and duty:
        advice.append("Истец по делу об алиментах пошлину не платит: суд взыщет её с ответчика.")
    return advice


def _over_limit(given: Input) -> list[str]:
    """ГПК РФ, ст. 121, ч. 1; before 01.06.2016 there was no limit."""
    limits = parameter("state_duty_court_order_limit").acting(given.filed_on, given.filed_on)
    return [
        f"Судебный приказ выдают по требованиям до {number(record.value)} руб. (ГПК РФ, ст. 121): нужен иск."
        for _, _, record in limits
        if (given.price or 0) > record.value
    ]
