"""What people most often come with, in their own words: each leads to its documents in the order of the way."""

from __future__ import annotations

from dataclasses import dataclass

from filings.catalogue import Kind, kinds


@dataclass(frozen=True)
class Situation:
    """`slug` stands in the address; `advice` says in a line how the documents follow each other."""

    slug: str
    said: str
    advice: str
    documents: tuple[str, ...]

    @property
    def kinds(self) -> list[Kind]:
        """Its documents that this service has, in their order."""
        return [kinds()[name] for name in self.documents if name in kinds()]


_ALL = (
    Situation(
        "wages",
        "Не платят зарплату",
        "Деньги начислены, и это видно из расчётного листка, — судебный приказ. Начисления нет или спорят — иск.",
        ("wage_court_order", "wage_claim", "labour_inspectorate_complaint", "employer_documents_demand"),
    ),
    Situation(
        "leak",
        "Затопили квартиру",
        "Сначала нужен акт о заливе, потом претензия, и только если не заплатят — иск.",
        ("leak_report_request", "leak_damage_demand", "leak_damage_claim"),
    ),
    Situation(
        "cold",
        "Холодно или нет воды",
        "Сначала пишут управляющей компании, потом в жилищную инспекцию, потом идут в суд.",
        ("utility_quality_complaint", "housing_inspectorate_complaint", "utility_recalculation_claim"),
    ),
    Situation(
        "bills",
        "Лишнее в квитанции",
        "Начните с заявления о перерасчёте: если начислили больше положенного, полагается ещё и штраф.",
        ("overcharge_refund_demand", "absence_recalculation_request", "manager_information_request"),
    ),
    Situation(
        "repair",
        "Не чинят и не убирают дом",
        "Сначала пишут управляющей компании. Если не помогло — в инспекцию.",
        ("common_property_repair_request", "housing_inspectorate_complaint", "prosecutor_complaint"),
    ),
    Situation(
        "loan",
        "Не возвращают долг",
        "Если в расписке нет срока, начните с требования. Потом — приказ, а если должник спорит — иск.",
        ("loan_repayment_demand", "loan_court_order", "loan_claim"),
    ),
    Situation(
        "alimony",
        "Не платят алименты",
        "Если алиментов ещё не назначили — приказ. Если назначили, но не платят — неустойка.",
        ("alimony_court_order", "alimony_penalty_claim"),
    ),
    Situation(
        "order",
        "Пришёл судебный приказ",
        "Возражения подают за десять дней с получения приказа. Объяснять причину не нужно.",
        ("court_order_objection",),
    ),
    Situation(
        "benefit",
        "Отказали в пособии",
        "На отказ подают жалобу. Если не хватало только бумаги, быстрее подать новое заявление.",
        ("benefit_refusal_complaint", "prosecutor_complaint"),
    ),
    Situation(
        "judgment",
        "Не согласны с решением суда",
        "На апелляционную жалобу обычно есть месяц со дня, когда решение изготовили полностью.",
        ("appeal", "state_duty_motion"),
    ),
)


def situations() -> list[Situation]:
    """Those that have at least one document here."""
    return [one for one in _ALL if one.kinds]


def situation(slug: str) -> Situation | None:
    """The one with this slug."""
    return next((one for one in situations() if one.slug == slug), None)
