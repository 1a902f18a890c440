"""A paper in a case that a court already hears or has heard: the case, the parties, who writes."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, model_validator

from filings.questions import AddressLine, Block, Choice, Email, Phone, Text, YesNo, page, question, wrong
from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions
from filings.schemas.court_claim import authority_of
from filings.schemas.courts import GeneralCourt
from filings.schemas.exhibits import Paper
from filings.schemas.parties import Person, Representative, RepresentativeAuthority
from filings.schemas.printed_texts import Quotation, clause, without_sign

_NUMBER = re.compile(r"\d+(?P<letter>[а-яa-z]?)-\d+/\d{2,4}", re.I)


_ROLE = re.compile(
    r"^(?:(?:административн\w+ )?(?:истец|истица|ответчик|ответчица)"
    r"|(?:третье|заинтересованное) лицо|взыскатель|должник)"
    r"\s*[:—–-]?\s+(?=\S)",
    re.I,
)


def _case_number(text: str) -> str:
    """«2а-15/2026» from «Дело № 2a-15/2026»: the Latin «a» is a slip of the keyboard."""
    bare = without_sign(re.sub(r"^дело\s+", "", text, flags=re.I).strip()).replace(" ", "").rstrip(".,;")
    if not re.search(r"\d", bare):
        raise wrong("", "впишите номер дела, как в документах суда, например 2-1234/2026")
    return re.sub(r"(?<=\d)[aA](?=-)", "а", bare)


def _judge(name: str) -> str:
    """«Смирнова А.В.» from «судья Смирнова А.В.»: the header says «Судья»."""
    return re.sub(r"^(мировой )?судья\s+(?=\S)", "", name, flags=re.I)


def _name(title: str) -> str:
    """«ООО «УК Дом»» from «Ответчик: ООО «УК Дом».»: the header and the text name the role themselves."""
    return clause(_ROLE.sub("", title))


CaseNumber = Annotated[Text, AfterValidator(_case_number)]
JudgeName = Annotated[Text, AfterValidator(_judge)]


class CaseRole(Choice):
    """Кто человек в деле. Source: ГПК РФ, ст. 34, 38; КАС РФ, ст. 37, 38."""

    CLAIMANT = "claimant", "истец"
    RESPONDENT = "respondent", "ответчик"
    THIRD_PARTY = "third_party", "третье лицо"
    ADMINISTRATIVE_CLAIMANT = "administrative_claimant", "административный истец"
    ADMINISTRATIVE_RESPONDENT = "administrative_respondent", "административный ответчик"
    INTERESTED = "interested_person", "заинтересованное лицо"
    CREDITOR = "creditor", "взыскатель"
    DEBTOR = "debtor", "должник"


CLAIMANTS = (CaseRole.CLAIMANT, CaseRole.ADMINISTRATIVE_CLAIMANT)
RESPONDENTS = (CaseRole.RESPONDENT, CaseRole.ADMINISTRATIVE_RESPONDENT)
_ADMINISTRATIVE = (CaseRole.ADMINISTRATIVE_CLAIMANT, CaseRole.ADMINISTRATIVE_RESPONDENT, CaseRole.INTERESTED)


def _lowered(matter: str) -> str:
    """«раздел дома» from «Раздел дома»; «ДТП», «ЖКУ за май» keep their capitals."""
    return matter[:1].lower() + matter[1:] if matter[1:2].islower() else matter


class PendingCase(Block):
    """Дело: номер, судья, предмет спора."""

    template_names: ClassVar[tuple[str, ...]] = ("о_чём",)

    number: CaseNumber = question(
        "Номер дела", ru="номер", example="2-1234/2026", hint="Есть в определении, повестке, на сайте суда"
    )
    uid: Text | None = question(
        "УИД", ru="уид", optional=True, hint="Длинный номер рядом с номером дела", example="61RS0001-01-2026-001234-56"
    )
    judge: JudgeName | None = question("Судья", ru="судья", optional=True, example="Смирнова А.В.")
    matter: Quotation | None = question(
        "О чём спор",
        ru="предмет_спора",
        optional=True,
        hint="Начните со слова «о»",
        example="о взыскании заработной платы",
    )

    @property
    def about(self) -> str:
        """«о взыскании заработной платы»; words that do not begin so stand in brackets; empty without an answer."""
        matter = re.sub(r"^(?:иск|по иску|спор|дело|по делу)\s+(?=обо? |о )", "", self.matter or "", flags=re.I)
        if not re.match(r"обо? |о ", matter, re.I):
            return f"({_lowered(matter)})" if matter else ""
        return matter[:1].lower() + matter[1:]

    def template_values(self) -> dict[str, str]:
        """What templates read beside the answers."""
        return {"о_чём": self.about}


class Mover(Person):
    """Кто подаёт документ в дело: имя и связь."""

    address: AddressLine = question(
        "Адрес",
        ru="адрес",
        example="344002, г. Ростов-на-Дону, ул. Садовая, д. 10, кв. 5",
        autocomplete="street-address",
        new_page="Как с вами связаться",
    )
    phone: Phone | None = question("Телефон", ru="телефон", optional=True, autocomplete="tel")
    email: Email | None = question("Электронная почта", ru="почта", optional=True, autocomplete="email")


class CaseParty(Block):
    """Другая сторона дела или третье лицо."""

    role: CaseRole = question("Кто это в деле", ru="роль", likely="respondent|claimant|third_party")
    title: Annotated[Text, AfterValidator(_name)] = question(
        "Фамилия, имя и отчество или название", ru="название", example="ООО «УК Дом»", hint="Как в документах суда"
    )
    address: AddressLine | None = question("Адрес", ru="адрес", optional=True)


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
        found = _NUMBER.match(case.number) if (case := self.case_or_none()) else None
        letter = found["letter"].casefold() if found else None
        if letter in ("а", "a") and not self.administrative:
            raise wrong(
                "role", "дело с буквой «а» в номере идёт по КАС РФ; выберите роль по нему: административный истец"
            )
        if letter == "" and self.administrative:
            raise wrong("role", "в номере дела нет буквы «а»: это не дело по КАС РФ; выберите «истец» или «ответчик»")
        for place, other in enumerate(self.others):
            if (other.role in _ADMINISTRATIVE) != self.administrative:
                at, text = f"others.{place}.role", "вы — {mine}, а эта сторона — {its}: в одном деле так не бывает"
                raise wrong(at, text + "; поправьте одну из ролей", mine=self.role.ru, its=other.role.ru)
        return self

    def case_or_none(self) -> PendingCase | None:
        """The case; None for a paper that goes together with a claim not yet accepted."""
        return self.case

    @property
    def administrative(self) -> bool:
        """Whether the case is heard by КАС РФ and not by ГПК РФ."""
        return self.role in _ADMINISTRATIVE

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
