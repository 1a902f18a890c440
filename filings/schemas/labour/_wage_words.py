"""What a wage claim asks for, in the words and the order of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from filings.schemas.labour._proof import proved_by

if TYPE_CHECKING:
    from filings.schemas.labour.wage_claim import WageClaim


def subject(claim: WageClaim) -> str:
    """«о взыскании заработной платы, компенсации за задержку выплаты и морального вреда»."""
    paid = ["заработной платы"] if claim.debts else []
    paid += ["компенсации за неиспользованный отпуск"] if claim.daily_pay() else []
    paid += ["процентов за задержку выплаты"]
    paid += ["компенсации морального вреда"] if claim.moral else []
    what = f"взыскании {', '.join(paid[:-1])} и {paid[-1]}"
    return f"об установлении факта трудовых отношений, {what}" if claim.employment.is_oral else f"о {what}"


def facts(claim: WageClaim) -> dict[str, Any]:
    """The names that the template reads beside the answers."""
    return {
        "предмет": subject(claim),
        "требования": _demands(claim),
        "ходатайства": _motions(claim),
        "доказательства_чем": proved_by(claim.evidence),
        "средний_дневной_заработок": claim.daily_pay(),
        "заработок_из_оклада": bool(claim.daily_pay() and claim.dismissal and not claim.dismissal.daily_pay),
        "срок_длится": claim.term_runs_on,
    }


def _demands(claim: WageClaim) -> list[str]:
    asked = (
        ("факт", claim.employment.is_oral),
        ("зарплата", bool(claim.debts)),
        ("отпуск", bool(claim.daily_pay())),
        ("проценты", True),
        ("моральный_вред", bool(claim.moral)),
        ("исполнение", bool(claim.debts)),
    )
    return [name for name, wanted in asked if wanted]


def _motions(claim: WageClaim) -> list[str]:
    asked = (("срок", claim.late_reasons), ("документы", claim.request), ("свидетели", claim.witnesses))
    return [name for name, wanted in asked if wanted]
