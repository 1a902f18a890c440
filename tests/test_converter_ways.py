"""Whichever way LibreOffice runs, the paper is the same; which way runs is chosen by trying, and said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from converter_inputs import paper, text
from today import ON

from filings.catalogue import kinds
from filings.documents import converter, pdf, soffice
from filings.documents.converter import selftest
from filings.documents.converter.faults import WayClosed
from filings.documents.converter.pool import Pool
from filings.documents.paperwork import Paperwork
from filings.documents.printed import finish
from filings.documents.printing import inventory_rows
from filings.errors import ArgumentsError, ConversionError
from filings.questions.reading import read_answers
from filings.questions.validation import validate

WARM = ("zygote", "uno")
_WHOLE = 4


@cache
def samples() -> dict[str, bytes]:
    """The filing of every kind's sample answers; of the first kinds the packet's own sheets too."""
    made = {}
    for number, kind in enumerate(kinds().values()):
        filing = validate(kind.model, read_answers(kind.sample), on=ON)
        paperwork = Paperwork(kind.template, filing, filing.conclude(ON), ON)
        sheets = {"inventory": 1, "filing": 2} | ({"calculation": 1} if paperwork.conclusions.calculation else {})
        words = {"filing": paperwork.filing_document([])}
        if number < _WHOLE:
            words["inventory"] = paperwork.inventory_document(inventory_rows(paperwork, [], sheets), 1)
            words["next_steps"] = paperwork.steps_document([])
        if number < _WHOLE and paperwork.conclusions.calculation:
            words["calculation"] = paperwork.calculation_document()
        made |= {f"{kind.name}-{name}": docx for name, docx in words.items()}
    return made


@cache
def cold() -> dict[str, bytes]:
    """The same as a LibreOffice started for the occasion prints them."""
    return {name: finish(name, printed, ON) for name, printed in soffice.to_pdf(samples(), 120).items()}


@pytest.fixture(scope="module", params=WARM)
def pool(request: pytest.FixtureRequest) -> Iterator[Pool]:
    pool = Pool([request.param])
    yield pool
    pool.stop()


def test_warm_is_byte_for_byte_cold(pool: Pool) -> None:
    made = {name: finish(name, printed, ON) for name, printed in pool.to_pdf(samples(), 120).items()}
    assert {name: text(content) for name, content in made.items()} == {
        name: text(content) for name, content in cold().items()
    }
    assert made == cold()


def test_the_twentieth_time_is_as_the_first(pool: Pool) -> None:
    """A worker keeps nothing of one document for the next, whatever came between."""
    name, docx = next(iter(samples().items()))
    first = finish(name, pool.to_pdf({name: docx}, 60)[name], ON)
    for number in range(20):
        pool.to_pdf({"другой": paper(f"Документ № {number}")}, 60)
        assert finish(name, pool.to_pdf({name: docx}, 60)[name], ON) == first


def test_documents_do_not_change_places(pool: Pool) -> None:
    papers = {f"лист {number}": paper(f"Это лист {number}.") for number in range(24)}
    made = pool.to_pdf(papers, 120)
    assert list(made) == list(papers)
    assert [f"Это {name}." in text(content) for name, content in made.items()] == [True] * 24


def test_what_is_not_word_is_not_made_and_the_worker_stays_well(pool: Pool) -> None:
    made = pool.to_pdf({"плохой": b"<html><p>hello</p></html>", "хороший": paper("Прошу")}, 60)
    assert list(made) == ["хороший"]


def test_an_untrusted_document_gets_a_worker_of_its_own(pool: Pool) -> None:
    pool.to_pdf({"свой": paper("Прошу")}, 60)
    before = [(worker.number, worker.jobs) for worker in pool._idle]
    assert "чужой" in text(pool.to_pdf({"чужой": paper("чужой")}, 60, untrusted=True)["чужой"])
    assert [(worker.number, worker.jobs) for worker in pool._idle] == before


class TestChoice:
    @pytest.fixture
    def broken_sample(self, tmp_path, monkeypatch):
        """A sample with another text than expected: no way can pass."""
        path = tmp_path / "sample.docx"
        path.write_bytes(paper("Не тот текст"))
        monkeypatch.setattr(selftest, "SAMPLE", path)

    @pytest.fixture(autouse=True)
    def none_before(self):
        """The pool of this run is put aside and starts anew afterwards."""
        converter.stop()
        yield
        converter.stop()

    def test_the_best_way_is_taken(self, monkeypatch):
        monkeypatch.setenv("FILINGS_CONVERTER", "auto")
        assert converter.describe().startswith("ветвление разогретого LibreOffice")

    @pytest.mark.parametrize(
        ("way", "said"),
        [("zygote", "ветвление"), ("uno", "тёплый"), ("cold", "холодный")],
        ids=["zygote", "uno", "cold"],
    )
    def test_a_way_can_be_forced(self, monkeypatch, way, said):
        monkeypatch.setenv("FILINGS_CONVERTER", way)
        assert converter.describe().startswith(said)
        assert f"FILINGS_CONVERTER={way}" in converter.describe()
        assert "Прошу" in text(pdf.convert({"иск": paper("Прошу")}, on=date(2026, 11, 21))["иск"])

    def test_a_forced_way_that_fails_says_so(self, monkeypatch, broken_sample):
        monkeypatch.setenv("FILINGS_CONVERTER", "uno")
        with pytest.raises(ConversionError, match="не работает: uno: в образце 1 стр"):
            pdf.convert({"иск": paper("Прошу")})

    def test_when_no_warm_way_passes_the_cold_one_prints(self, monkeypatch, broken_sample):
        monkeypatch.setenv("FILINGS_CONVERTER", "auto")
        assert "Прошу" in text(pdf.convert({"иск": paper("Прошу")})["иск"])
        said = converter.describe()
        assert said.startswith("холодный")
        assert said.count("в образце 1 стр. вместо 2") == 2

    def test_the_next_way_is_tried_when_the_first_does_not_start(self, monkeypatch):
        pool = Pool(["zygote", "uno"])
        monkeypatch.setattr("filings.documents.converter.zygote._SCRIPT", "no_such_script.py")
        try:
            pool.start()
            assert pool.way == "uno"
            assert "No such file" in pool.rejected["zygote"]
        finally:
            pool.stop()

    def test_an_unknown_way_is_refused(self, monkeypatch):
        monkeypatch.setenv("FILINGS_CONVERTER", "холодный")
        with pytest.raises(ArgumentsError, match="Есть auto, zygote, uno, cold"):
            pdf.convert({"иск": paper("Прошу")})

    @pytest.mark.parametrize("said", ["0", "два", "-1", "65"])
    def test_a_wrong_number_of_workers_is_refused(self, monkeypatch, said):
        monkeypatch.setenv("FILINGS_CONVERTER", "zygote")
        monkeypatch.setenv("FILINGS_WORKERS", said)
        with pytest.raises(ArgumentsError, match=f"FILINGS_WORKERS={said}"):
            pdf.convert({"иск": paper("Прошу")})

    def test_a_stopped_pool_serves_no_more(self):
        pool = Pool(["zygote"])
        pool.start()
        pool.stop()
        with pytest.raises(WayClosed):
            pool.to_pdf({"иск": paper("Прошу")}, 10)
