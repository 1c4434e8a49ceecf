"""Signing in, invitations, roles, tokens, and the log of who did what."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from mahdar.library.opened import LibraryError
from mahdar.web.people import accounts, secrets
from mahdar.web.people.accounts import AccountError
from mahdar.web.people.model import Person
from mahdar.web.people.schema import doings, people, sessions, tokens
from mahdar.web.state import State
from tests.web.conftest import ORIGIN, PASSWORD, VETO, asked, csrf, signed_in


@pytest.fixture(scope="module")
def web(guarded: State) -> Iterator[TestClient]:
    with asked(guarded, ORIGIN) as found:
        yield found


def test_a_password_costs_whoever_guesses_it() -> None:
    real = PasswordHasher()
    assert (real.type.name, real.memory_cost >= 64 * 1024, real.time_cost >= 3) == ("ID", True, True)
    assert secrets.fits(PASSWORD, real.hash(PASSWORD))
    assert not secrets.fits(PASSWORD + "!", real.hash(PASSWORD))


def test_a_session_is_a_cookie_out_of_reach_of_scripts(web: TestClient) -> None:
    web.cookies.clear()
    sent = {"csrf": csrf(web), "name": "reader", "password": PASSWORD, "next": "/en/search"}
    answer = web.post("/en/sign-in", data=sent)
    assert answer.headers["location"] == "/en/search"
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-mahdar=")
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))


def test_what_somebody_holds_is_not_what_is_kept(web: TestClient, guarded: State) -> None:
    signed_in(web, "reader")
    held = web.cookies["__Host-mahdar"]
    with guarded.library.reading() as connection:
        digests = set(connection.scalars(sa.select(sessions.c.digest)))
        kept = connection.scalar(sa.select(people.c.password).where(people.c.name == "reader"))
    assert held not in digests
    assert str(kept).startswith("$argon2id$")


def test_a_wrong_password_is_told_as_a_wrong_name_is(web: TestClient) -> None:
    web.cookies.clear()
    told = []
    for name in ("reader", "nobody-at-all"):
        answer = web.post("/en/sign-in", data={"csrf": csrf(web), "name": name, "password": "wrong password"})
        told.append((answer.status_code, "The name or the password is not right." in answer.text))
    assert told == [(401, True)] * 2


def test_guessing_is_held_off(web: TestClient) -> None:
    web.cookies.clear()
    sent = {"csrf": csrf(web), "name": "guessed", "password": "guess guess guess"}
    told = [web.post("/en/sign-in", data=sent).status_code for _ in range(11)]
    assert told == [401] * 10 + [429]


def test_signing_in_leads_nowhere_else(web: TestClient) -> None:
    for address in ("https://evil.example/", "//evil.example", "/en//evil.example", "/en/\\evil.example"):
        web.cookies.clear()
        sent = {"csrf": csrf(web), "name": "reader", "password": PASSWORD, "next": address}
        assert web.post("/en/sign-in", data=sent).headers["location"] == "/en/"


def test_a_session_ends_when_its_person_says_so(web: TestClient) -> None:
    signed_in(web, "reader")
    cookie = web.cookies["__Host-mahdar"]
    assert web.post("/en/sign-out", data={"csrf": csrf(web, "/en/account")}).status_code == 303
    web.cookies.clear()
    late = web.get("/en/search", headers={"cookie": f"__Host-mahdar={cookie}"})
    assert late.headers["location"].startswith("/en/sign-in")


def test_an_invitation_works_once(web: TestClient) -> None:
    signed_in(web, "admin")
    made = web.post("/en/people/invite", data={"csrf": csrf(web, "/en/people"), "role": "editor"})
    found = re.search(r"https://mahdar\.example(/en/invitation\?code=[\w-]+)", made.text)
    assert found is not None
    web.cookies.clear()
    assert web.get(found[1]).status_code == 200
    sent = {"csrf": csrf(web, found[1]), "code": found[1].partition("=")[2], "name": "salma", "again": PASSWORD}
    assert web.post("/en/invitation", data={**sent, "password": "another password"}).status_code == 422
    assert web.post("/en/invitation", data={**sent, "password": PASSWORD}).status_code == 303
    assert "editor" in web.get("/en/account").text
    web.cookies.clear()
    assert web.get(found[1]).status_code == 404
    assert web.post("/en/invitation", data={**sent, "name": "other", "password": PASSWORD}).status_code in {403, 422}


def test_a_token_is_shown_once_and_opens_what_its_person_may_do(web: TestClient, guarded: State) -> None:
    signed_in(web, "editor")
    made = web.post("/en/account/token", data={"csrf": csrf(web, "/en/account"), "label": "desk <b>"})
    secret = re.search(r'class="digest">([\w-]{43})<', made.text)
    assert secret is not None
    assert "desk &lt;b&gt;" in made.text
    web.cookies.clear()
    bearer = {"authorization": f"Bearer {secret[1]}"}
    assert web.get("/en/search.json", headers=bearer).status_code == 200
    assert web.get("/en/people.json", headers=bearer).status_code == 403
    assert web.post("/api/reports", json={"text": VETO + "By token."}, headers=bearer).status_code == 201
    with guarded.writing() as connection:
        row = connection.execute(sa.select(tokens.c.person, tokens.c.digest)).one()
        accounts.close_token(connection, Person("editor", "editor", "session", row.person), row.digest[:12])
    assert web.get("/en/search.json", headers=bearer).status_code == 401


def test_a_browser_session_alone_moves_nothing_in_the_interface(web: TestClient) -> None:
    signed_in(web, "editor")
    assert web.post("/api/read", json={"text": VETO}).status_code == 403
    token = csrf(web, "/en/")
    assert web.post("/api/read", json={"text": VETO}, headers={"x-csrf-token": token}).status_code == 200


def test_roles_change_and_accounts_close_at_once(web: TestClient, guarded: State) -> None:
    with guarded.writing() as connection:
        accounts.put(connection, "huda", PASSWORD, "editor", by="test")
    signed_in(web, "huda")
    assert web.get("/en/review").status_code == 200
    with guarded.writing() as connection:
        accounts.change_role(connection, "huda", "reader", by="test")
    assert web.get("/en/review").status_code == 403
    with guarded.writing() as connection:
        accounts.close(connection, "huda", by="test")
    assert web.get("/en/search").status_code == 303


def test_the_last_admin_stays(guarded: State) -> None:
    with guarded.writing() as connection:
        with pytest.raises(AccountError, match="only admin"):
            accounts.close(connection, "admin", by="test")
        with pytest.raises(AccountError, match="only admin"):
            accounts.change_role(connection, "admin", "reader", by="test")
        for name, password in (("a b", PASSWORD), ("x", PASSWORD), ("fine", "short"), ("reader", PASSWORD)):
            with pytest.raises(AccountError):
                accounts.put(connection, name, password, "reader", by="test")


def test_changing_the_password_ends_every_session(web: TestClient, guarded: State) -> None:
    with guarded.writing() as connection:
        accounts.put(connection, "omar", PASSWORD, "reader", by="test")
    signed_in(web, "omar")
    cookie = web.cookies["__Host-mahdar"]
    sent = {"csrf": csrf(web, "/en/account"), "old": PASSWORD, "new": "a password anew", "again": "a password anew"}
    assert web.post("/en/account/password", data={**sent, "old": "not the old one"}).status_code == 422
    assert web.post("/en/account/password", data=sent).status_code == 303
    web.cookies.clear()
    assert web.get("/en/search", headers={"cookie": f"__Host-mahdar={cookie}"}).status_code == 303


def test_the_log_says_who_did_what_and_cannot_be_changed(web: TestClient, guarded: State) -> None:
    signed_in(web, "editor")
    web.post("/en/read", data={"csrf": csrf(web, "/en/"), "text": VETO + "Logged.", "keep": "1"})
    rows = signed_in(web, "admin").get("/en/log.json").json()["data"]["doings"]
    assert {"editor", "admin"} <= {row["who"] for row in rows}
    assert {"signed-in", "report", "account-made"} <= {row["action"] for row in rows}
    assert "Logged" not in str(rows)
    for change in (sa.delete(doings), sa.update(doings).values(who="x")):
        with pytest.raises(LibraryError), guarded.writing() as connection:
            connection.execute(change)
