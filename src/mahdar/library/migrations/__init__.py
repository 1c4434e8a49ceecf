"""How the tables of the library came to be, step by step; `upgrade` brings a database to the present step."""

from __future__ import annotations

from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

PRESENT = "0005"  # the newest step under `versions`; a test holds it there


def upgrade(connection: Connection) -> None:
    """Take the steps that a database lacks, inside the transaction of this connection: all of them or none."""
    from alembic import command
    from alembic.config import Config

    with as_file(files("mahdar.library") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
