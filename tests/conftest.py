"""What holds for all tests: no limits on time that a busy machine would break, and one PostgreSQL server."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import settings

settings.register_profile("mahdar", deadline=None)
settings.load_profile("mahdar")
# The processes of the tests are killed, the server and its machine never: nothing needs to be forced onto the disk.
_UNFORCED = ("fsync", "full_page_writes", "synchronous_commit")


@pytest.fixture(scope="session")
def server() -> Iterator[sa.URL]:
    """The URL of a real PostgreSQL server on this machine, for this run alone, where `pgserver` brings one.

    Its data lies apart from pytest's directories: each run that begins beside this one shuts them to other users, and
    the server may be one.
    """
    pytest.importorskip("psycopg", exc_type=ImportError)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pgserver = pytest.importorskip("pgserver", exc_type=ImportError)
        place = Path(tempfile.mkdtemp(prefix="mahdar-postgresql-"))
        running = pgserver.get_server(place)
    url = sa.make_url(running.get_uri()).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for name in _UNFORCED:
            connection.execute(sa.text(f"ALTER SYSTEM SET {name} = off"))
        connection.execute(sa.text("SELECT pg_reload_conf()"))
    engine.dispose()
    yield url
    running.cleanup()
    shutil.rmtree(place, ignore_errors=True)
