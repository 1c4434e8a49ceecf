"""The application as tests ask it: on loopback for one person, and with accounts behind an address of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from mahdar.web.app import create_app
from mahdar.web.people import secrets
from mahdar.web.people.accounts import put
from mahdar.web.settings import Settings
from mahdar.web.state import State, open_state

LOCAL, ORIGIN = "http://127.0.0.1:8000", "https://mahdar.example"
PASSWORD = "correct horse battery"
VETO = (
    "NEW YORK - Russia and China on Thursday, 26 May 2022 vetoed a draft resolution of the Security Council"
    " that would have tightened the sanctions on North Korea.\n"
    "“The Council has failed those who trusted in it,” the American ambassador said.\n"
)
ARABIC = (
    "نيويورك – قال مندوب دائم يوم الخميس إن مجلس الأمن اعتمد القرار 2397 في عام 2017 بالإجماع.\n"
    "وأضاف المندوب: «نحن لا نوافق على ما جاء في التقرير»، وأشار إلى 15 عضوا.\n"
)


@pytest.fixture(scope="package", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Passwords that cost little; how much they really cost is a test of its own."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "hasher", lambda: cheap)
        yield


@pytest.fixture(scope="package")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[State]:
    """Record and library, open for all tests of the application."""
    folder: Path = tmp_path_factory.mktemp("web")
    opened = open_state(
        Settings(library=str(folder / "library.db"), log=False, warm=False, rate=1_000_000, reads=100_000)
    )
    yield opened
    opened.close()


@contextmanager
def asked(state: State, base: str = LOCAL) -> Iterator[TestClient]:
    """A client of the application over what is open."""
    with TestClient(create_app(state=state), base_url=base, follow_redirects=False) as found:
        yield found


@pytest.fixture(scope="package")
def client(state: State) -> Iterator[TestClient]:
    """The one person on this machine."""
    with asked(state) as found:
        yield found


@pytest.fixture(scope="package")
def guarded(state: State) -> State:
    """The same record and library for several people, with an account for each role."""
    made = replace(state, settings=replace(state.settings, origin=ORIGIN))
    with made.writing() as connection:
        for role in ("reader", "editor", "admin"):
            put(connection, role, PASSWORD, role, by="test")
    return made


def csrf(client: TestClient, path: str = "/en/sign-in") -> str:
    """The token of the forms of a page."""
    found = re.search(r'name="csrf" value="(\w+)"', client.get(path).text)
    assert found is not None
    return found[1]


def signed_in(client: TestClient, name: str) -> TestClient:
    """The client with the session of a person."""
    client.cookies.clear()
    sent = {"csrf": csrf(client), "name": name, "password": PASSWORD, "next": "/en/"}
    assert client.post("/en/sign-in", data=sent).status_code == 303
    return client


def kept(client: TestClient, text: str, **more: str) -> str:
    """Read a report and keep it; the path of its page."""
    sent = {"csrf": csrf(client, "/en/"), "text": text, "keep": "1", **more}
    answer = client.post("/en/read", data=sent)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])
