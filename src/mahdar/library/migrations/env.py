"""What Alembic runs to take a step; connection and transaction belong to `mahdar.library.migrations.upgrade`."""

from __future__ import annotations

from alembic import context

from mahdar.library.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
