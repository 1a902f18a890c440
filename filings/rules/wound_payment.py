"""The lump sum for a wound on service: Указы Президента РФ от 05.03.2022 № 98, от 14.11.2024 № 972; ПП РФ № 1534."""

from decimal import Decimal

from filings.parameters import parameter
from filings.questions import Block, Choice, Day, Roubles, YesNo, question
from filings.rules.conclusion import ROUBLES, Conclusion, Step
from filings.rules.figures import day, money

BY_SEVERITY = "wound_payment"
FOR_DISABILITY = "wound_disability_payment"


class Severity(Choice):
    """Тяжесть ранения по справке военно-врачебной комиссии."""

    SEVERE = "severe", "тяжёлое"
    LIGHT = "light", "лёгкое"
    MINOR = "minor", "иное", "лёгкое, не вошедшее в перечень"


class Input(Block):
    """Выплата за ранение."""

    wounded_on: Day = question("Когда был ранен", ru="ранен")
    severity: Severity = question("Какое ранение", ru="тяжесть", hint="Как в справке о ранении")
    disability: YesNo = question("Из-за ранения установили инвалидность", ru="инвалидность", default=False)
    paid: Roubles = question("Сколько уже выплатили", ru="выплачено", default=Decimal(0))


def wound_payment(given: Input) -> Conclusion:
    """What is still to be paid: the sum of the severity, or the sum for disability, less what was paid.

    The day of the wound chooses the law. Raises LegalValueMissing before 24.02.2022.
    """
    by_severity, for_disability = parameter(BY_SEVERITY), parameter(FOR_DISABILITY)
    record = by_severity.at(given.wounded_on)
    due, used = Decimal(record.value[given.severity.value]), [by_severity]
    steps = [Step(formula=f"{given.severity.ru} ранение {day(given.wounded_on)}: {money(due)}", amount=due)]
    if given.disability:
        due = Decimal(for_disability.at(given.wounded_on).value["total"])
        used.append(for_disability)
        formula = f"инвалидность, вместе с выплатой за ранение: {money(due)}"
        steps = [steps[0].model_copy(update={"amount": None}), Step(formula=formula, amount=due)]
    if given.paid:
        # More than is due may have been paid by an earlier rule: nothing is to be returned, so not below zero.
        taken = min(given.paid, due)
        steps.append(Step(formula=f"уже выплачено: {money(given.paid)}", amount=-taken))
    return Conclusion(
        rule="wound_payment",
        title="Расчёт единовременной выплаты за ранение",
        value=max(due - given.paid, Decimal("0.00")),
        unit=ROUBLES,
        steps=tuple(steps),
        references=tuple(rule.at(given.wounded_on).reference for rule in used),
        warnings=(*_advice(given, due), *(text for rule in used for text in rule.warnings(given.wounded_on))),
    )


def _advice(given: Input, due: Decimal) -> list[str]:
    advice = []
    since = parameter(FOR_DISABILITY).at(given.wounded_on).value["since"]
    if given.disability and given.wounded_on < since:
        fund = "платит не воинская часть, а фонд «Защитники Отечества»"
        advice.append(f"Ранение было до {day(since)}: выплату за инвалидность {fund}. Обратитесь в его филиал.")
    if given.paid > due:
        advice.append("Выплатили больше, чем положено по этим ответам: проверьте тяжесть ранения и сумму.")
    advice.append("Страховую сумму по Федеральному закону от 28.03.1998 № 52-ФЗ платят отдельно.")
    return advice
