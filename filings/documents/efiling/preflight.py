"""The report on the folder before it is sent: which files, what would be refused, how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from filings.documents.efiling.findings import Level, megabytes
from filings.documents.efiling.folder import FOLDER, FiledFile
from filings.documents.leaflet import Leaflet
from filings.russian import dates
from filings.russian.numbers import plural

TITLE = "Проверка перед подачей в электронном виде"
_ORDER = (
    "Требования: приказ Судебного департамента при Верховном Суде РФ от 27.12.2016 № 251 и памятки судов."
    " Сверьте их с сайтом вашего суда."
)
_OTHER_ORDER = (
    "Проверено по требованиям судов: они строже обычных. У органа или организации могут быть свои: посмотрите"
    " на сайте или на Госуслугах, какие файлы принимают."
)
_NAMES = "Один документ — один файл; число в конце имени — сколько в нём листов. Имена можно не менять."
_SIGNATURE = (
    "При входе через Госуслуги достаточно простой электронной подписи. Для усиленной нужен отдельный файл .sig "
    "к каждому документу."
)
_COURT_ADVICE = (
    _NAMES,
    "Файл Word с текстом приложите тоже: из него суд копирует текст.",
    _SIGNATURE,
    "После отправки сохраните снимок экрана с номером обращения. Если сайт суда не работает, отправьте пакет почтой "
    "в тот же день.",
)
_OTHER_ADVICE = (_NAMES, _SIGNATURE, "После отправки сохраните снимок экрана с номером обращения.")
_JUSTICE_OF_THE_PEACE = (
    "Многих участков мировых судей нет в ГАС «Правосудие», а поданное через страницу районного суда возвращают."
    " Если вашего участка там нет, отнесите пакет на бумаге, отправьте почтой или подайте через портал региона."
)


@dataclass(frozen=True)
class Office:
    """Whom the folder goes to: its name, and whether it is a court."""

    title: str
    is_court: bool

    @property
    def advice(self) -> tuple[str, ...]:
        """What to keep in mind while sending."""
        if not self.is_court:
            return _OTHER_ADVICE
        return (*_COURT_ADVICE, _JUSTICE_OF_THE_PEACE) if "миров" in self.title.casefold() else _COURT_ADVICE

    @property
    def order(self) -> str:
        """Whose requirements were looked at."""
        return _ORDER if self.is_court else _OTHER_ORDER


def verdict(files: Sequence[FiledFile], missing: Sequence[str]) -> str:
    """«ready», «risk» or «refused»: the worst of all."""
    found = {file.verdict for file in files}
    if Level.REFUSED in found:
        return Level.REFUSED.value
    return Level.RISK.value if Level.RISK in found or missing else "ready"


def record(files: Sequence[FiledFile], missing: Sequence[str]) -> dict[str, Any]:
    """The report for the manifest."""
    return {
        "verdict": verdict(files, missing),
        "files": [
            {
                "name": f"{FOLDER}/{file.name}",
                "title": file.title,
                "pages": file.pages,
                "bytes": len(file.content),
                "findings": [finding.record() for finding in file.findings],
            }
            for file in files
        ],
        "missing": list(missing),
    }


def text(files: Sequence[FiledFile], missing: Sequence[str], word: str, on: date, office: Office) -> str:
    """The report as plain text."""
    lines = [TITLE, dates.long_day(on), "", _summary(files, missing), ""]
    for file in files:
        lines.append(f"{file.name} — {file.pages} л., {megabytes(len(file.content))} МБ — {_mark(file)}")
        lines += [f"    {finding.level.title}: {finding.what} {finding.mend}" for finding in file.findings]
    lines += [f"{word} — текст для копирования", ""]
    if missing:
        lines += ["Этих документов среди файлов нет — отсканируйте и приложите каждый отдельным файлом PDF:"]
        lines += [f"    {title}" for title in missing] + [""]
    return "\n".join([*lines, *office.advice, "", office.order, ""])


def pdf(files: Sequence[FiledFile], missing: Sequence[str], word: str, on: date, office: Office, author: str) -> bytes:
    """The same report as a PDF."""
    sheet = Leaflet(TITLE, author=author)
    sheet.heading(TITLE, large=True)
    sheet.text(f"{author}, {dates.long_day(on)}. Отчёт для вас, отправлять его не нужно.", style="centre")
    sheet.text(_summary(files, missing), style="bold")
    rows = [[file.name, str(file.pages), megabytes(len(file.content)), _mark(file)] for file in files]
    rows.append([word, "", "", "текст для копирования"])
    sheet.table(("Файл", "Листов", "МБ", "Примут?"), rows, (9, 2, 1.6, 4.4))
    for file in files:
        if file.findings:
            sheet.heading(file.name)
            sheet.points([f"{finding.level.title}. {finding.what} {finding.mend}" for finding in file.findings])
    if missing:
        sheet.heading("Чего не хватает")
        sheet.text("Этих документов среди файлов нет. Отсканируйте каждый и приложите отдельным файлом PDF:")
        sheet.points(missing)
    sheet.heading("Как подать")
    sheet.points(office.advice)
    sheet.text(office.order, style="small")
    return sheet.pdf()


def _summary(files: Sequence[FiledFile], missing: Sequence[str]) -> str:
    refused = sum(file.verdict is Level.REFUSED for file in files)
    risky = sum(file.verdict is Level.RISK for file in files)
    if refused:
        return f"Пока не отправляйте: {refused} {plural(refused, 'файл', 'файла', 'файлов')} не примут."
    if risky:
        return f"Отправить можно, но {risky} {plural(risky, 'файл', 'файла', 'файлов')} могут вернуть: лучше поправить."
    if missing:
        return "Файлы в порядке. Добавьте документы, которых среди них нет."
    return "Файлы в порядке, можно отправлять."


def _mark(file: FiledFile) -> str:
    return file.verdict.title.lower() if file.verdict else "в порядке"
