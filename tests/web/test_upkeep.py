"""Terms, removal and keys: nothing stays longer than was told, nothing is lost when keys change."""

from __future__ import annotations

import io
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from web.config import FINISHED_DAYS, KEEP_DAYS
from web.storage.expiry import sweep
from web.storage.keyfiles import STORAGE_KEYS, read_keys
from web.storage.rotation import SEALED, KeyInUse, retire, rotate
from web.storage.tables import Table, now

pytestmark = pytest.mark.xdist_group("web")


@pytest.fixture
def cases(app):
    return app.extensions["filings"].cases


def attach(person) -> None:
    """Uploads a small picture."""
    from PIL import Image

    picture = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(picture, "PNG")
    person.send("exhibits", files=(io.BytesIO(picture.getvalue()), "Расчётный лист.png"), do="upload")


def files_of(cases) -> set[str]:
    """Exhibits only: packets of other tests may be finished meanwhile."""
    return {name for name, _ in cases.files.all() if name.startswith("exhibits/")}


def age(cases, person, days: float, *, stage: str = "draft") -> None:
    """Makes the person's last visit as many days old."""
    query = (
        'UPDATE "case" SET touched_at = :at, stage = :stage '
        'FROM filing WHERE filing.case_id = "case".id AND filing.id = :id'
    )
    filing_id = person.filing.rsplit("/", 1)[1]
    with cases.engine.begin() as connection:
        connection.execute(text(query), {"at": now() - timedelta(days=days), "stage": stage, "id": filing_id})


@pytest.mark.parametrize(
    ("stage", "days", "stays"),
    [
        ("draft", KEEP_DAYS - 0.1, True),
        ("draft", KEEP_DAYS + 0.1, False),
        ("finished", KEEP_DAYS + 0.1, True),
        ("finished", FINISHED_DAYS - 0.1, True),
        ("finished", FINISHED_DAYS + 0.1, False),
    ],
    ids=[
        "черновик в срок",
        "черновик после срока",
        "готовый дольше черновика",
        "готовый в срок",
        "готовый после срока",
    ],
)
def test_a_case_is_kept_for_its_term_and_no_longer(person, cases, stage, days, stays):
    before = files_of(cases)
    attach(person.begin())
    mine = files_of(cases) - before
    assert len(mine) == 1
    age(cases, person, days, stage=stage)
    sweep(cases)
    assert (person.open("check").status_code == 200) == stays
    assert (mine <= files_of(cases)) == stays


def test_a_visit_begins_the_term_anew(person, cases):
    age(cases, person.begin(), KEEP_DAYS - 1)
    assert "Удалится" in person.read("/"), "на главной предупреждаем за неделю"
    person.open("check")
    assert "Удалится" not in person.read("/")
    assert sweep(cases).cases == 0


def test_counting_removes_nothing(person, cases):
    age(cases, person.begin(), KEEP_DAYS + 1)
    assert sweep(cases, only_count=True).cases == 1
    assert sweep(cases).cases == 1


def test_a_file_without_a_record_goes_after_a_day(cases):
    cases.files.put("exhibits/stray", b"x")
    assert "exhibits/stray" in files_of(cases) and sweep(cases).files == 0
    assert sweep(cases, at=now() + timedelta(hours=25), only_count=True).files >= 1
    cases.files.delete("exhibits/stray")


def test_removal_leaves_no_file(person, cases):
    before = files_of(cases)
    attach(person.begin())
    assert files_of(cases) > before
    person.send("remove")
    assert files_of(cases) == before


def test_a_file_that_comes_during_removal_does_not_stay(person, cases):
    from web.storage.exhibits import Exhibits

    filing_id, before = UUID(person.begin().filing.rsplit("/", 1)[1]), files_of(cases)
    person.send("remove")
    with pytest.raises(Exception, match=r"FilingRecord|row"):
        Exhibits(cases, filing_id).add("поздний.pdf", b"x", 1)
    assert files_of(cases) == before


def test_keys_are_changed_under_a_running_service(person, cases, app):
    folder = app.extensions["filings"].settings.keys
    person.begin().send("questions/someone", surname="Иванова")
    attach(person)
    old = list(read_keys(folder / STORAGE_KEYS))
    done = rotate(cases, folder)
    new = list(read_keys(folder / STORAGE_KEYS))
    assert new[:-1] == old and new[-1].decode() == done.key and done.values >= 3 and done.files >= 1
    assert "Иванова" in person.read("check") and "Расчётный лист" in person.read("exhibits")
    assert set(retire(cases, folder)) == {name.decode() for name in old}
    assert list(read_keys(folder / STORAGE_KEYS)) == new[-1:]
    person.send("questions/someone", surname="Петрова")
    assert "Петрова" in person.read("check") and "Расчётный лист" in person.read("exhibits")


def test_a_key_in_use_is_not_removed(person, cases, app, tmp_path):
    from web.storage.keyfiles import add_key

    folder = app.extensions["filings"].settings.keys
    person.begin()
    add_key(folder / STORAGE_KEYS)
    with pytest.raises(KeyInUse, match="filings keys rotate"):
        retire(cases, folder)
    rotate(cases, folder)
    retire(cases, folder)


def test_rotation_knows_every_sealed_column():
    sealed = {
        (table.name, column.name)
        for table in Table.metadata.sorted_tables
        for column in table.columns
        if column.name.startswith("sealed_")
    }
    assert {(record.__tablename__, column) for record, column, _ in SEALED} == sealed
