"""Russian names of the topics under which the start page lists the kinds."""

from __future__ import annotations

from filings.catalogue import Kind, kinds

# Order is the order on the page: what people come for most stands first.
_TITLES = {
    "labour": "Работа и зарплата",
    "housing": "Дом, квартира, коммунальные услуги",
    "benefits": "Пособия и пенсии",
    "military": "Военная служба: выплаты, статус, долги",
    "family": "Семья и алименты",
    "debts": "Долги и займы",
    "consumer": "Покупки и услуги",
    "roads": "Дороги",
    "enforcement": "Исполнение решений, приставы",
    "procedure": "Документы для суда",
}


def topics() -> list[tuple[str, list[Kind]]]:
    """Topics in order, each with its kinds by title; a topic without a Russian name stands last under «Другое»."""
    groups: dict[str, list[Kind]] = {title: [] for title in (*_TITLES.values(), "Другое")}
    for kind in sorted(kinds().values(), key=lambda one: one.about.title.casefold()):
        groups[_TITLES.get(kind.topic, "Другое")].append(kind)
    return [(title, found) for title, found in groups.items() if found]
