"""Several secrets may open a case (browser, code, link); consent is kept with its text and time."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Moves the tokens out of `case`; those who have begun go on with their cookies."""
    op.create_table(
        "access",
        sa.Column("id", sa.Integer, primary_key=True),
        _belongs_to_case(),
        sa.Column("purpose", sa.String, nullable=False),
        sa.Column("secret_hash", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("created_at", _MOMENT, nullable=False, server_default=sa.func.now()),
    )
    op.execute(
        "INSERT INTO access (case_id, purpose, secret_hash, created_at) "
        "SELECT id, 'browser', token_hash, created_at FROM \"case\""
    )
    op.drop_column("case", "token_hash")
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer, primary_key=True),
        _belongs_to_case(),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("text_hash", sa.LargeBinary, nullable=False),
        sa.Column("given_at", _MOMENT, nullable=False, server_default=sa.func.now()),
    )


def _belongs_to_case() -> sa.Column:
    return sa.Column("case_id", sa.Uuid, sa.ForeignKey("case.id", ondelete="CASCADE"), nullable=False, index=True)
