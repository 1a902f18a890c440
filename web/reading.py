"""The finished documents as a page: contents, headings, lists and tables for eyes and for screen readers."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, abort, render_template, url_for

from web.drafts import Draft, own_draft
from web.packing import file_in
from web.services import services
from web.storage.packets import StoredPacket
from web.twin import Written, of_word, written

pages = Blueprint("reading", __name__, url_prefix="/filing/<uuid:filing_id>/packet/read")


@pages.get("")
def show(filing_id: UUID):
    """The filing, its calculation, the inventory and the sheet of next steps of the packet made last."""
    draft = own_draft(filing_id)
    packet = services().packets.latest(draft.id)
    if packet is None or packet.status != "done":
        abort(404)
    back = url_for("packet.show", filing_id=draft.id)
    return render_template("reading.html", draft=draft, packet=packet, documents=_documents(draft, packet), back=back)


def _documents(draft: Draft, packet: StoredPacket) -> list[Written]:
    if "reading" in packet.result:
        return written(packet.result["reading"])
    packed = services().cases.files.get(f"packets/{packet.id}")
    return of_word(file_in(packed, f"{draft.kind.name}.docx"))
