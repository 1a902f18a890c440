"""A filing that opens a case in a court of general jurisdiction: a claim, an application for a court order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeAlias

from filings.questions import YesNo, page
from filings.schemas.base import Filing
from filings.schemas.conclusions import Conclusions
from filings.schemas.employers import Employer
from filings.schemas.exhibits import Paper
from filings.schemas.organisations import Organisation
from filings.schemas.other_citizen import OtherCitizen
from filings.schemas.parties import Claimant, Person, Representative, RepresentativeAuthority

if TYPE_CHECKING:
    from filings.schemas.organisations import Court

Respondent: TypeAlias = Employer | Organisation | OtherCitizen


class CourtFiling(Filing):
    """What a claim and an application for a court order have in common; a kind declares the page `court`.

    `respondents` returns whom it is against. The header follows ГПК РФ, ст. 124, 131; the labels are of the subclass:
    the person, the representative, the other side, the sum.
    """

    labels: ClassVar[tuple[str, str, str, str]]
    copies_to: ClassVar[tuple[str, str]]  # «ответчику», «ответчикам»
    what_is_sent: ClassVar[str]
    sending_norm: ClassVar[str]
    power_norm: ClassVar[str] = "В ней должно быть прямо названо право подписать и подать заявление (ГПК РФ, ст. 54)."

    claimant: Claimant = page("Кто обращается в суд", ru="истец")
    represented: YesNo = page(
        "Документ подписывает представитель?",
        ru="есть_представитель",
        default=False,
        hint="Адвокат, юрист, родственник с доверенностью. Если подпишете сами, ответьте «нет»",
    )
    representative: Representative | None = page("Представитель", ru="представитель", when="represented")

    if TYPE_CHECKING:
        court: Court

    def author(self) -> Person:
        """The person who turns to the court."""
        return self.claimant

    def respondents(self) -> list[Respondent]:
        """Whom the filing is against."""
        raise NotImplementedError

    def people(self) -> list[Person]:
        """The author, the representative and the citizens on the other side."""
        return [*super().people(), *(party for party in self.respondents() if isinstance(party, Person))]

    def opponent(self) -> str:
        """The first respondent's name in the text."""
        return self.respondents()[0].called

    def duty_line(self, conclusions: Conclusions) -> str:
        """The line of the header about the state duty: the sum, or the exemption with its norm."""
        raise NotImplementedError

    def price_line(self, conclusions: Conclusions) -> str:
        """The line of the header about the price; empty when there is no property demand."""
        return ""

    def left_blank(self) -> list[str]:
        """What has to be written into the header by hand. Source: ГПК РФ, ст. 131, ч. 2, п. 3; ст. 124, ч. 2, п. 3."""
        found = []
        for party in self.respondents():
            if isinstance(party, OtherCitizen) or (isinstance(party, Employer) and party.is_person):
                continue
            absent = [name for name, number in (("ИНН", party.inn), ("ОГРН", party.ogrn)) if not number]
            if absent:
                found.append(
                    f"В шапке оставлено место для {' и '.join(absent)} ({party.called}). Найдите это по названию "
                    "на egrul.nalog.ru и впишите от руки до подачи: иначе документ не примут (ГПК РФ, ст. 124, 131)."
                )
        return found

    def papers(self, conclusions: Conclusions) -> list[Paper]:
        """What the code wants beside the evidence: authority of the representative, proof of sending copies."""
        whom = self.copies_to[len(self.respondents()) > 1]
        sent = Paper(
            f"Документ, подтверждающий направление {whom} копии {self.what_is_sent} и приложенных к нему документов",
            f"Отправьте {whom} копию пакета ценным письмом с описью вложения и сохраните квитанцию и опись "
            f"({self.sending_norm}).",
        )
        representative = self.representative_or_none()
        return [*([authority_of(representative, self.power_norm)] if representative else []), sent]


class CourtClaim(CourtFiling):
    """Исковое заявление. Source: ГПК РФ, ст. 131, 132."""

    labels: ClassVar = ("Истец:", "Представитель истца:", "Ответчик:", "Цена иска:")
    copies_to: ClassVar = ("ответчику", "ответчикам")
    what_is_sent: ClassVar = "искового заявления"
    sending_norm: ClassVar = "ГПК РФ, ст. 132, п. 6"
    power_norm: ClassVar = "В ней должно быть прямо названо право подписать и подать иск (ГПК РФ, ст. 54)."
    calculation_title: ClassVar[str] = "Расчёт взыскиваемых сумм"


class OrderApplication(CourtFiling):
    """Заявление о вынесении судебного приказа. Source: ГПК РФ, ст. 121–124."""

    labels: ClassVar = ("Взыскатель:", "Представитель взыскателя:", "Должник:", "Сумма требования:")
    copies_to: ClassVar = ("должнику", "должникам")
    what_is_sent: ClassVar = "заявления о вынесении судебного приказа"
    sending_norm: ClassVar = "ГПК РФ, ст. 124, в редакции Федерального закона от 12.06.2024 № 135-ФЗ"
    calculation_title: ClassVar[str] = "Расчёт задолженности"


def authority_of(representative: Representative, power_norm: str) -> Paper:
    """The proof of the representative's authority. Source: ГПК РФ, ст. 53, 54."""
    if representative.authority is RepresentativeAuthority.POWER:
        return Paper("Копия доверенности представителя", power_norm)
    if representative.authority is RepresentativeAuthority.ORDER:
        return Paper("Ордер адвоката")
    return Paper("Копия документа, подтверждающего полномочия законного представителя")


def by_order_alone(filing: Filing) -> bool:
    """Whether an advocate signs without a power of attorney: not enough for a claim or an appeal (ГПК РФ, ст. 54)."""
    representative = filing.representative_or_none()
    return bool(representative and representative.authority is RepresentativeAuthority.ORDER)
