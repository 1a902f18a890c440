"""The finished document as a page: headings, lists and tables for eyes and for screen readers."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for

from filings.documents.readable import Block, blocks_of, grouped
from web.drafts import own_draft
from web.packing import unpack
from web.services import services

pages = Blueprint("reading", __name__, url_prefix="/filing/<uuid:filing_id>/packet/read")


@pages.get("")
def show(filing_id: UUID):
    """The words of the Word file in the packet made last."""
    draft = own_draft(filing_id)
    packet = services().packets.latest(draft.id)
    if packet is None or packet.status != "done":
        abort(404)
    files = unpack(services().cases.files.get(f"packets/{packet.id}"))
    word = files.get(f"{draft.kind.name}.docx") or abort(404)
    groups = grouped(blocks_of(word))
    title = next((heading(group.blocks[0]) for group in groups if group.kind == "title"), draft.kind.about.printed)
    return render_template(
        "reading.html",
        draft=draft,
        groups=groups,
        title=title,
        heading=heading,
        back=url_for("packet.show", filing_id=draft.id),
    )


def heading(block: Block) -> str:
    """«ИСКОВОЕ ЗАЯВЛЕНИЕ» as «Исковое заявление»: capitals are spelt letter by letter when read aloud."""
    text = block.text.strip().rstrip(":")
    return text.capitalize() if text.isupper() else text
