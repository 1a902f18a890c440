"""A toy kind in a folder of its own: what a stranger adds without editing a file of the project."""

from pathlib import Path

from docx import Document

SCHEMA = '''"""A toy kind."""

from datetime import date
from typing import ClassVar

from filings.questions import LongText, Roubles, YesNo, page
from filings.schemas.base import About
from filings.schemas.conclusions import Conclusions, fact
from filings.schemas.next_steps import NextSteps
from filings.schemas.organisations import Recipient
from filings.schemas.parties import Applicant
from filings.schemas.petition import Petition


class ToyConclusions(Conclusions):
    """Что следует из ответов."""

    asked: str = fact("О чём просят", ru="просьба")


class ToyRequest(Petition):
    """Заявление о выдаче игрушки."""

    about: ClassVar[About] = About(
        title="Заявление о выдаче игрушки",
        printed="Заявление",
        summary="Просит выдать игрушку.",
        audience=("citizen",),
        minutes=1,
        at_hand=("паспорт",),
        cost="Бесплатно",
        references=("59-ФЗ, ст. 7",),
    )

    applicant: Applicant = page("Кто обращается", ru="заявитель")
    recipient: Recipient = page("Куда", ru="получатель")
    story: LongText = page("Что случилось", ru="рассказ")
    paid: YesNo = page("Вы платили?", ru="платил")
    price: Roubles | None = page("Сколько", ru="цена", when="paid")

    def conclude(self, on: date) -> ToyConclusions:
        return ToyConclusions(asked="выдать игрушку")

    def subject(self) -> str:
        return "о выдаче игрушки"

    def next_steps(self, conclusions: Conclusions, on: date) -> NextSteps:
        return NextSteps(where=["В магазин."], copies=["Два."], cost=["Бесплатно."], silence=["Напишите ещё раз."])
'''

SAMPLE = """\
заявитель:
  фамилия: Кулибина
  имя: Дарья
  отчество: Олеговна
  адрес: 344002, г. Ростов-на-Дону, ул. Садовая, д. 10, кв. 5
  телефон: +7 912 345-67-89
получатель:
  название: Общество с ограниченной ответственностью «Ромашка»
рассказ: Купила игрушку и не получила её.
платил: да
цена: 1 250,50
"""

PARAGRAPHS = (
    "{%p for строка in шапка %}",
    "{{ строка.метка }} {{ строка.текст }}",
    "{%p endfor %}",
    "ЗАЯВЛЕНИЕ",
    "{{ автор|именительный|с_большой }} {{ автор|род('просил','просила') }} {{ просьба }}.",
    "{%p for абзац in рассказ|абзацы %}",
    "{{ абзац }}",
    "{%p endfor %}",
    "{%p if платил %}",
    "Цена игрушки: {{ цена|руб }}",
    "{%p endif %}",
    "{%p for приложение in приложения %}",
    "{{ приложение.номер }}. {{ приложение.текст }}",
    "{%p endfor %}",
    "{{ дата|дата_подписи }} {{ подписант|подпись }}",
)


def make_toy_kind(folder: Path, name: str = "toy_request", topic: str = "toys") -> Path:
    """Write the three files of the kind into `folder`, which FILINGS_EXTRA may name; returns the folder."""
    for part, suffix, write in (
        ("schemas", ".py", _write(SCHEMA)),
        ("samples", ".yaml", _write(SAMPLE)),
        ("templates", ".docx", _word),
    ):
        path = folder / part / topic / f"{name}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path)
    return folder


def _write(text: str):
    return lambda path: path.write_text(text, encoding="utf-8")


def _word(path: Path) -> None:
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    for text in PARAGRAPHS:
        document.add_paragraph(text)
    document.save(path)
