"""Ways into a case besides the browser that began it: a code to read aloud, a link; and how they are withdrawn."""

from __future__ import annotations

import secrets
from uuid import UUID

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from web.storage.cases import Cases, StoredFiling, record_event
from web.storage.secrecy import CODE_DIGITS, code_hash, token_hash
from web.storage.tables import AccessRecord, Case, FilingRecord

_BYTES = 24


class Access:
    """All ways in. `pepper` is the key of short codes, kept outside the database."""

    def __init__(self, cases: Cases, pepper: bytes) -> None:
        self._cases, self._pepper = cases, pepper

    def issue(self, filing: StoredFiling) -> tuple[str, str]:
        """A new code and the secret of a new link to the case of `filing`; the former ones open nothing from now on."""
        code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
        link = secrets.token_urlsafe(_BYTES)
        with self._cases.session() as session:
            session.execute(_ways(filing.case_id))
            for purpose, secret_hash in (("code", code_hash(code, self._pepper)), ("link", token_hash(link))):
                session.add(AccessRecord(case_id=filing.case_id, purpose=purpose, secret_hash=secret_hash))
            record_event(session, filing.case_id, filing.id, "code_issued")
        return code, link

    def withdraw(self, filing: StoredFiling) -> None:
        """The code and the link of the case open nothing from now on."""
        with self._cases.session() as session:
            session.execute(_ways(filing.case_id))

    def has_code(self, case_id: UUID) -> bool:
        """Whether the case can be opened from another device."""
        with self._cases.session() as session:
            return bool(
                session.scalar(select(exists().where(AccessRecord.case_id == case_id, AccessRecord.purpose == "code")))
            )

    def open_by_code(self, code: str) -> tuple[str, UUID] | None:
        """A token for one more browser and the filing changed last; None when the code opens nothing."""
        return self._open("code", code_hash(code, self._pepper))

    def open_by_link(self, secret: str) -> tuple[str, UUID] | None:
        """The same by the secret of a link."""
        return self._open("link", token_hash(secret))

    def knows_link(self, secret: str) -> bool:
        """Whether the link opens anything; asks without opening."""
        with self._cases.session() as session:
            return self._case_of(session, "link", token_hash(secret)) is not None

    def alive(self, tokens: list[str]) -> list[str]:
        """Those of a browser's tokens that still open something, in their order."""
        hashes = {token_hash(token): token for token in tokens}
        chosen = select(AccessRecord.secret_hash).where(
            AccessRecord.purpose == "browser", AccessRecord.secret_hash.in_(hashes)
        )
        with self._cases.reading() as session:
            found = {hashes[one] for one in session.scalars(chosen)}
        return [token for token in tokens if token in found]

    def close(self, tokens: list[str]) -> None:
        """These browsers' tokens open nothing from now on. A case that nobody could open any more is removed."""
        hashes = [token_hash(token) for token in tokens]
        with self._cases.session() as session:
            closed = delete(AccessRecord).where(AccessRecord.purpose == "browser", AccessRecord.secret_hash.in_(hashes))
            cases = list(session.scalars(closed.returning(AccessRecord.case_id)))
            left = set(session.scalars(select(AccessRecord.case_id).where(AccessRecord.case_id.in_(cases))))
        for case_id in set(cases) - left:
            self._cases.forget_case(case_id)

    def _open(self, purpose: str, secret_hash: bytes) -> tuple[str, UUID] | None:
        token = secrets.token_urlsafe(_BYTES)
        with self._cases.session() as session:
            case_id = self._case_of(session, purpose, secret_hash)
            if case_id is None:
                return None
            session.add(AccessRecord(case_id=case_id, purpose="browser", secret_hash=token_hash(token)))
            last = select(FilingRecord.id).where(FilingRecord.case_id == case_id)
            filing_id = session.scalars(last.order_by(FilingRecord.changed_at.desc())).first()
            record_event(session, case_id, filing_id, f"opened_by_{purpose}")
            return token, filing_id

    def _case_of(self, session: Session, purpose: str, secret_hash: bytes) -> UUID | None:
        chosen = select(Case.id).join(AccessRecord, AccessRecord.case_id == Case.id)
        return session.scalar(
            chosen.where(AccessRecord.purpose == purpose, AccessRecord.secret_hash == secret_hash).with_for_update()
        )


def _ways(case_id: UUID):
    return delete(AccessRecord).where(AccessRecord.case_id == case_id, AccessRecord.purpose.in_(("code", "link")))
