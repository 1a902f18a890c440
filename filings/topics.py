"""Topics of filings: the folder's name and what people read."""

_TITLES = {
    "labour": "Работа и зарплата",
    "housing": "Жильё и коммунальные услуги",
    "benefits": "Пособия и выплаты",
    "authorities": "Жалобы в органы власти",
    "debts": "Долги и расписки",
    "family": "Семья и алименты",
    "procedure": "Бумаги для суда",
    "consumer": "Товары и услуги",
    "pensions": "Пенсии",
    "military": "Военнослужащим и их семьям",
    "roads": "Дороги",
    "enforcement": "Исполнение решений",
}


def topic_title(topic: str) -> str:
    """The Russian title of a topic; a topic that nobody has named is shown by its folder."""
    return _TITLES.get(topic, topic)
