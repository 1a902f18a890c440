"""Which duty a person with that role in the case pays. Source: ГПК РФ, ст. 34, 121, 320; КАС РФ, ст. 37."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filings.questions import wrong
from filings.schemas.court_case import CaseRole
from filings.schemas.procedure._means import PaidFor

if TYPE_CHECKING:
    from filings.schemas.procedure.state_duty_motion import StateDutyMotion


def check_role(motion: StateDutyMotion) -> None:
    """An order is asked for by a creditor, an administrative claim is one of КАС РФ, an appeal has its case."""
    paid_for, at = motion.duty_asked.paid_for, "duty_asked.paid_for"
    if paid_for is PaidFor.APPEAL and not motion.case:
        raise wrong(at, "жалоба бывает по делу, которое уже есть: на вопрос о деле ответьте «да» и впишите номер")
    if (paid_for is PaidFor.COURT_ORDER) != (motion.role is CaseRole.CREDITOR):
        raise wrong(at, "о приказе просит «взыскатель», об остальном — другие стороны; поправьте роль или этот ответ")
    if paid_for in (PaidFor.APPEAL, PaidFor.COURT_ORDER):
        return
    if (paid_for is PaidFor.ADMINISTRATIVE_CLAIM) != motion.administrative:
        raise wrong(at, "вы — {role}: к такому заявлению эта роль не подходит; поправьте одно", role=motion.role.ru)
