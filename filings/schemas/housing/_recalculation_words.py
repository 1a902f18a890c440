"""Words of a claim for recalculation that follow from the answers: the subject, the demands, the story's facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from filings.rules.conclusion import Conclusion
from filings.rules.overcharge_fine import Fee
from filings.russian import dates
from filings.schemas.housing import _overcharge
from filings.schemas.housing._disputed_charges import Ground
from filings.schemas.housing._overcharge import Mistake
from filings.schemas.housing._quality_sums import clock_and_day, end_clock_and_day
from filings.schemas.utility_recalculation import counting_starts
from filings.schemas.utility_service import ActState

if TYPE_CHECKING:
    from filings.schemas.housing.utility_recalculation_claim import UtilityRecalculationClaim


def subject(claim: UtilityRecalculationClaim) -> str:
    """«о защите прав потребителя и перерасчёте платы за жильё и коммунальные услуги»."""
    money = claim.rests_on(Ground.QUALITY) or claim.rests_on(Ground.OVERCHARGE) or bool(claim.fee_cuts)
    asked = ["защите прав потребителя"]
    asked += ["перерасчёте платы за жильё и коммунальные услуги"] if money else []
    asked += ["обязании выполнить работы"] if claim.works else []
    return f"о {', '.join(asked[:-1])} и {asked[-1]}"


def norms_of(fines: Sequence[Conclusion]) -> str:
    """«ч. 6 ст. 157, ч. 11 ст. 156» for the sorts of fees that are fined."""
    named = {"ЖК РФ, ст. 157, ч. 6": "ч. 6 ст. 157", "ЖК РФ, ст. 156, ч. 11": "ч. 11 ст. 156"}
    return ", ".join(dict.fromkeys(named[one.references[0]] for one in fines))


def facts(claim: UtilityRecalculationClaim) -> dict[str, Any]:
    """Everything that the template reads beside the answers and the sums."""
    return {
        "адрес_жилья": claim.home.other_address or claim.claimant.address,
        "о_качестве": claim.rests_on(Ground.QUALITY),
        "о_содержании": claim.rests_on(Ground.UPKEEP),
        "о_начислениях": claim.rests_on(Ground.OVERCHARGE),
        "статьи_жк": _articles(claim),
        "число_работ": len(claim.works or ()),
        "работы_перечень": [{"что": work.demanded, "дней": work.days} for work in claim.works or ()],
        **_of_quality(claim),
        **_of_upkeep(claim),
        **_of_charges(claim),
    }


def _articles(claim: UtilityRecalculationClaim) -> str:
    """The articles of ЖК РФ that the claim rests on: «156, 157, 161»."""
    fees = {row.fee for row in claim.overcharges or ()}
    named = (
        ("156", claim.fee_cuts or Fee.MAINTENANCE in fees),
        ("157", claim.rests_on(Ground.QUALITY) or Fee.UTILITIES in fees),
        ("161", claim.rests_on(Ground.UPKEEP)),
    )
    return ", ".join(article for article, used in named if used)


def _of_quality(claim: UtilityRecalculationClaim) -> dict[str, Any]:
    outage = claim.outage
    since = counting_starts(claim.calls or (), outage) if outage else None
    norm = claim.norm() if outage else None
    return {
        "начало_расчёта": clock_and_day(since) if since else None,
        "конец_нарушения": end_clock_and_day(outage.ended_at) if outage and outage.ended_at else None,
        "норма": norm.degrees if norm else None,
        "допустимый_перерыв": norm.break_hours if norm else None,
        "процент": norm.percent if norm else None,
        "шаг": norm.each if norm else None,
        "пункт_приложения": norm.item if norm else None,
        "подписавшие": [signer.described for signer in claim.signers or ()],
        "свой_акт": bool(claim.act and claim.act.state is ActState.OWN),
    }


def _of_upkeep(claim: UtilityRecalculationClaim) -> dict[str, Any]:
    defect = claim.defect
    return {
        "пункты_перечня": claim.property.items if claim.property else "",
        "год_ремонта": str(defect.last_repair or "") if defect else "",
        "дни_без_уборки": [
            {"дата": dates.day(row.on), "что": row.what} for row in sorted(claim.missed or (), key=lambda row: row.on)
        ],
    }


def _of_charges(claim: UtilityRecalculationClaim) -> dict[str, Any]:
    rows, mistakes = claim.overcharges or [], claim.mistakes or []
    return {
        "строки_начислений": _overcharge.printed_rows(rows),
        "строки_словами": list(dict.fromkeys(f"«{row.line}»" for row in rows)),
        "причины": [mistake.told for mistake in mistakes],
        "есть_услуги": any(row.fee is Fee.UTILITIES for row in rows),
        "есть_содержание": any(row.fee is Fee.MAINTENANCE for row in rows),
        "не_тот_тариф": Mistake.TARIFF in mistakes,
        "не_по_счётчику": Mistake.METER in mistakes,
        "завышены_общие_нужды": Mistake.COMMON in mistakes,
    }
