"""The first tables: case, filing, exhibit, packet, event."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "case",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("token_hash", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False, server_default=sa.func.now()),
        sa.Column("touched_at", _MOMENT, nullable=False, server_default=sa.func.now(), index=True),
    )
    op.create_table(
        "filing",
        sa.Column("id", sa.Uuid, primary_key=True),
        _belongs_to("case"),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("sealed_answers", sa.LargeBinary, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False, server_default=sa.func.now()),
        sa.Column("changed_at", _MOMENT, nullable=False, server_default=sa.func.now()),
    )
    op.create_table(
        "exhibit",
        sa.Column("id", sa.Uuid, primary_key=True),
        _belongs_to("filing"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("size_bytes", sa.Integer, nullable=False),
        sa.Column("sealed_name", sa.LargeBinary, nullable=False),
        sa.Column("sealed_title", sa.LargeBinary, nullable=False),
        sa.Column("created_at", _MOMENT, nullable=False, server_default=sa.func.now()),
    )
    op.create_table(
        "packet",
        sa.Column("id", sa.Uuid, primary_key=True),
        _belongs_to("filing"),
        sa.Column("filing_version", sa.Integer, nullable=False),
        sa.Column("status", sa.String, nullable=False, index=True),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("leased_until", _MOMENT),
        sa.Column("sealed_result", sa.LargeBinary),
        sa.Column("created_at", _MOMENT, nullable=False, server_default=sa.func.now()),
        sa.Column("finished_at", _MOMENT),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer, primary_key=True),
        _belongs_to("case"),
        sa.Column("filing_id", sa.Uuid, sa.ForeignKey("filing.id", ondelete="CASCADE")),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("at", _MOMENT, nullable=False, server_default=sa.func.now()),
    )


def downgrade() -> None:
    """Drops the tables."""
    for name in ("event", "packet", "exhibit", "filing", "case"):
        op.drop_table(name)


def _belongs_to(table: str) -> sa.Column:
    owner = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.Uuid, owner, nullable=False, index=True)
