"""Every fault of a template is found at once, with its place; a copy for the lawyer has it there as a Word comment."""

from __future__ import annotations

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from docx import Document
from today import ON
from word_inputs import FAULTS, template

from filings.catalogue import kind_of
from filings.documents import package, soffice
from filings.documents.annotating import annotated
from filings.documents.contract import ANYTHING
from filings.documents.inspection import Fault, inspect
from filings.errors import TemplateError
from filings.review import review

ROWS = yaml.safe_load((Path(__file__).parent / "cases/documents/template_inspection.yaml").read_text("utf-8"))
NAMES = {
    "истец": {"фио": ANYTHING, "адрес": ANYTHING},
    "долги": [{"месяц": ANYTHING}],
    "цена_иска": ANYTHING,
    "имя": ANYTHING,
}
# What depends on the answers is found when they are there: an empty one, a sum or a day without its filter.
ONLY_WHEN_FILLED = {
    *("пустое значение", "сумма без фильтра", "дата без фильтра", "да и нет", "целый ответ вместо поля"),
    *("список вместо строки", "поле пустого ответа", "перебор числа"),
}


def faults(path: Path) -> list[Fault]:
    return inspect(path.name, path.read_bytes(), NAMES)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_every_fault_is_found_with_its_place(row, tmp_path):
    found = faults(template(tmp_path, *row["text"].splitlines()))
    assert [(fault.paragraph, fault.tag) for fault in found] == [(place, tag) for place, tag, _ in row["found"]]
    for fault, (_, _, said) in zip(found, row["found"], strict=True):
        assert said in fault.message


def known(value):
    """The tree of names of the values that a row gives."""
    if isinstance(value, dict):
        return {key: known(item) for key, item in value.items()}
    return [known(value[0])] if isinstance(value, list) and value else ANYTHING


STATIC = [row for row in FAULTS if row["name"] not in ONLY_WHEN_FILLED]


@pytest.mark.parametrize("row", STATIC, ids=[row["name"] for row in STATIC])
def test_what_filling_refuses_is_found_beforehand(row, tmp_path):
    path = template(tmp_path, *row["text"].splitlines())
    assert inspect(path.name, path.read_bytes(), known(row["given"]))


def test_a_fault_in_a_header_and_in_the_properties_is_told(tmp_path):
    path = template(tmp_path, "текст", header="{{ нет_такого }}")
    document = Document(path)
    document.core_properties.title = "{{ имя }}"
    document.save(path)
    said = [str(fault) for fault in faults(path)]
    assert len(said) == 2
    assert "в свойствах файла: тег {{ имя }} там не заполнится" in said[0]
    assert "нет значения «нет_такого»" in said[1]


class TestAnnotated:
    TEXT = ("Истец {{ истец.фи }} просит", "Цена иска {{ ценаиска|руб }}.", "Хорошо: {{ имя }}")

    def comments(self, content: bytes) -> list[str]:
        return [comment.text for comment in Document(BytesIO(content)).comments]

    def test_each_comment_stands_at_its_tag(self, tmp_path):
        path = tmp_path / "a.docx"
        document = Document()
        paragraph = document.add_paragraph("Истец ")
        for piece in ("{{ ист", "ец.фи", " }}", " просит"):
            paragraph.add_run(piece)
        document.save(path)
        content = annotated(path.name, path.read_bytes(), faults(path))
        paragraph = Document(BytesIO(content)).paragraphs[0]
        tags = [node.tag.rpartition("}")[2] for node in paragraph._p]
        assert tags == ["r", "commentRangeStart", "r", "r", "r", "commentRangeEnd", "r", "r"]
        assert self.comments(content) == ["Нет поля «фи»; возможно, «фио»"]

    def test_the_text_is_the_same_and_the_earlier_comments_stay(self, tmp_path):
        path = template(tmp_path, *self.TEXT)
        document = Document(path)
        document.add_comment(document.paragraphs[0].runs, text="Своё примечание", author="Юрист")
        document.save(path)
        content = annotated(path.name, path.read_bytes(), faults(path))
        made = Document(BytesIO(content))
        assert [paragraph.text for paragraph in made.paragraphs] == list(self.TEXT)
        assert [comment.author for comment in made.comments] == ["Юрист", "Проверка шаблона", "Проверка шаблона"]
        assert len({comment.comment_id for comment in made.comments}) == 3
        twice = annotated(path.name, content, faults(path))
        assert len(self.comments(twice)) == 5

    def test_what_has_no_place_in_the_text_stands_at_its_beginning(self, tmp_path):
        path = template(tmp_path, "", header="{{ нет_такого }}")
        content = annotated(path.name, path.read_bytes(), faults(path))
        assert "в теге {{ нет_такого }}: нет значения «нет_такого»" in self.comments(content)[0].replace(
            "В теге", "в теге"
        )

    def test_libreoffice_shows_the_comments(self, tmp_path):
        path = template(tmp_path, *self.TEXT)
        (tmp_path / "copy.docx").write_bytes(annotated(path.name, path.read_bytes(), faults(path)))
        soffice.furnish(tmp_path / "own")
        subprocess.run(
            [
                *(soffice.find_soffice(), f"-env:UserInstallation={(tmp_path / 'own/profile').as_uri()}", "--headless"),
                *("--convert-to", "odt", "--outdir", tmp_path, tmp_path / "copy.docx"),
            ],
            env=soffice.environment(tmp_path / "own"),
            capture_output=True,
            timeout=120,
            check=True,
        )
        read = zipfile.ZipFile(tmp_path / "copy.odt").read("content.xml").decode()
        assert read.count("<office:annotation ") == 2
        assert "Нет поля «фи»" in read and "Проверка шаблона" in read


def test_the_command_writes_the_copy_and_names_every_fault(filings, tmp_path):
    path = template(tmp_path, "{{ истец|родителный }}", "{{ нет_такого }}")
    out = tmp_path / "out" / "с примечаниями.docx"
    said = filings("lint", path, "--kind", "wage_claim", "--annotate", out)
    assert said.code == 3
    assert "нет фильтра «родителный»" in said.err and "нет значения «нет_такого»" in said.err and str(out) in said.err
    assert len(Document(out).comments) == 2
    assert filings("lint", path, "--kind", "wage_claim", "--annotate", path).code == 2
    assert filings("lint", "--annotate", out).code == 2


def test_no_word_file_is_told(filings, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"text")
    said = filings("lint", path, "--kind", "wage_claim")
    assert (said.code, "не читается как документ Word" in said.err) == (3, True)
    with pytest.raises(TemplateError):
        review(kind_of("wage_claim"), ON, path)


def test_the_template_of_the_kind_may_be_annotated_too(filings, tmp_path):
    out = tmp_path / "copy.docx"
    assert filings("lint", "--kind", "wage_claim", "--annotate", out).code == 0
    assert package.read(out.read_bytes(), "copy")
