"""Messages: sent at least once, said so where it may be more, never with what is secret in an address."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
import sqlalchemy as sa

from mahdar.watch.schema import deliveries
from mahdar.watch.sending import SendError, composed, through_apprise, usable
from mahdar.watch.settings import Receiver, Settings
from tests.library.conftest import Put, made
from tests.watch.conftest import REFUTED, SAID, Desk
from tests.watch.test_atom import NOTICE

RULES = """
[[folder]]
path = "in"
[[receiver]]
name = "desk"
url = "json://localhost"
language = "en"
[[rule]]
name = "refuted"
on = "claim"
[[rule]]
name = "said"
on = "statement"
"""


@contextmanager
def service(status: int = 200) -> Iterator[tuple[str, list[Any]]]:
    """A service on this machine that takes JSON; its address and what it took."""
    taken: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Tests print nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"127.0.0.1:{server.server_address[1]}", taken
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def settings(desk: Desk) -> Settings:
    (desk.folder / "in").mkdir()
    found = desk.settings(RULES)
    desk.run(found)
    return found


def states(desk: Desk) -> list[tuple[str, int]]:
    with desk.library.reading() as connection:
        asked = sa.select(deliveries.c.state, deliveries.c.tries).order_by(deliveries.c.notice)
        return [(row.state, row.tries) for row in connection.execute(asked)]


def test_a_message_goes_through_apprise_to_a_service() -> None:
    with service() as (host, taken):
        through_apprise(Receiver("desk", f"json://user:secret@{host}/way"), "A title", "خبر\nwith two lines")
    assert [(each["title"], each["message"]) for each in taken] == [("A title", "خبر\nwith two lines")]


def test_what_a_service_refuses_is_said_without_the_secret(capfd: pytest.CaptureFixture[str]) -> None:
    with service(403) as (host, _), pytest.raises(SendError) as raised:
        through_apprise(Receiver("desk", f"json://user:secret@{host}/token"), "A title", "A text")
    assert str(raised.value) == "json://… did not take the message (HTTP 403)"
    with pytest.raises(SendError, match="nosuch://… is no address that Apprise knows"):
        through_apprise(Receiver("desk", "nosuch://secret"), "A", "B")
    out, err = capfd.readouterr()
    assert "secret" not in out + err


@pytest.mark.parametrize(
    ("url", "known"), [("json://localhost", True), ("mailto://a:b@example.com", True), ("x", False)]
)
def test_addresses_that_apprise_knows(url: str, known: bool) -> None:
    assert usable(Receiver("a", url)) is known


def test_notices_are_sent_once_together(desk: Desk, put: Put, settings: Settings) -> None:
    put(made(REFUTED, "a", url="https://wire.example/1"), made(SAID, "b"))
    desk.run(settings)
    desk.run(settings)
    ((name, title, text),) = desk.post.taken
    assert (name, title) == ("desk", "Mahdar · 2 notices")
    assert text.count("urn:uuid:") == 2
    assert "https://wire.example/1" in text
    assert states(desk) == [("sent", 1), ("sent", 1)]


def test_a_service_that_fails_is_asked_again_after_growing_waits(desk: Desk, put: Put, settings: Settings) -> None:
    put(made(REFUTED, "a"))
    desk.post.broken = True
    assert desk.run(settings).troubles == 1
    desk.run(settings)
    assert states(desk) == [("waiting", 1)]
    desk.clock.pass_(minutes=1)
    desk.run(settings)
    desk.clock.pass_(seconds=40)
    desk.run(settings)
    assert states(desk) == [("waiting", 2)]
    desk.post.broken = False
    desk.clock.pass_(minutes=2)
    desk.run(settings)
    assert (states(desk), len(desk.post.taken)) == ([("sent", 3)], 1)


def test_after_a_week_a_message_is_given_up(desk: Desk, put: Put, settings: Settings) -> None:
    put(made(REFUTED, "a"))
    desk.post.broken = True
    desk.run(settings)
    desk.clock.pass_(days=8)
    desk.run(settings)
    assert states(desk) == [("failed", 2)]
    desk.post.broken = False
    desk.clock.pass_(days=1)
    desk.run(settings)
    assert desk.post.taken == []


def test_a_message_that_may_have_been_sent_before_says_so(
    desk: Desk, put: Put, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(made(REFUTED, "a"))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(desk.post, "send", killed)
        with pytest.raises(KeyboardInterrupt):
            desk.run(settings)
    assert states(desk) == [("sending", 0)]
    put(made(SAID, "b"))
    desk.run(settings)
    assert [("may have been sent before" in text) for _, _, text in desk.post.taken] == [True, False]


def test_a_receiver_that_is_gone_is_sent_nothing_and_goes_on_when_it_is_back(
    desk: Desk, put: Put, settings: Settings
) -> None:
    put(made(REFUTED, "a"))
    desk.post.broken = True
    desk.run(settings)
    desk.post.broken = False
    desk.clock.pass_(hours=1)
    desk.run(desk.settings(RULES.replace('"desk"', '"other"')))
    assert desk.post.taken == []
    desk.run(settings)
    assert [name for name, _, _ in desk.post.taken] == ["desk"]


def test_messages_in_one_language_or_both() -> None:
    assert composed([NOTICE], "ar")[0] == "يخالفه السجل: «\u2068x\u2069»"
    assert composed([NOTICE], "both")[0] == f"{NOTICE.title_en} · يخالفه السجل: «\u2068x\u2069»"
    title, text = composed([NOTICE, NOTICE], "ar", again=True)
    assert title == "Mahdar · عدد الإشعارات: 2"
    assert text.startswith("ربما أُرسلت")
    assert NOTICE.text_en not in text
