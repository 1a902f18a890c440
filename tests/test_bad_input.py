"""Bad input: a clear Russian message that names the place, the documented exit code, and nothing written."""

from pathlib import Path

import pikepdf
import pypdf
import pytest
from toy import SAMPLE


@pytest.fixture
def assemble(filings, toy_kind, tmp_path):
    """Assemble the toy kind from a text of answers; returns the outcome, having seen that a failure writes nothing."""

    def call(answers: str = SAMPLE, *exhibits: Path):
        path, out = tmp_path / "a.yaml", tmp_path / "out"
        path.write_text(answers, encoding="utf-8")
        words = [word for exhibit in exhibits for word in ("--exhibit", exhibit)]
        outcome = filings("assemble", toy_kind, path, "-o", out, "--on", "2026-11-22", *words)
        assert outcome.code == 0 or not out.exists(), "a failed run left something behind"
        return outcome

    return call


@pytest.mark.parametrize(
    ("found", "put", "named", "said"),
    [
        pytest.param("рассказ:", "расказ:", "расказ", "возможно, «рассказ»", id="опечатка в имени"),
        pytest.param("  имя: Дарья\n", "", "заявитель.имя", "нет ответа", id="нет ответа"),
        pytest.param("платил: да", "платил: может быть", "платил", "«да» или «нет»", id="не да и не нет"),
        pytest.param("цена: 1 250,50", "цена: много", "цена", "сумму, например", id="не сумма"),
        pytest.param("цена: 1 250,50\n", "", "цена", "нет ответа", id="условный вопрос без ответа"),
        pytest.param("платил: да", "платил: нет", "цена", "не спрашивают", id="ответ на незаданный вопрос"),
        pytest.param("+7 912 345-67-89", "12345", "заявитель.телефон", "номер телефона", id="не телефон"),
        pytest.param("Дарья", "Daria", "заявитель.имя", "русскими буквами", id="латиница в имени"),
        pytest.param("не получила её", "не получила 😡", "рассказ", "нельзя напечатать", id="эмодзи"),
        pytest.param("Купила", "Куп\u0007ила", "a.yaml", "U+0007", id="управляющий знак"),
        pytest.param("платил: да", "платил: да\nплатил: да", "a.yaml", "написано дважды", id="имя дважды"),
        pytest.param("платил: да", "платил да", "a.yaml", "строка", id="сломанный YAML"),
        pytest.param("  отчество: Олеговна\n", "", "", "", id="отчества нет"),
    ],
)
def test_answers(assemble, found: str, put: str, named: str, said: str) -> None:
    assert found in SAMPLE
    outcome = assemble(SAMPLE.replace(found, put))
    assert outcome.code == (2 if said else 0), outcome.err
    assert named in outcome.err and said in outcome.err


def test_no_answers_at_all(assemble, filings, toy_kind, tmp_path) -> None:
    assert "файл пустой" in assemble("").err
    outcome = filings("check", toy_kind, tmp_path / "нет.yaml")
    assert outcome.code == 2 and "файла нет" in outcome.err


def test_a_foreign_name_asks_for_the_gender(assemble) -> None:
    name = "фамилия: Ким\n  имя: Саша\n"
    outcome = assemble(SAMPLE.replace("фамилия: Кулибина\n  имя: Дарья\n  отчество: Олеговна\n", name))
    assert outcome.code == 2 and "заявитель.пол" in outcome.err and "выберите пол" in outcome.err


def _encrypted(path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path, encryption=pikepdf.Encryption(user="secret", owner="secret"))


@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        pytest.param("scan.pdf", lambda path: path.write_bytes(b""), "пуст", id="0 байт"),
        pytest.param("scan.pdf", _encrypted, "парол", id="под паролем"),
        pytest.param("scan.pdf", lambda path: path.write_bytes(b"%PDF-1.7\nbroken"), "", id="битый"),
        pytest.param("scan.jpg", lambda path: None, "", id="файла нет"),
    ],
)
def test_exhibits(assemble, tmp_path, name: str, make, said: str) -> None:
    make(tmp_path / name)
    outcome = assemble(SAMPLE, tmp_path / name)
    assert outcome.code == 4
    assert f"Файл «{name}» нельзя приложить" in outcome.err and said in outcome.err


def test_a_picture_that_says_it_is_a_pdf(assemble, photo, tmp_path) -> None:
    lying = tmp_path / "договор.pdf"
    lying.write_bytes(photo.read_bytes())
    outcome = assemble(SAMPLE, lying)
    assert outcome.code == 4 and "договор.pdf" in outcome.err and "JPEG" in outcome.err


def test_one_bad_exhibit_stops_the_packet(assemble, photo, tmp_path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    assert assemble(SAMPLE, photo, tmp_path / "empty.pdf").code == 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lst",), "возможно, «list»"),
        (("check",), "Не хватает"),
        (("show", "wage_clam"), "Документа «wage_clam» нет"),
        (("decline",), "Не хватает"),
        (("decline", "Иванов", "--case", "vocative"), "выберите одно из"),
        (("calc", "delayed_wages", "--debt", "сто"), "--debt: напишите сумму"),
        (("calc", "delayed_wages", "--payment", "2026-01-01"), "ДАТА=СУММА"),
        (("calc", "none"), "Команды «none» нет"),
    ],
)
def test_commands(filings, words: tuple[str, ...], said: str) -> None:
    outcome = filings(*words)
    assert outcome.code == 2 and said in outcome.err and outcome.out == ""


def test_a_case_that_does_not_exist(assemble) -> None:
    outcome = assemble(SAMPLE + "склонения:\n  Кулибина Дарья Олеговна: {кого: Кулибиной}\n")
    assert outcome.code == 2 and "нет падежа «кого»" in outcome.err


def test_a_corrected_form_wins_everywhere(assemble, tmp_path) -> None:
    outcome = assemble(SAMPLE + "склонения:\n  Кулибина Дарья Олеговна: {родительный: Кулибины Дарьи Олеговны}\n")
    assert outcome.code == 0
    packet = " ".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "out" / "packet.pdf").pages)
    assert packet.count("Кулибины Дарьи Олеговны") == 2 and "Кулибиной Дарьи" not in packet
