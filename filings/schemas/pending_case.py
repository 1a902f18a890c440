"""A paper in a case that a court already hears or has heard: the case, the parties, who writes."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AfterValidator

from filings.questions import AddressLine, Block, Choice, Email, Phone, Text, YesNo, page, question
from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions
from filings.schemas.court_claim import authority_of
from filings.schemas.courts import GeneralCourt
from filings.schemas.exhibits import Paper
from filings.schemas.parties import Person, Representative
from filings.schemas.printed_texts import without_sign


def _case_number(text: str) -> str:
    return without_sign(text.removeprefix("дело ").removeprefix("Дело ").strip()).replace(" ", "")


CaseNumber = Annotated[Text, AfterValidator(_case_number)]


class CaseRole(Choice):
    """Кто человек в деле. Source: ГПК РФ, ст. 34, 38; КАС РФ, ст. 37, 38."""

    CLAIMANT = "claimant", "истец"
    RESPONDENT = "respondent", "ответчик"
    THIRD_PARTY = "third_party", "третье лицо"
    ADMINISTRATIVE_CLAIMANT = "administrative_claimant", "административный истец"
    ADMINISTRATIVE_RESPONDENT = "administrative_respondent", "административный ответчик"
    CREDITOR = "creditor", "взыскатель"
    DEBTOR = "debtor", "должник"


class PendingCase(Block):
    """Дело: суд, номер, судья."""

    number: CaseNumber = question(
        "Номер дела", ru="номер", example="2-1234/2026", hint="Есть в определении, повестке, на сайте суда"
    )
    uid: Text | None = question(
        "УИД", ru="уид", optional=True, hint="Длинный номер рядом с номером дела", example="61RS0001-01-2026-001234-56"
    )
    judge: Text | None = question("Судья", ru="судья", optional=True, example="Смирнова А.В.")


class Mover(Person):
    """Кто подаёт документ в дело: имя и связь."""

    address: AddressLine = question(
        "Адрес",
        ru="адрес",
        hint="Индекс, город, улица, дом, квартира",
        example="344002, г. Ростов-на-Дону, ул. Садовая, д. 10, кв. 5",
        autocomplete="street-address",
        new_page="Как с вами связаться",
    )
    phone: Phone | None = question("Телефон", ru="телефон", optional=True, autocomplete="tel")
    email: Email | None = question("Электронная почта", ru="почта", optional=True, autocomplete="email")


class CaseParty(Block):
    """Другая сторона дела или третье лицо."""

    role: CaseRole = question("Кто это в деле", ru="роль")
    title: Text = question(
        "Фамилия, имя и отчество или название", ru="название", example="ООО «УК Дом»", hint="Как в документах суда"
    )
    address: AddressLine | None = question("Адрес", ru="адрес", optional=True)


class CaseFiling(Filing):
    """Ходатайство, заявление или жалоба в деле; a kind may restrict the court by declaring `court` anew.

    The header: the court, the number of the case, the parties with their roles.
    """

    power_norm: ClassVar[str] = "Полномочия представителя подтверждает доверенность (ГПК РФ, ст. 53)."

    mover: Mover = page("Кто подаёт документ", ru="заявитель")
    role: CaseRole = page("Кто вы в этом деле", ru="роль", hint="Так вы названы в документах суда")
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
        """The authority of the representative."""
        representative = self.representative_or_none()
        return [authority_of(representative, self.power_norm)] if representative else []
