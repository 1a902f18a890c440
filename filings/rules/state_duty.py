"""State duty in courts of general jurisdiction: НК РФ, ст. 333.19, 333.36."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from filings.parameters import Parameter, Record, parameter
from filings.questions import Block, Choice, Day, Roubles, question
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
    SPECIAL = "special", "особое производство"
    DIVORCE = "divorce", "развод"
    ALIMONY = "alimony", "алименты"
    APPEAL = "appeal", "апелляционная жалоба"
    CASSATION = "cassation", "кассационная жалоба"
    SUPREME_CASSATION = "supreme_cassation", "жалоба в Верховный Суд"


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


class Input(Block):
    """Госпошлина."""

    price: Roubles | None = question("Цена иска", ru="цена_иска", when=f"procedure={'|'.join(BY_PRICE)}", optional=True)
    filed_on: Day = question("Когда отправляете в суд", ru="подан")
    party: Party = question("Кто платит", ru="плательщик", default=Party.INDIVIDUAL)
    procedure: Procedure = question("С чем обращаетесь", ru="обращение", default=Procedure.CLAIM)
    exemption: Exemption = question("Льгота", ru="льгота", default=Exemption.NONE)


def state_duty(given: Input) -> Conclusion:
    """The duty to pay; an exact sum, the whole roubles to pay are told in the warnings (НК РФ, ст. 52, п. 6).

    Raises AnswersError without a price where the duty depends on it, LegalValueMissing before the first record.
    """
    duty, steps, record, rule = _before_exemption(given)
    if given.exemption is not Exemption.NONE:
        relief = parameter(f"state_duty_exemption_{given.exemption.value}")
        taken, relief_steps = _relief(given, duty, relief.at(given.filed_on).value)
        duty -= taken
        steps = (*steps, *relief_steps)
    return Conclusion(
        rule="state_duty",
        title="Расчёт государственной пошлины",
        value=to_kopecks(duty),
        unit=ROUBLES,
        steps=steps,
        references=(record.reference, *_more_references(given)),
        warnings=(*_advice(given, duty), *_value_warnings(given, rule)),
    )


def scale_duty(price: Decimal, on: date) -> Decimal:
    """The duty of a property claim of that price by the table alone, not rounded (НК РФ, ст. 333.19, п. 1, пп. 1)."""
    table = parameter("state_duty_property_claim").at(on).value
    row = _row(price, table)
    duty = row["base"] + (price - row["over"]) * row["percent"] / 100
    return min(max(duty, Decimal(table["minimum"])), Decimal(table["maximum"]))


def _before_exemption(given: Input) -> tuple[Decimal, tuple[Step, ...], Record, Parameter]:
    if given.procedure not in BY_PRICE:
        return _flat(given)
    if given.price is None:
        raise wrong("цена_иска", "укажите цену иска: от неё зависит пошлина")
    rule = parameter("state_duty_property_claim")
    duty = scale_duty(given.price, given.filed_on)
    steps: tuple[Step, ...] = (_scale_step(given.price, duty, rule.at(given.filed_on).value),)
    if given.procedure is Procedure.COURT_ORDER:
        share = parameter("state_duty_court_order_percent").at(given.filed_on).value
        half = duty * share / 100
        formula = f"{money(duty)} × {percent(share)}"
        steps += (Step(base=duty, rate=share, formula=formula, amount=to_kopecks(half), note="судебный приказ"),)
        duty = half
    return duty, steps, rule.at(given.filed_on), rule


def _flat(given: Input) -> tuple[Decimal, tuple[Step, ...], Record, Parameter]:
    rule = parameter(f"state_duty_{given.procedure.value}")
    record = rule.at(given.filed_on)
    duty = Decimal(record.value[given.party.value])
    step = Step(formula=f"{given.procedure.ru}, {given.party.ru}: {money(duty)}", amount=duty)
    return duty, (step,), record, rule


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
    """НК РФ, ст. 333.36, п. 3: above the limit the duty is lessened by the duty of a claim of 1 000 000 roubles."""
    limit = Decimal(terms["up_to"]) if "up_to" in terms else None
    if limit is None or given.procedure not in BY_PRICE or (given.price or 0) <= limit:
        return duty, (Step(formula=f"льгота ({given.exemption.ru}): пошлину не платят", amount=Decimal("0.00")),)
    taken = scale_duty(limit, given.filed_on)
    if given.procedure is Procedure.COURT_ORDER:
        taken = taken * parameter("state_duty_court_order_percent").at(given.filed_on).value / 100
    note = f"льгота ({given.exemption.ru}): за вычетом пошлины с {number(limit)} руб."
    return taken, (Step(formula=f"{money(duty)} − {money(taken)}", amount=to_kopecks(duty - taken), note=note),)


def _more_references(given: Input) -> list[str]:
    more = []
    if given.procedure is Procedure.COURT_ORDER:
        more.append(parameter("state_duty_court_order_percent").at(given.filed_on).reference)
    if given.exemption is not Exemption.NONE:
        more.append(parameter(f"state_duty_exemption_{given.exemption.value}").at(given.filed_on).reference)
    return more


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


def _value_warnings(given: Input, rule: Parameter) -> tuple[str, ...]:
    relief = []
    if given.exemption is not Exemption.NONE:
        relief.append(parameter(f"state_duty_exemption_{given.exemption.value}"))
    return tuple(text for value in (rule, *relief) for text in value.warnings(given.filed_on))
