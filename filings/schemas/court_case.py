"""A case in a court: its number and judge, the parties under their roles, the one who writes."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from filings.questions import AddressLine, Block, Choice, Email, Phone, Text, question, wrong
from filings.schemas.parties import Person
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
ADMINISTRATIVE = (CaseRole.ADMINISTRATIVE_CLAIMANT, CaseRole.ADMINISTRATIVE_RESPONDENT, CaseRole.INTERESTED)


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

    @property
    def letter(self) -> str | None:
        """The letter that tells the code: «а» of «2а-15/2026», empty of «2-15/2026», None for a number unlike these."""
        found = _NUMBER.match(self.number)
        return found["letter"].casefold() if found else None

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
