"""One look for the headers of all kinds: the label («Адрес:») is a bold run of its own, its value is plain."""

import pytest
from docx import Document

from filings.catalogue import Kind, kinds

KINDS = sorted(kinds().values(), key=lambda kind: kind.name)
LABEL, VALUE = "{{ строка.метка }}", "{{ строка.текст }}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_label_of_a_header_line_is_bold(kind: Kind) -> None:
    lines = [one for one in Document(str(kind.template)).paragraphs if LABEL in one.text]
    assert lines, "the header has no labels"
    for line in lines:
        assert [run.text.strip() for run in line.runs if run.bold] == [LABEL]
        assert VALUE in line.text
