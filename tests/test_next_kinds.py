"""After a filing only the kinds that fit its answers are offered: on the sheet, on the finish page, by the command."""

from __future__ import annotations

from pathlib import Path

import pytest
from changed import filing_of

from filings.catalogue import following, kind_of, kinds, next_titles
from filings.cli import run
from filings.schemas.authorities._prosecutor import CLAIMS, Sphere

SPHERES = [("plain", Sphere.LABOUR), ("housing", Sphere.HOUSING), ("bailiffs", Sphere.BAILIFFS)]


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_what_fits_is_among_what_the_kind_names(kind) -> None:
    assert set(filing_of(kind.name, "plain", {}).next_kinds()) <= set(kind.about.next_kinds)


def test_every_sphere_of_the_prosecutor_has_its_claims() -> None:
    assert set(CLAIMS) == set(Sphere)


@pytest.mark.parametrize(("sample", "sphere"), SPHERES)
def test_after_the_prosecutor_comes_the_claim_of_that_sphere(sample: str, sphere: Sphere) -> None:
    filing = filing_of("prosecutor_complaint", sample, {})
    assert filing.sphere is sphere
    found = {one.name for one in following(kind_of("prosecutor_complaint"), filing)}
    assert found == set(CLAIMS[sphere]) & set(kinds())


def test_no_claim_about_charges_follows_a_complaint_about_papers() -> None:
    change = {"предметы_жалобы": ["не дают сведения и документы"], "просьбы": ["провести проверку"]}
    filing = filing_of("housing_inspectorate_complaint", "plain", change)
    kind = kind_of("housing_inspectorate_complaint")
    assert next_titles(kind, filing) == [kind_of("prosecutor_complaint").about.title]


def test_the_command_offers_what_fits(capsys: pytest.CaptureFixture[str]) -> None:
    sample = Path(__file__).parent / "samples/prosecutor_complaint/housing.yaml"
    assert run(["next", "prosecutor_complaint", str(sample)]) == 0
    assert capsys.readouterr().out.split()[0] == "utility_recalculation_claim"
