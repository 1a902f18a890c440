"""The subjects of the Federation: 89 of them, declined by grammar, in known time zones, under cassation courts."""

from collections import Counter
from datetime import date, datetime

import pytest

from filings.errors import LegalValueMissing
from filings.parameters import parameter
from filings.rules.regions import region, regions

ON = date(2026, 11, 22)


def test_how_many_subjects_there_are():
    """Конституция РФ, ст. 65: 85 since 2014, 89 since the four laws of 04.10.2022."""
    assert [len(regions(on)) for on in (date(2014, 3, 18), date(2022, 10, 4), date(2022, 10, 5), ON)] == [
        85,
        85,
        89,
        89,
    ]


def test_nothing_is_known_of_a_strange_code():
    with pytest.raises(LegalValueMissing, match="две цифры"):
        region("00", ON)


def test_names_and_codes_are_all_different():
    for field in ("code", "name", "genitive", "prepositional", "appeal_court"):
        ((name, count),) = Counter(getattr(one, field) for one in regions(ON)).most_common(1)
        assert count == 1, name
    codes = [one.iso for one in regions(ON) if one.iso]
    assert len(codes) == len(set(codes)) == 83


@pytest.mark.parametrize(
    ("code", "genitive", "prepositional"),
    [
        ("50", "Московской области", "Московской области"),
        ("16", "Республики Татарстан", "Республике Татарстан"),
        ("20", "Чеченской Республики", "Чеченской Республике"),
        ("59", "Пермского края", "Пермском крае"),
        ("77", "города Москвы", "городе Москве"),
        ("78", "города Санкт-Петербурга", "городе Санкт-Петербурге"),
        ("92", "города Севастополя", "городе Севастополе"),
        ("42", "Кемеровской области – Кузбасса", "Кемеровской области – Кузбассе"),
        (
            "86",
            "Ханты-Мансийского автономного округа – Югры",
            "Ханты-Мансийском автономном округе – Югре",
        ),
        ("79", "Еврейской автономной области", "Еврейской автономной области"),
        ("93", "Донецкой Народной Республики", "Донецкой Народной Республике"),
    ],
)
def test_names_are_declined(code, genitive, prepositional):
    """Grammar: both parts of a double name are declined, the name of a republic after the word is not."""
    found = region(code, ON)
    assert (found.genitive, found.prepositional) == (genitive, prepositional)


@pytest.mark.parametrize(
    ("code", "hours"),
    [
        *(("39", 2), ("77", 3), ("43", 3), ("34", 3), ("63", 4), ("64", 4), ("30", 4), ("66", 5), ("55", 6), ("54", 7)),
        *(("24", 7), ("38", 8), ("75", 9), ("28", 9), ("25", 10), ("65", 11), ("49", 11), ("41", 12), ("87", 12)),
    ],
)
def test_time_zones(code, hours):
    """Федеральный закон от 03.06.2011 № 107-ФЗ, ст. 5: hours ahead of Greenwich."""
    noon = datetime(2026, 11, 22, 12, tzinfo=region(code, ON).timezone)
    assert noon.utcoffset().total_seconds() == hours * 3600


@pytest.mark.parametrize(
    ("code", "appeal", "cassation"),
    [
        ("77", "Московский городской суд", "Второй"),
        ("50", "Московский областной суд", "Первый"),
        ("78", "Санкт-Петербургский городской суд", "Третий"),
        ("23", "Краснодарский краевой суд", "Четвёртый"),
        ("05", "Верховный Суд Республики Дагестан", "Пятый"),
        ("21", "Верховный Суд Чувашской Республики", "Шестой"),
        ("69", "Тверской областной суд", "Второй"),
        ("86", "Суд Ханты-Мансийского автономного округа – Югры", "Седьмой"),
        ("42", "Кемеровский областной суд", "Восьмой"),
        ("25", "Приморский краевой суд", "Девятый"),
        ("93", "Верховный Суд Донецкой Народной Республики", ""),
    ],
)
def test_courts_above(code, appeal, cassation):
    """ГПК РФ, ст. 320.1; Федеральный конституционный закон от 07.02.2011 № 1-ФКЗ, ст. 23.1."""
    found = region(code, ON)
    assert found.appeal_court == appeal
    assert found.cassation_court == (f"{cassation} кассационный суд общей юрисдикции" if cassation else "")


def test_every_subject_of_the_circuits_is_there_once():
    circuits = parameter("cassation_courts").at(ON).value
    codes = [code for court in circuits for code in court["regions"].split()]
    assert len(circuits) == 9
    assert sorted(codes) == [one.code for one in regions(date(2022, 10, 4))]


def test_no_cassation_courts_before_they_began_to_work():
    """The circuits act since 01.10.2019."""
    assert [bool(region("77", on).cassation_court) for on in (date(2019, 9, 30), date(2019, 10, 1))] == [False, True]
