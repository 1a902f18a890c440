"""The runner over foreign files tells a good end from a fault, and its judges see what is missing."""

from pathlib import Path

import pikepdf
import pytest
from exhibit_inputs import encoded_as, pdf, picture
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from filings.documents.exhibits import open_exhibit
from tests.bench.foreign_exhibits import chosen, end_of, run, table
from tests.bench.foreign_judges import missed


def drawn(path: Path, *squares: int, words: str = "", pages: int = 1) -> Path:
    """Pages with grey squares standing at these places of a row, and words below."""
    canvas = Canvas(str(path), pagesize=(600, 800), invariant=1)
    for _ in range(pages):
        canvas.setFillGray(0.3)
        for square in squares:
            canvas.rect(square * 60, 600, 40, 40, stroke=0, fill=1)
        canvas.drawString(60, 200, words)
        canvas.showPage()
    canvas.save()
    return path


def test_every_file_of_a_folder_ends_somewhere(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.pdf").write_bytes(pdf(3))
    (tmp_path / "b.jpg").write_bytes(encoded_as(picture(), "JPEG"))
    (tmp_path / "c.pdf").write_bytes(pdf(3)[:-40])
    ends = {end.path.name: end for end in run(list(chosen([tmp_path], None)), 60)}
    assert {name: end.end for name, end in ends.items()} == {"a.pdf": "pages", "b.jpg": "pages", "c.pdf": "refused"}
    assert ends["a.pdf"].said == "3" and not any(end.is_fault for end in ends.values())
    lines = list(table(list(ends.values())))
    assert [line.split()[:6] for line in lines[1:4]] == [
        ["jpg", "1", "1", "0", "0", "0"],
        ["pdf", "2", "1", "1", "0", "0"],
        ["all", "3", "2", "1", "0", "0"],
    ]
    assert lines[4].split(maxsplit=1) == ["1", "файл повреждён или обрывается"]


def test_so_many_of_each_ending_are_taken(tmp_path: Path) -> None:
    for number in range(10):
        (tmp_path / f"{number}.pdf").touch()
    (tmp_path / "0.jpg").touch()
    taken = [path.name for path in chosen([tmp_path], 4)]
    assert taken == ["0.jpg", "0.pdf", "3.pdf", "6.pdf", "9.pdf"]


def test_slow_end_is_a_fault(tmp_path: Path) -> None:
    assert end_of(drawn(tmp_path / "a.pdf", 1), 0).end == "hang"


LOSSES = {
    "лист": (lambda path: drawn(path, 1, pages=2), "pages: 2 before, 1 after"),
    "слова": (lambda path: drawn(path, 1, words="other words entirely"), "words: other, words, entirely"),
    "рисунок": (lambda path: drawn(path, 5, 6, 7, 8), "page 1 is another drawing"),
    "один квадрат из трёх": (lambda path: drawn(path, 1, 2, 3), "page 1 has lost"),
}


@pytest.mark.parametrize("case", LOSSES)
def test_judges_see_what_is_missing(case: str, tmp_path: Path) -> None:
    change, said = LOSSES[case]
    path = drawn(tmp_path / "a.pdf", *([1, 2] if case == "один квадрат из трёх" else [1]))
    exhibit = open_exhibit(path)
    assert missed(path, exhibit) == ""
    assert missed(change(path), exhibit).startswith(said)


def test_judges_see_a_blank_page(tmp_path: Path) -> None:
    white = tmp_path / "white.pdf"
    with pikepdf.new() as empty:
        empty.add_blank_page(page_size=(600, 800))
        empty.save(white)
    assert missed(drawn(tmp_path / "a.pdf", 1), open_exhibit(white)) == "page 1 is blank"


def test_judges_compare_pictures(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(encoded_as(picture(), "PNG"))
    exhibit = open_exhibit(path)
    assert missed(path, exhibit) == ""
    path.write_bytes(encoded_as(Image.new("L", (300, 400), 255), "PNG"))
    assert missed(path, exhibit).startswith("page 1 is another drawing")
