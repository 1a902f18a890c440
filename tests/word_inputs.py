"""Word templates made for the tests."""

from datetime import date
from pathlib import Path

import yaml
from docx import Document

from filings.documents import package, word, word_text
from filings.russian.wording import Wording

ON = date(2026, 11, 21)
FAULTS = yaml.safe_load((Path(__file__).parent / "cases/documents/template_faults.yaml").read_text("utf-8"))
PACKET = Path(word.__file__).parent.parent / "templates/packet"
NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def template(folder, *paragraphs, header=""):
    """A plain .docx whose body is the given paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    path = folder / "шаблон.docx"
    document.save(path)
    return path


def with_part(path, name, content_type, kind, xml):
    """`path` with one more part, as Word would write it."""
    parts = package.read_file(path)
    root = "word/_rels/document.xml.rels"
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts[root] = parts[root].replace(
        b"</Relationships>", f'<Relationship Id="x1" Type="{schema}/{kind}" Target="{name}"/></Relationships>'.encode()
    )
    full = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{content_type}+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/word/{name}" ContentType="{full}"/></Types>'.encode()
    )
    parts[f"word/{name}"] = xml.encode()
    path.write_bytes(package.write(parts))
    return path


def rewritten(path, old, new):
    """`path` with a piece of the body's XML replaced."""
    parts = package.read_file(path)
    body = parts["word/document.xml"]
    assert old.encode() in body
    parts["word/document.xml"] = body.replace(old.encode(), new.encode())
    path.write_bytes(package.write(parts))
    return path


def fill(path, context, **properties):
    return word.fill(path, context, Wording(), **{"on": ON} | properties)


def text(path, context):
    return word_text.text_of(fill(path, context))
