"""What goes by paper and post: the sets, the postal inventory, the slip for the state duty."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
import yaml
import zxingcpp
from PIL import Image

from filings.catalogue import kind_of
from filings.documents import payment_slip, postal_inventory
from filings.documents.attachments import attachments
from filings.documents.copies import CopySet, Item, _capital, sets_of, sheet
from filings.documents.leaflet import Leaflet
from filings.documents.paperwork import Paperwork
from filings.documents.printing import FILING, INVENTORY, Printed
from filings.errors import AnswersError
from filings.questions.reading import read_answers
from filings.questions.validation import validate
from filings.schemas.payment import StateDutyPayment

SAMPLES = Path(__file__).parent.parent / "filings/samples"
ON = date(2026, 11, 22)
# Codes of the budget are public and the same for everybody; the accounts are those of an invented treasury.
REQUISITES = {
    "получатель": "УФК по Тульской области (ФНС России)",
    "счёт": "03100643000000018500",
    "банк": "ОТДЕЛЕНИЕ ТУЛА БАНКА РОССИИ//УФК по Тульской области, г. Тула",
    "бик": "017003983",
    "корсчёт": "40102810445370000059",
    "инн": "7727406020",
    "кпп": "770801001",
    "кбк": "18210803010011060110",
    "октмо": "60701000",
    "сумма": "4 000,50",
    "назначение": "Госпошлина по иску Иванова И.И. к Петрову П.П.",
    "фамилия": "Иванова",
    "имя": "Мария",
    "отчество": "Петровна",
    "адрес": "г. Тула, ул. Садовая, д. 10, кв. 5",
}


def payment(**changes: str) -> StateDutyPayment:
    return validate(StateDutyPayment, REQUISITES | changes, on=ON)


def text(pdf: bytes) -> str:
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode().replace("\u00a0", " ")


def test_code_follows_the_standard() -> None:
    """ГОСТ Р 56042-2014: «ST», version 0001, encoding 2 (UTF-8), five requisites first, the sum in kopecks."""
    fields = payment_slip.code(payment()).split("|")
    assert fields[0] == "ST00012"
    assert [field.split("=")[0] for field in fields[1:6]] == ["Name", "PersonalAcc", "BankName", "BIC", "CorrespAcc"]
    read = dict(field.split("=", 1) for field in fields[1:])
    assert read["Sum"] == "400050"
    assert read["CBC"] == "18210803010011060110" and read["OKTMO"] == "60701000" and read["KPP"] == "770801001"
    assert read["LastName"] == "Иванова" and read["MiddleName"] == "Петровна" and "PayerINN" not in read


def test_divider_inside_a_value_does_not_break_the_code() -> None:
    fields = payment_slip.code(payment(назначение="Иск 1|Sum=1")).split("|")
    assert len([field for field in fields if field.startswith("Sum=")]) == 1


def test_a_telephone_reads_the_printed_code(tmp_path: Path) -> None:
    made = payment()
    (tmp_path / "slip.pdf").write_bytes(payment_slip.sheet(made))
    command = ["pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", "slip.pdf", "slip"]
    subprocess.run(command, cwd=tmp_path, check=True)
    found = zxingcpp.read_barcodes(Image.open(tmp_path / "slip.png"))
    assert [one.text for one in found] == [payment_slip.code(made)]


def test_slip_tells_everything_in_words() -> None:
    told = text(payment_slip.sheet(payment()))
    for value in (
        "4 000,50 руб.",
        "4 000 (четыре тысячи) рублей 50 копеек",
        "03100643000000018500",
        "18210803010011060110",
    ):
        assert value in told
    assert "None" not in told and "УИН" not in told


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"кбк": "182"}, "в КБК должно быть цифр: 20, а здесь 3", id="короткий КБК"),
        pytest.param({"октмо": "123456789"}, "цифр: 8 или 11", id="ОКТМО"),
        pytest.param({"сумма": "0"}, "больше нуля", id="нечего платить"),
        pytest.param({"бик": ""}, "бик", id="нет БИК"),
        pytest.param({"инн": "7727406021"}, "инн", id="ошибка в ИНН"),
    ],
)
def test_wrong_requisites_are_refused(change: dict, expected: str) -> None:
    with pytest.raises(AnswersError, match=expected):
        payment(**change)


def test_leaflet_is_the_same_twice_and_long_words_stay_on_the_sheet() -> None:
    def made() -> bytes:
        leaflet = Leaflet("Проба")
        leaflet.table(("Что", "Сколько"), [["Я" * 300 + " <b>&", "1"]] * 60, (9, 1))
        return leaflet.pdf()

    assert made() == made()
    assert text(made()).count("<b>&") == 60


@pytest.fixture
def packet(filings, tmp_path, contract) -> Path:
    """The paper of the claim for wages, with one exhibit as a file."""
    folder = tmp_path
    (folder / "payment.yaml").write_text(yaml.safe_dump(REQUISITES, allow_unicode=True), encoding="utf-8")
    filings("sample", "wage_claim", "-o", folder / "a.yaml")
    made = filings(
        *("assemble", "wage_claim", folder / "a.yaml", "-o", folder / "out", "--on", ON),
        *("--exhibit", f"Договор={contract}", "--declared", "10", "--payment", folder / "payment.yaml"),
    )
    assert made.code == 0, made.err
    return folder / "out"


def pages(pdf: Path) -> list[str]:
    return text(pdf.read_bytes()).split("\f")[:-1]


def test_sets_for_the_court_the_respondent_and_the_person(packet: Path) -> None:
    told = " ".join(text((packet / "copies.pdf").read_bytes()).split())
    assert "Распечатайте 3 комплекта" in told
    assert told.index("Комплект 1. Суду") < told.index("Комплект 2. Ответчику") < told.index("Комплект 3. Вам")
    court, respondent = told.split("Комплект 1. Суду")[1].split("Комплект 2. Ответчику")
    proof = "Документ, подтверждающий направление"
    assert "Опись документов" in court and proof in court
    assert "Договор" in respondent and proof not in respondent and "Опись документов" not in respondent


def test_postal_inventory_is_in_two_equal_copies_for_each_letter(packet: Path) -> None:
    sheets = pages(packet / "postal_inventory.pdf")
    assert len(sheets) == 4
    for first, second in (sheets[:2], sheets[2:]):
        assert first.replace("Экземпляр 1", "") == second.replace("Экземпляр 2", "")
        assert "ОПИСЬ ВЛОЖЕНИЯ" in first and "форма 107" in first and "оттиска почтового штемпеля" in first
    respondents = sheets[2]
    items = sum(line.split()[:1] != ["№"] and " 10,00" in line for line in respondents.splitlines())
    assert f"{items * 10},00" in respondents, "итог равен сумме предметов"


def test_slip_is_in_the_packet_folder(packet: Path) -> None:
    assert "К уплате: 4 000 (четыре тысячи) рублей 50 копеек" in text((packet / "payment.pdf").read_bytes())


def test_wrong_declared_value_is_told(filings, packet: Path, tmp_path: Path) -> None:
    answers = packet.parent / "a.yaml"
    told = filings("assemble", "wage_claim", answers, "-o", tmp_path / "other", "--declared", "много", "--on", ON)
    assert told.code == 2 and "--declared" in told.err
    assert not (tmp_path / "other").exists()


SETS = [
    pytest.param("wage_claim", ["суду", "ответчику", "вам"], id="иск: ГПК РФ, ст. 132, п. 6"),
    pytest.param("loan_court_order", ["суду", "должнику", "вам"], id="приказ: ГПК РФ, ст. 124"),
    pytest.param("appeal", ["суду", "другой стороне", "вам"], id="апелляция: ГПК РФ, ст. 322, ч. 4"),
    pytest.param("writ_request", ["суду", "вам"], id="исполнительный лист: копий никому"),
    pytest.param("utility_quality_complaint", ["тому, к кому вы обращаетесь", "вам"], id="заявление в УК"),
]


def sets_for(name: str) -> tuple[list[CopySet], Paperwork]:
    """The sets of the sample of a kind, with nothing printed."""
    kind = kind_of(name)
    sample = SAMPLES / kind.template.parent.name / f"{kind.name}.yaml"
    filing = validate(kind.model, read_answers(sample), on=ON)
    conclusions = filing.conclude(ON)
    paperwork = Paperwork(kind.template, filing, conclusions, ON)
    items = attachments((), filing.exhibits, None, filing.papers(conclusions))
    return sets_of(paperwork, Printed({}, {}, items, {INVENTORY: 1, FILING: 2})), paperwork


@pytest.mark.parametrize("name", ["prosecutor_complaint", "labour_inspectorate_complaint", "benefit_refusal_complaint"])
def test_a_complaint_goes_to_the_office_and_not_to_whom_it_is_about(name: str) -> None:
    sets, paperwork = sets_for(name)
    recipient = paperwork.filing.addressee()
    assert (sets[0].to, sets[0].address) == (recipient.title, recipient.address)


@pytest.mark.parametrize(("name", "roles"), SETS)
def test_sets_follow_from_the_filing(name: str, roles: list[str]) -> None:
    sets, paperwork = sets_for(name)
    assert [one.role for one in sets] == roles
    told = text(sheet(sets, paperwork))
    assert "None" not in told and all(_capital(role) in " ".join(told.split()) for role in roles)
    letters = text(postal_inventory.sheet(sets, paperwork, None)).split("\f")[:-1]
    assert len(letters) == 2 * (len(roles) - 1)


def test_addressee_of_a_letter_is_in_the_dative(packet: Path) -> None:
    sheets = pages(packet / "postal_inventory.pdf")
    assert "Кому: Заволжскому районному суду г. Твери" in sheets[0]


def test_set_counts_what_is_known() -> None:
    one = CopySet("суду", "Суд", "", "", (Item("Иск", 3), Item("Квитанция", None)))
    assert one.sheets == 3
