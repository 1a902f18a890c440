"""A paper in a case that a court already hears or has heard."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import model_validator

from filings.questions import YesNo, page, wrong
from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions
from filings.schemas.court_case import ADMINISTRATIVE, CLAIMANTS, RESPONDENTS, CaseParty, CaseRole, Mover, PendingCase
from filings.schemas.court_claim import authority_of
from filings.schemas.courts import GeneralCourt
from filings.schemas.exhibits import Paper
from filings.schemas.parties import Person, Representative, RepresentativeAuthority


class CaseFiling(Filing):
    """Ходатайство, заявление или жалоба в деле; a kind may restrict the court by declaring `court` anew.

    The header: the court, the number of the case, the parties with their roles.
    """

    power_norm: ClassVar[str] = "Полномочия представителя подтверждает доверенность (ГПК РФ, ст. 53)."

    mover: Mover = page("Кто подаёт документ", ru="заявитель")
    role: CaseRole = page(
        "Кто вы в этом деле",
        ru="роль",
        likely="claimant|respondent|third_party",
        hint="Так вы названы в документах суда. Спор с органом власти, судебный приказ — в других вариантах",
    )
    represented: YesNo = page(
        "Документ подписывает представитель?",
        ru="есть_представитель",
        default=False,
        hint="Адвокат, юрист, родственник с доверенностью. Если подпишете сами, ответьте «нет»",
    )
    representative: Representative | None = page("Представитель", ru="представитель", when="represented")
    court: GeneralCourt = page("Какой суд рассматривает дело", ru="суд")
    case: PendingCase = page("О деле", ru="дело")
    others: list[CaseParty] = page("Кто ещё участвует в деле", ru="участники", add="Добавить ещё участника")

    @model_validator(mode="after")
    def _roles_are_of_one_code(self) -> CaseFiling:
        """КАС РФ has names of its own for the parties; the letter «а» in the number tells the code."""
        letter = case.letter if (case := self.case_or_none()) else None
        if letter in ("а", "a") and not self.administrative:
            raise wrong(
                "role", "дело с буквой «а» в номере идёт по КАС РФ; выберите роль по нему: административный истец"
            )
        if letter == "" and self.administrative:
            raise wrong("role", "в номере дела нет буквы «а»: это не дело по КАС РФ; выберите «истец» или «ответчик»")
        for place, other in enumerate(self.others):
            if (other.role in ADMINISTRATIVE) != self.administrative:
                at, text = f"others.{place}.role", "вы — {mine}, а эта сторона — {its}: в одном деле так не бывает"
                raise wrong(at, text + "; поправьте одну из ролей", mine=self.role.ru, its=other.role.ru)
        return self

    def case_or_none(self) -> PendingCase | None:
        """The case; None for a paper that goes together with a claim not yet accepted."""
        return self.case

    @property
    def administrative(self) -> bool:
        """Whether the case is heard by КАС РФ and not by ГПК РФ."""
        return self.role in ADMINISTRATIVE

    @property
    def needs_a_degree(self) -> bool:
        """КАС РФ, ст. 55, ч. 1: a representative by power of attorney shows a diploma in law."""
        return self.administrative

    def author(self) -> Person:
        """The person who writes."""
        return self.mover

    def opponent(self) -> str:
        """The first of the other participants."""
        return self.others[0].title

    def duty_line(self, conclusions: Conclusions) -> str:
        """The line of the header about the state duty; empty for a paper that costs nothing."""
        return ""

    def higher_court(self) -> str:
        """The title of the court to which a complaint goes through the court of the case; empty for other papers."""
        return ""

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """The authority of the representative, and the diploma where only lawyers may represent."""
        if not (representative := self.representative_or_none()):
            return []
        degree = Paper(
            "Копия диплома представителя о высшем юридическом образовании", "КАС РФ, ст. 55, 57; ГПК РФ, ст. 49, 53."
        )
        lawyer = self.needs_a_degree and representative.authority is RepresentativeAuthority.POWER
        return [authority_of(representative, self.power_norm), *([degree] if lawyer else [])]

    def named(self, roles: tuple[CaseRole, ...]) -> list[str]:
        """The names of those who stand in the case under these roles, the author first."""
        mine = [self.mover.full_name] if self.role in roles else []
        return [*mine, *(other.title for other in self.others if other.role in roles)]

    def facts(self) -> dict[str, Any]:
        """Which code, and between whom the dispute is."""
        return {
            "административное": self.administrative,
            "истцы": self.named(CLAIMANTS),
            "ответчики": self.named(RESPONDENTS),
        }
