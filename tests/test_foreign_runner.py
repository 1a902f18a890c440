"""The runner over foreign files tells a good end from a fault."""

from pathlib import Path

import pikepdf
from exhibit_inputs import encoded_as, pdf, picture

from filings.documents.exhibits import open_exhibit
from tests.bench import foreign_exhibits
from tests.bench.foreign_exhibits import end_of, run


def test_every_file_of_a_folder_ends_somewhere(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.pdf").write_bytes(pdf(3))
    (tmp_path / "b.jpg").write_bytes(encoded_as(picture(), "JPEG"))
    (tmp_path / "c.pdf").write_bytes(pdf(3)[:-40])
    ends = {end.path.name: end for end in run(tmp_path, 60)}
    assert {name: end.end for name, end in ends.items()} == {"a.pdf": "pages", "b.jpg": "pages", "c.pdf": "refused"}
    assert ends["a.pdf"].said == "3" and not any(end.is_fault for end in ends.values())


def test_slow_and_lossy_ends_are_faults(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(2, text="words that are long enough"))
    assert end_of(path, 0).end == "hang"
    exhibit = open_exhibit(path)
    for lost, said in ((1, "pages: 3 before, 2 after"), (0, "words: ")):
        path.write_bytes(pdf(2 + lost, text="other text of the page entirely"))
        assert foreign_exhibits._loss(path, exhibit).startswith(said)
    with pikepdf.open(path, allow_overwriting_input=True) as blank:
        for page in blank.pages:
            page.obj.Contents = blank.make_stream(b"0 0 500 500 re f")
        blank.save(path)
    white = tmp_path / "white.pdf"
    with pikepdf.new() as empty:
        empty.add_blank_page()
        empty.add_blank_page()
        empty.save(white)
    assert foreign_exhibits._loss(path, open_exhibit(white)) == "page 1 is blank"
