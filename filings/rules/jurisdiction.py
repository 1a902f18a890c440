"""Which court to go to: the level by the matter and the price, the place, and what the claimant may choose.

ГПК РФ, ст. 23–32; КАС РФ, ст. 18–24.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from filings.parameters import Parameter, parameter
from filings.questions import Block, Day, Roubles, YesNo, question
from filings.rules.accrual import wrong
from filings.rules.conclusion import Conclusion, Step
from filings.rules.figures import money
from filings.rules.matters import ADMINISTRATIVE, ORDERED, PRICED, Matter

JUSTICE, DISTRICT = "мировой судья", "районный суд"
ORDER_LIMIT = "state_duty_court_order_limit"
CIVIL = "|".join(matter.value for matter in Matter if matter not in ADMINISTRATIVE)
WITH_PRICE = "|".join(matter.value for matter in (*PRICED, Matter.LABOUR_PAY))


@dataclass(frozen=True)
class Place:
    """Where the court stands, and the article that says so."""

    where: str
    article: str


GENERAL = Place("по месту жительства ответчика, а если ответчик организация — по её адресу", "ГПК РФ, ст. 28")
UNKNOWN = Place(
    "по последнему известному месту жительства ответчика или по месту его имущества", "ГПК РФ, ст. 29, ч. 1"
)
AGREED = Place("в суд, о котором договорились в договоре", "ГПК РФ, ст. 32")
EXCLUSIVE = Place("только по месту, где находится дом, квартира или участок", "ГПК РФ, ст. 30, ч. 1")
BRANCH = Place("по адресу филиала или представительства", "ГПК РФ, ст. 29, ч. 2")
PERFORMANCE = Place("по месту исполнения, названному в договоре", "ГПК РФ, ст. 29, ч. 9")
SEVERAL = Place("по месту жительства или адресу любого из ответчиков", "ГПК РФ, ст. 31, ч. 1")
OWN = "по своему месту жительства"
WITH_MINOR = Place(f"{OWN}: с вами несовершеннолетний или поездка тяжела по здоровью", "ГПК РФ, ст. 29, ч. 4")
OF_CLAIMANT = {
    Matter.ALIMONY: (Place(OWN, "ГПК РФ, ст. 29, ч. 3"),),
    Matter.PATERNITY: (Place(OWN, "ГПК РФ, ст. 29, ч. 3"),),
    Matter.HEALTH_DAMAGE: (Place(f"{OWN} или по месту причинения вреда", "ГПК РФ, ст. 29, ч. 5"),),
    Matter.LABOUR_PAY: (Place(OWN, "ГПК РФ, ст. 29, ч. 6.3"),),
    Matter.LABOUR: (Place(OWN, "ГПК РФ, ст. 29, ч. 6.3"),),
    Matter.CONSUMER: (
        Place("по своему месту жительства или пребывания", "ГПК РФ, ст. 29, ч. 7"),
        Place("по месту заключения или исполнения договора", "ГПК РФ, ст. 29, ч. 7"),
    ),
    Matter.STATE_BODY: (Place(OWN, "КАС РФ, ст. 24, ч. 3"),),
    Matter.COMMAND: (Place(OWN, "КАС РФ, ст. 24, ч. 3"),),
}
OF_BODY = {
    Matter.STATE_BODY: Place("по месту нахождения органа", "КАС РФ, ст. 22, ч. 1"),
    Matter.BAILIFF: Place("по месту, где пристав исполняет обязанности", "КАС РФ, ст. 22, ч. 2"),
    Matter.COMMAND: Place("по месту нахождения воинской части или органа", "КАС РФ, ст. 22, ч. 1"),
}
# ГПК РФ, ст. 29, ч. 10: the choice is the claimant's; a term of the contract does not take it from the weak side.
PROTECTED = (Matter.CONSUMER, Matter.LABOUR_PAY, Matter.LABOUR)


class Input(Block):
    """В какой суд обращаться."""

    matter: Matter = question("О чём дело", ru="дело")
    filed_on: Day = question("Когда отправляете в суд", ru="подан")
    price: Roubles | None = question("Цена иска", ru="цена_иска", when=f"matter={WITH_PRICE}", optional=True)
    court_order: YesNo = question(
        "Просите судебный приказ",
        ru="приказ",
        when=f"matter={'|'.join(ORDERED)}",
        default=False,
        optional=True,
    )
    non_property: YesNo = question(
        "Есть и неимущественное требование",
        ru="неимущественное",
        hint="Моральный вред, который следует из спора о деньгах, не считают",
        when=f"matter={'|'.join(PRICED)}",
        default=False,
        optional=True,
    )
    children_dispute: YesNo = question(
        "Есть спор о детях", ru="спор_о_детях", when="matter=divorce", default=False, optional=True
    )
    minor_with_claimant: YesNo = question(
        "С вами живёт несовершеннолетний ребёнок или поездка тяжела по здоровью",
        ru="ребёнок_с_истцом",
        when="matter=divorce",
        default=False,
        optional=True,
    )
    branch: YesNo = question(
        "Спор из-за работы филиала", ru="филиал", when=f"matter={CIVIL}", default=False, optional=True
    )
    performance: YesNo = question(
        "В договоре названо место исполнения",
        ru="место_исполнения",
        when=f"matter={CIVIL}",
        default=False,
        optional=True,
    )
    agreed_court: YesNo = question(
        "В договоре есть условие о суде", ru="суд_в_договоре", when=f"matter={CIVIL}", default=False, optional=True
    )
    several_respondents: YesNo = question(
        "Ответчиков несколько, живут в разных местах",
        ru="несколько_ответчиков",
        when=f"matter={CIVIL}",
        default=False,
        optional=True,
    )
    unknown_address: YesNo = question(
        "Место жительства ответчика неизвестно",
        ru="адрес_неизвестен",
        when=f"matter={CIVIL}",
        default=False,
        optional=True,
    )


@dataclass(frozen=True)
class _Level:
    court: str
    reason: str
    article: str
    rules: tuple[Parameter, ...] = ()


def jurisdiction(given: Input) -> Conclusion:
    """The level of the court; the steps say why, where it stands and what the claimant may choose.

    Raises AnswersError without a price where the court depends on it, LegalValueMissing before 01.06.2016.
    """
    if given.matter in PRICED and given.price is None and not given.non_property:
        raise wrong("цена_иска", "укажите цену иска: от неё зависит, мировой это судья или районный суд")
    level, (main, choices) = _level(given), _places(given)
    steps = [Step(formula=f"{level.court}: {level.reason} ({level.article})"), _step("куда", main)]
    steps += [_step("или, по вашему выбору", place) for place in choices]
    articles = [level.article, main.article, *(place.article for place in choices)]
    return Conclusion(
        rule="jurisdiction",
        title="Выбор суда",
        value=level.court,
        unit="суд",
        steps=tuple(steps),
        references=tuple(dict.fromkeys(articles)),
        warnings=(*_advice(given), *(text for rule in level.rules for text in rule.warnings(given.filed_on))),
    )


def _step(how: str, place: Place) -> Step:
    return Step(formula=f"{how}: {place.where} ({place.article})")


def _level(given: Input) -> _Level:
    if given.matter is Matter.COMMAND:
        rule = parameter("garrison_court")
        record = rule.at(given.filed_on)
        return _Level(record.value, "военнослужащий спорит с командованием", record.reference, (rule,))
    if given.matter in ADMINISTRATIVE:
        return _Level(DISTRICT, "административное дело", "КАС РФ, ст. 19")
    if given.court_order and not over_order_limit(given.price, given):
        return _Level(JUSTICE, "судебный приказ", "ГПК РФ, ст. 23, ч. 1, п. 1")
    if given.matter is Matter.DIVORCE and not given.children_dispute:
        return _Level(JUSTICE, "развод без спора о детях", "ГПК РФ, ст. 23, ч. 1, п. 2")
    if given.matter in PRICED and not given.non_property:
        return _by_price(given)
    why = "есть спор о детях" if given.children_dispute else "такие дела не отнесены к мировому судье"
    return _Level(DISTRICT, "есть неимущественное требование" if given.non_property else why, "ГПК РФ, ст. 24")


def _by_price(given: Input) -> _Level:
    asked = given.price or Decimal(0)
    rule = parameter("justice_consumer_limit" if given.matter is Matter.CONSUMER else "justice_property_limit")
    record = rule.at(given.filed_on)
    limit, price = money(Decimal(record.value)), money(asked)
    if asked <= record.value:
        article = "ГПК РФ, ст. 23, ч. 1, п. 3" if given.matter is Matter.PROPERTY_DIVISION else record.reference
        return _Level(JUSTICE, f"цена иска {price} не больше {limit}", article, (rule,))
    return _Level(DISTRICT, f"цена иска {price} больше {limit}", f"{record.reference}; ст. 24", (rule,))


def over_order_limit(price: Decimal | None, given: Block) -> bool:
    """ГПК РФ, ст. 121, ч. 1: an order is not issued for more; a share of income (alimony) has no price."""
    return (price or 0) > parameter(ORDER_LIMIT).at(given.filed_on).value


def _places(given: Input) -> tuple[Place, tuple[Place, ...]]:
    """The place by the general rule and the places to choose from."""
    if given.matter in ADMINISTRATIVE:
        return OF_BODY[given.matter], OF_CLAIMANT.get(given.matter, ())
    if given.matter is Matter.REAL_ESTATE:
        return EXCLUSIVE, ()
    if given.agreed_court and given.matter not in PROTECTED:
        return AGREED, ()
    return UNKNOWN if given.unknown_address else GENERAL, tuple(_choices(given))


def _choices(given: Input) -> Iterator[Place]:
    yield from OF_CLAIMANT.get(given.matter, ())
    if given.minor_with_claimant:
        yield WITH_MINOR
    if given.branch:
        yield BRANCH
    if given.performance:
        yield PERFORMANCE
    if given.several_respondents:
        yield SEVERAL


def _advice(given: Input) -> Iterator[str]:
    if given.court_order and over_order_limit(given.price, given):
        limit = money(Decimal(parameter(ORDER_LIMIT).at(given.filed_on).value))
        yield f"Судебный приказ выдают по требованиям до {limit} руб. (ГПК РФ, ст. 121): нужен иск."
    if given.agreed_court and given.matter in PROTECTED:
        yield "Условие договора о суде не отнимает у вас права выбрать суд по закону (ГПК РФ, ст. 29, ч. 10)."
    if given.agreed_court and given.matter is Matter.REAL_ESTATE:
        yield "Договориться о другом суде по спору о праве на недвижимость нельзя (ГПК РФ, ст. 32)."
    if given.matter is Matter.BAILIFF:
        yield "По своему месту жительства жаловаться на пристава нельзя: выбор по ст. 24 КАС РФ здесь не действует."
