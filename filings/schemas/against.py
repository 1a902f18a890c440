"""Whom a filing is against, when it may be an organisation or a citizen."""

from __future__ import annotations

from filings.questions import Choice


class Against(Choice):
    """К кому обращены требования. The pages `organisation` and `citizen` are asked by it."""

    ORGANISATION = "organisation", "организация", "Управляющая компания, ТСЖ, поставщик, другая организация"
    CITIZEN = "citizen", "гражданин", "Сосед, заёмщик, другой человек"
