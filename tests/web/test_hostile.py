"""What hostile reports put into text, title, outlet, name and note stays words."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

from mahdar.library.items import Met
from mahdar.web.asking import Ask
from mahdar.web.state import State
from tests.web.conftest import VETO, csrf, kept

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "' onmouseover='alert(1)",
    "<svg/onload=alert(1)>",
    "\u202eevil\u202c <b>bold</b>",
)


class _Seen(HTMLParser):
    """Tags and attributes that a browser would find."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in {"img", "iframe", "object", "embed", "b"} or (
            tag == "script" and "app.js" not in (told.get("src") or "")
        ):
            self.bad.append(tag)
        self.bad += [f"{tag} {name}" for name in told if name.startswith("on") or name == "style"]
        self.bad += [
            f"{tag} {value}"
            for name, value in told.items()
            if name in {"href", "src", "action"} and (value or "").strip().lower().startswith("javascript:")
        ]


def harms(page: str) -> list[str]:
    seen = _Seen()
    seen.feed(page)
    seen.close()
    return seen.bad


def test_the_watcher_sees_what_harms() -> None:
    assert harms('<img src=x onerror="a"><a href="javascript:1">x</a><script>1</script>') != []


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_report_runs_on_any_page(client: TestClient, attack: str) -> None:
    text = f"{attack}\n{VETO}“We {attack} agree,” the envoy {attack} said on Monday {attack}.\n"
    path = kept(client, text, outlet=attack, title=attack)
    told = client.get(path + ".json").json()["data"]
    assert told["text"] == text
    sent = {"csrf": csrf(client, "/en/"), "report": told["id"], "text": f"note {attack}"}
    assert client.post("/en/reports/note", data=sent).status_code == 303
    digest = path.rpartition("/")[2]
    pages = [path, "/en/", "/en/search?in=statements", f"/en/review?report={digest}", f"{path}/review?at=s1"]
    for page in [*pages, f"/en/compare?report={digest}&report={kept(client, VETO).rpartition('/')[2]}"]:
        for language in ("en", "ar"):
            answer = client.get(page.replace("/en/", f"/{language}/"))
            assert (answer.status_code, harms(answer.text)) == (200, []), page
    if "7 * 7" in attack:
        assert "{{ 7 * 7 }}" in client.get(path).text


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_an_address_runs(client: TestClient, attack: str) -> None:
    for path in ("/en/search", "/en/review", "/ar/watch", "/en/compare", "/ar/method", "/en/sign-in", "/en/nothing"):
        for name in ("words", "outlet", "speaker", "state", "report", "rule", "next", "cursor", "x"):
            answer = client.get(path, params={name: attack})
            assert answer.status_code in {200, 404, 422}
            assert harms(answer.text) == []
    wrong = client.post("/en/read", data={"csrf": csrf(client, "/en/"), "published": attack, "text": attack})
    assert (wrong.status_code, harms(wrong.text)) == (422, [])


def test_addresses_of_reports_are_followed_only_where_they_are_addresses(client: TestClient, state: State) -> None:
    from mahdar.library.adding import add
    from mahdar.library.items import Item

    raw = (VETO + "Elsewhere.\n").encode()
    met = Met("javascript:alert(1)", "address", "2024-04-01T10:00:00.000Z")
    item = Item("hostile", raw, raw.decode(), met, url="javascript:alert(1)", title="<b>x</b>")
    assert list(add(state.library, [item], state.record))
    page = client.get("/en/reports/hostile")
    assert (page.status_code, harms(page.text)) == (200, [])


def test_spreadsheets_get_no_formulas(client: TestClient) -> None:
    kept(client, VETO + "Formula.\n", outlet="=cmd|' /C calc'!A0")
    listed = client.get("/en/search.csv?words=Formula").text
    assert "'=cmd" in listed


def test_paths_hold_any_characters(client: TestClient) -> None:
    for path in (
        "/en/reports/%00",
        "/en/reports/%ff%fe",
        "/en/reports/..%2f..%2fetc%2fpasswd",
        "/en/jobs/'%20OR%201=1",
    ):
        assert client.get(path).status_code in {404, 422}
    assert Ask.field.__doc__
