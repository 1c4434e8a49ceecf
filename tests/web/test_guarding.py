"""Who may do what: every mutating route refuses without role or token, so that a new one cannot be forgotten."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.routing import APIRoute
from starlette.routing import Route
from starlette.testclient import TestClient

from mahdar.web.app import create_app
from mahdar.web.catalogue import all_forms, all_pages
from mahdar.web.settings import Settings
from mahdar.web.state import State
from tests.web.conftest import ORIGIN, asked, csrf, signed_in

_SAFE = {"GET", "HEAD", "OPTIONS"}
_ROLES = ("anybody", "reader", "editor", "admin")


def mutating() -> list[tuple[str, str]]:
    """Method and address of every route that changes something, from the table of routes itself."""
    found = []
    for route in _routes(create_app(Settings()).routes):
        path = route.path.replace("{language:language}", "en")
        found += [(method, path) for method in sorted((route.methods or set()) - _SAFE)]
    return found


def _routes(routes: object) -> Iterator[Route]:
    for route in routes:  # type: ignore[attr-defined]
        if isinstance(route, Route | APIRoute):
            yield route
        else:
            inner = getattr(route, "routes", None) or getattr(getattr(route, "original_router", None), "routes", None)
            assert inner is not None, f"a kind of route that this test does not know: {route!r}"
            yield from _routes(inner)


MUTATING = mutating()


@pytest.fixture(scope="module")
def people(guarded: State) -> Iterator[TestClient]:
    with asked(guarded, ORIGIN) as found:
        yield found


_SESSIONS: dict[str, str] = {}


def as_role(people: TestClient, role: str) -> TestClient:
    """The client with a session of this role, begun once."""
    if role not in _SESSIONS:
        _SESSIONS[role] = signed_in(people, role).cookies["__Host-mahdar"]
    people.cookies.clear()
    people.cookies.set("__Host-mahdar", _SESSIONS[role])
    return people


def test_the_table_of_routes_has_every_form_and_the_interface() -> None:
    paths = {path for _, path in MUTATING}
    assert {f"/en{form.path}" for form in all_forms()} <= paths
    assert {"/api/read", "/api/reports", "/api/reviews", "/api/notes"} <= paths
    assert len(MUTATING) == len(all_forms()) + 4


@pytest.mark.parametrize(("method", "path"), MUTATING)
def test_nobody_changes_anything_without_signing_in(people: TestClient, method: str, path: str) -> None:
    people.cookies.clear()
    answer = people.request(method, path, json={}) if path.startswith("/api/") else people.request(method, path)
    assert answer.status_code in {401, 403}, answer.text[:200]


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.path)
def test_forms_refuse_without_their_token(people: TestClient, form: object) -> None:
    as_role(people, "admin")
    for token in ("", "0" * 64):
        assert people.post(f"/en{form.path}", data={"csrf": token}).status_code == 403  # type: ignore[attr-defined]


@pytest.mark.parametrize("form", [form for form in all_forms() if form.role != "anybody"], ids=lambda form: form.path)
def test_forms_refuse_a_role_that_does_not_suffice(people: TestClient, form: object) -> None:
    needed = _ROLES.index(form.role)  # type: ignore[attr-defined]
    people.cookies.clear()
    sent = {"csrf": csrf(people)}
    assert people.post(f"/en{form.path}", data=sent).status_code == 401  # type: ignore[attr-defined]
    for role in _ROLES[1:needed]:
        as_role(people, role)
        sent = {"csrf": csrf(people)}
        assert people.post(f"/en{form.path}", data=sent).status_code == 403  # type: ignore[attr-defined]


@pytest.mark.parametrize("page", [page for page in all_pages() if page.role != "anybody"], ids=lambda page: page.path)
def test_pages_are_for_those_who_may_see_them(people: TestClient, page: object) -> None:
    path = page.twin.replace("{", "").replace(":path}", "").replace("}", "")  # type: ignore[attr-defined]
    people.cookies.clear()
    assert people.get(f"/en{path}.json").status_code == 401
    for role in _ROLES[1 : _ROLES.index(page.role)]:  # type: ignore[attr-defined]
        assert as_role(people, role).get(f"/en{path}.json").status_code == 403


def test_another_site_moves_nothing(client: TestClient) -> None:
    sent = {"csrf": csrf(client, "/en/"), "text": "A text."}
    for headers in ({"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        assert client.post("/en/read", data=sent, headers=headers).status_code == 403
        assert client.post("/api/read", json={"text": "A text."}, headers=headers).status_code == 403
    assert client.post("/api/read", content='{"text": "A."}', headers={"content-type": "text/plain"}).status_code == 422


def test_other_names_for_this_machine_are_turned_away(client: TestClient) -> None:
    assert client.get("/en/", headers={"host": "evil.example:8000"}).status_code == 421
    assert client.get("/en/", headers={"x-forwarded-for": "203.0.113.5"}).status_code == 421
    assert client.get("/en/", headers={"host": "localhost:8000"}).status_code == 200


def test_headers_that_keep_browsers_careful(client: TestClient, people: TestClient) -> None:
    for path in ("/en/", "/en/nothing", "/api/openapi.json", "/static/style.css"):
        found = client.get(path).headers
        policy = found["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert (found["x-content-type-options"], found["referrer-policy"]) == ("nosniff", "same-origin")
    assert "max-age" in people.get("/en/sign-in").headers["strict-transport-security"]


def test_more_bytes_than_are_taken_are_refused(client: TestClient) -> None:
    large = {"files": ("a.txt", b"x" * 21_000_000)}
    assert client.post("/en/read", data={"csrf": csrf(client, "/en/")}, files=large).status_code == 413


def test_loopback_alone_needs_no_accounts() -> None:
    for host in ("127.0.0.1", "localhost", "::1"):
        assert not Settings(host=host).accounts
    for host in ("0.0.0.0", "::", "192.0.2.1", "a.example"):
        assert Settings(host=host).accounts
    assert Settings(origin="https://mahdar.example").accounts


def test_one_client_cannot_ask_without_end(state: State) -> None:
    from mahdar.web.limits import Buckets

    moment = [0.0]
    buckets = Buckets(60, clock=lambda: moment[0])
    assert [buckets.take("a") for _ in range(60)] == [0.0] * 60
    assert buckets.take("a") > 0
    assert buckets.take("b") == 0.0
    moment[0] = 1.5
    assert (buckets.take("a"), buckets.take("a") > 0) == (0.0, True)
