"""The same pages over a library on a PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from starlette.testclient import TestClient

from mahdar.web.jobs import Waiting, Worker, job, put
from mahdar.web.people import accounts
from mahdar.web.settings import Settings
from mahdar.web.state import State, open_state
from mahdar.web.taking import Said
from tests.web.conftest import ARABIC, PASSWORD, VETO, asked, kept


@pytest.fixture(scope="module")
def there(server: sa.URL) -> Iterator[State]:
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text("CREATE DATABASE web"))
    engine.dispose()
    place = server.set(database="web").render_as_string(hide_password=False)
    opened = open_state(Settings(library=place, log=False, warm=False))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def client(there: State) -> Iterator[TestClient]:
    with asked(there) as found:
        yield found


def test_pages_of_reports_answer(client: TestClient) -> None:
    paths = [kept(client, VETO, outlet="A"), kept(client, ARABIC, outlet="B")]
    digests = "&".join(f"report={path.rpartition('/')[2]}" for path in paths)
    for path in (*paths, "/ar/", "/ar/search?words=مجلس", "/en/search?in=statements", "/en/stories?least=1",
                 "/en/review", "/en/watch", "/en/log",
                 f"/en/compare?{digests}", "/en/decisions/S/2022/431"):  # fmt: skip
        assert client.get(path).status_code == 200, path
    assert client.get("/en/search.json?words=Council").json()["data"]["total"] == 1


def test_jobs_are_taken_and_accounts_are_kept(there: State) -> None:
    with there.writing() as connection:
        made = put(connection, "salma", [Waiting("file", "a.txt", f"{VETO}Of a job.\n".encode(), Said())])
        accounts.put(connection, "salma", PASSWORD, "admin", by="test")
        assert accounts.signed_in(connection, "salma", PASSWORD).role == "admin"
    worker = Worker(there)
    while worker._step():
        pass
    with there.library.reading() as connection:
        told = job(connection, made)
    assert told is not None
    assert told["left"] in {0, 1}  # the client's own worker may be at it
