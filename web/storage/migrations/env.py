"""Runs the migrations on the connection that `database` gives."""

from alembic import context

from web.storage.tables import Table

context.configure(connection=context.config.attributes["connection"], target_metadata=Table.metadata)
context.run_migrations()
