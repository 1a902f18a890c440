"""Topics of filings: the folder's name and what people read, in the order in which people come for them."""

TITLES = {
    "labour": "Работа и зарплата",
    "housing": "Дом, квартира, коммунальные услуги",
    "benefits": "Пособия и выплаты",
    "pensions": "Пенсии",
    "military": "Военная служба: выплаты, статус, долги",
    "family": "Семья и алименты",
    "debts": "Долги и займы",
    "consumer": "Покупки и услуги",
    "roads": "Дороги",
    "enforcement": "Исполнение решений, приставы",
    "authorities": "Жалобы в органы власти",
    "procedure": "Документы для суда",
}


def topic_title(topic: str) -> str:
    """The Russian title of a topic; a topic that nobody has named is shown by its folder."""
    return TITLES.get(topic, topic)
