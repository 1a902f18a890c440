"""In which procedure the court hears the case: order, simplified, ordinary claim, administrative. ГПК РФ, КАС РФ."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from filings.parameters import Parameter, parameter
from filings.questions import Block, Day, Roubles, YesNo, question
from filings.rules.accrual import wrong
from filings.rules.conclusion import Conclusion, Step
from filings.rules.figures import money
from filings.rules.jurisdiction import ORDER_LIMIT, over_order_limit
from filings.rules.matters import ADMINISTRATIVE, ORDERED, PRICED, Matter
from filings.rules.terms import legal_term

ORDER, SIMPLIFIED = "судебный приказ", "упрощённое производство"
CLAIM, ADMINISTRATIVE_CASE = "исковое производство", "административное судопроизводство"
SIMPLE_LIMIT = "simplified_limit"
MONEY = (*PRICED, Matter.LABOUR_PAY)
NEEDS = "|".join(matter.value for matter in MONEY)
# What makes a demand indisputable, so that an order is issued for it: ГПК РФ, ст. 122.
GROUNDS = {
    Matter.DEBT: "сделка в письменной форме или у нотариуса",
    Matter.UTILITIES: "долг по плате за жильё и коммунальные услуги",
    Matter.LABOUR_PAY: "зарплата начислена, но не выплачена",
    Matter.ALIMONY: "алименты на несовершеннолетних без спора об отцовстве",
}


class Input(Block):
    """В каком порядке рассмотрят дело."""

    matter: Matter = question("О чём дело", ru="дело")
    filed_on: Day = question("Когда отправляете в суд", ru="подан")
    price: Roubles | None = question(
        "Цена иска", ru="цена_иска", hint="У алиментов — сумма за год", when=f"matter={NEEDS}|alimony", optional=True
    )
    indisputable: YesNo = question(
        "Требование подтверждено бумагами",
        ru="бесспорно",
        hint="Письменный договор; начисленная зарплата; алименты на детей, когда отцовство не оспаривают",
        when=f"matter={'|'.join(ORDERED)}",
        default=False,
        optional=True,
    )
    objected: YesNo = question(
        "Должник спорит или приказ уже отменили",
        ru="спор",
        when=f"matter={'|'.join(ORDERED)}",
        default=False,
        optional=True,
    )
    admitted: YesNo = question(
        "Ответчик признал долг или он следует из документов ответчика",
        ru="признан",
        when=f"matter={NEEDS}",
        default=False,
        optional=True,
    )
    non_property: YesNo = question(
        "Есть и неимущественное требование", ru="неимущественное", when=f"matter={NEEDS}", default=False, optional=True
    )


@dataclass(frozen=True)
class _Answer:
    """Whether a procedure fits, why, by which article; `rules` are the legal values that decided."""

    procedure: str
    fits: bool
    reason: str
    article: str
    rules: tuple[Parameter, ...] = ()


def procedure(given: Input) -> Conclusion:
    """The procedure that the law prescribes; the steps try them in order and say why one does not fit.

    Raises AnswersError without a price where it decides, LegalValueMissing before 01.06.2016.
    """
    if given.matter in MONEY and given.price is None:
        raise wrong("цена_иска", "укажите цену иска: от неё зависит порядок")
    tried = list(_tried(given))
    rules = tuple(dict.fromkeys(rule.name for answer in tried for rule in answer.rules))
    return Conclusion(
        rule="procedure",
        title="Выбор порядка рассмотрения дела",
        value=tried[-1].procedure,
        unit="порядок",
        steps=tuple(_step(answer) for answer in tried),
        references=tuple(dict.fromkeys(answer.article for answer in tried)),
        warnings=(
            *_advice(given, tried[-1].procedure),
            *(text for name in rules for text in parameter(name).warnings(given.filed_on)),
        ),
    )


def _tried(given: Input) -> Iterator[_Answer]:
    """The procedures in the order in which the law asks for them, up to the first that fits."""
    if given.matter in ADMINISTRATIVE:
        yield _Answer(ADMINISTRATIVE_CASE, True, "спор с органом власти, приставом, командованием", "КАС РФ, ст. 218")
        return
    for answer in (_order(given), _simplified(given)):
        yield answer
        if answer.fits:
            return
    yield _Answer(CLAIM, True, "остальные порядки не подходят", "ГПК РФ, ст. 131")


def _order(given: Input) -> _Answer:
    refuse = "ГПК РФ, ст. 125, ч. 3; ст. 129" if given.objected else "ГПК РФ, ст. 122"
    if given.matter not in ORDERED:
        return _Answer(ORDER, False, "по таким требованиям приказ не выдают", refuse)
    if given.objected:
        return _Answer(ORDER, False, "есть спор о праве или приказ уже отменили", refuse)
    if not given.indisputable and given.matter is not Matter.UTILITIES:
        return _Answer(ORDER, False, f"бумагами не подтверждено: {GROUNDS[given.matter]}", refuse)
    rule = parameter(ORDER_LIMIT)
    limit = money(Decimal(rule.at(given.filed_on).value))
    if over_order_limit(given.price, given):
        return _Answer(ORDER, False, f"требование больше {limit}", "ГПК РФ, ст. 121, ч. 1", (rule,))
    if given.non_property:
        return _Answer(ORDER, False, "есть неимущественное требование", refuse)
    within = f", не больше {limit}" if given.price is not None else ""
    return _Answer(ORDER, True, f"{GROUNDS[given.matter]}{within}", "ГПК РФ, ст. 121, 122", (rule,))


def _simplified(given: Input) -> _Answer:
    article = "ГПК РФ, ст. 232.2"
    if given.non_property or given.matter not in (*MONEY, Matter.ALIMONY):
        return _Answer(SIMPLIFIED, False, "оно только для споров о деньгах и имуществе", article)
    if given.price is None:
        return _Answer(SIMPLIFIED, False, "неизвестна цена иска: у алиментов это сумма за год", article)
    rule, asked = parameter(SIMPLE_LIMIT), given.price
    record = rule.at(given.filed_on)
    limit = money(Decimal(record.value))
    if asked <= record.value:
        return _Answer(SIMPLIFIED, True, f"цена иска {money(asked)} не больше {limit}", record.reference, (rule,))
    if given.admitted:
        return _Answer(SIMPLIFIED, True, "долг признан, предел цены не действует", "ГПК РФ, ст. 232.2, ч. 1, п. 3")
    return _Answer(SIMPLIFIED, False, f"цена иска {money(asked)} больше {limit}", record.reference, (rule,))


def _step(answer: _Answer) -> Step:
    return Step(formula=f"{answer.procedure}: {'да' if answer.fits else 'нет'}, {answer.reason} ({answer.article})")


def _advice(given: Input, chosen: str) -> Iterator[str]:
    if chosen == ORDER:
        yield "Иск вместо приказа вернут (ГПК РФ, ст. 135, ч. 1, п. 1.1): подавайте заявление о приказе."
        yield f"Приказ выносят за {legal_term('court_order_issue', given.filed_on)}, без вызова сторон."
        if parameter("court_order_copy").acting(given.filed_on, given.filed_on):
            yield "Сначала отправьте копию заявления должнику и приложите квитанцию (ГПК РФ, ст. 124)."
    if chosen == SIMPLIFIED:
        reasons = legal_term("simplified_reasons_request", given.filed_on)
        yield f"Стороны в суд не вызывают. Мотивированное решение просят за {reasons} (ГПК РФ, ст. 232.4)."
        yield f"Апелляционную жалобу подают за {legal_term('simplified_appeal', given.filed_on)}."
    if given.matter is Matter.BAILIFF:
        term = legal_term("bailiff_complaint", given.filed_on)
        yield f"Срок обращения в суд — {term} (КАС РФ, ст. 219, ч. 3)."
    elif given.matter in ADMINISTRATIVE:
        term = legal_term("administrative_claim", given.filed_on)
        yield f"Срок обращения в суд — {term} (КАС РФ, ст. 219, ч. 1)."
