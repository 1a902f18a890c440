"""Which documents are files and which are on paper."""

from pathlib import Path

import pytest

from filings.documents.enclosures import ExhibitFile, enclose
from filings.errors import ExhibitError
from filings.schemas.exhibits import NamedExhibit


def named(title: str, file: str | None = None) -> NamedExhibit:
    return NamedExhibit(title=title, file=file)


def test_a_file_takes_the_document_of_its_title(photo: Path, contract: Path) -> None:
    found = enclose(
        [named("Копия договора"), named("Справка")], [ExhibitFile(photo), ExhibitFile(contract, "копия договора")]
    )
    assert [(title, exhibit.name) for title, exhibit in found.files] == [
        ("Копия договора", "contract.pdf"),
        ("Photo", "photo.jpg"),
    ]
    assert [document.title for document in found.by_hand] == ["Справка"]


def test_a_document_names_its_file_beside_the_answers(photo: Path) -> None:
    found = enclose([named("Фотография", photo.name)], [], photo.parent)
    assert [title for title, _ in found.files] == ["Фотография"] and not found.by_hand


def test_a_given_file_of_that_name_comes_first(photo: Path) -> None:
    found = enclose([named("Фотография", "где-то/photo.jpg")], [ExhibitFile(photo)])
    assert [title for title, _ in found.files] == ["Фотография"]


@pytest.mark.parametrize("name", ["photo.jpg", "/etc/hostname", "../../secret.pdf"])
def test_answers_without_a_folder_open_no_file(photo: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(photo.parent)
    with pytest.raises(ExhibitError, match="нет среди приложенных"):
        enclose([named("Фотография", name)], [])


def test_a_file_name_becomes_a_title() -> None:
    assert ExhibitFile(Path("расчётный_листок__июль.pdf")).shown_title == "Расчётный листок июль"
