"""Under which headings the rules are listed, and in one line when a person needs each."""

from __future__ import annotations

from filings.rules.catalogue import Rule, rules

_OTHER = "Другие расчёты"

# Order is the order on the page. A rule that is not here is listed last, without a line of its own.
_GROUPS: dict[str, dict[str, str]] = {
    "Работа и зарплата": {
        "delayed_wages": "Зарплату, отпускные или расчёт при увольнении выплатили позже срока. Ст. 236 ТК РФ",
        "unused_leave": "Уволились, а за неиспользованный отпуск не заплатили. Ст. 127 ТК РФ",
        "limitation": "По каким суммам ещё можно подать в суд на работодателя. Ст. 392 ТК РФ",
    },
    "Дом, квартира, коммунальные услуги": {
        "housing_penalty": "За квартиру или коммунальные услуги заплатили позже срока. Ст. 155 ЖК РФ",
        "utility_reduction": "Не было тепла, воды или света, или услуга была плохой. Правила № 354",
        "upkeep_reduction": "В доме не убирали, не работал лифт, не делали ремонт. Правила № 491",
        "overcharge_fine": "В квитанции начислили больше, чем положено. Ст. 156 и 157 ЖК РФ",
    },
    "Семья и дети": {
        "alimony_penalty": "Алименты платят с опозданием или не платят. Ст. 115 СК РФ",
        "unified_benefit_need": "Проходит ли семья по доходу для единого пособия",
    },
    "Долги и покупки": {
        "default_interest": "Деньги не вернули в срок, а своих процентов в договоре нет. Ст. 395 ГК РФ",
        "loan_debt": "Сколько должны по займу вместе с процентами. Ст. 809 и 811 ГК РФ",
        "consumer_penalty": "Магазин или исполнитель нарушил срок. Закон о защите прав потребителей",
    },
    "Военная служба": {
        "wound_payment": "Выплата за ранение по дате события",
    },
    "Обращение в суд": {
        "state_duty": "Сколько заплатить за иск, приказ или жалобу и какая есть льгота. Ст. 333.19 НК РФ",
        "jurisdiction": "В какой суд подавать",
        "procedure": "Приказ, упрощённое производство или обычный иск",
        "deadline": "Когда истекает срок на жалобу, ответ или оплату, с учётом выходных. Ст. 190–194 ГК РФ",
    },
}


def groups() -> list[tuple[str, list[tuple[Rule, str]]]]:
    """Headings with their rules, each with its line; empty headings are left out."""
    known = rules()
    listed = [
        (title, [(known[name], line) for name, line in lines.items() if name in known])
        for title, lines in _GROUPS.items()
    ]
    placed = {name for lines in _GROUPS.values() for name in lines}
    rest = [(rule, "") for name, rule in known.items() if name not in placed]
    return [(title, found) for title, found in [*listed, (_OTHER, rest)] if found]


def group_of(name: str) -> str:
    """The heading under which the rule stands."""
    return next((title for title, lines in _GROUPS.items() if name in lines), _OTHER)
