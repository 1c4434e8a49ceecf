"""Fetching: politely, within limits, from public addresses, whole or not at all."""

from __future__ import annotations

import gzip
import io
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.loading import hosts
from mahdar.record.loading.bodies import decoded
from mahdar.record.loading.fetch import STAGED, Fetched, FetchError, Known, Limits, agent, fetch
from mahdar.record.loading.hosts import PassingError
from tests.record.loading.served import Answer, Site, certificate, redirect, serving

BODY = b"Name,Day\n" + b"Mahdar,2026-01-01\n" * 10_000


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


class Taker:
    """Fetches from the loopback site, remembering how long it would have waited."""

    def __init__(self, folder: Path) -> None:
        self.target = folder / "taken.csv"
        self.waits: list[float] = []

    def __call__(self, address: str, known: Known | None = None, **limits: float) -> Fetched:
        allowed = Limits(**limits)  # type: ignore[arg-type]
        return fetch(address, self.target, known=known, allow_private=True, limits=allowed, sleep=self.waits.append)

    def nothing_left(self) -> bool:
        return list(self.target.parent.iterdir()) == []


@pytest.fixture
def take(tmp_path: Path) -> Taker:
    return Taker(tmp_path)


def test_a_file_arrives_whole_with_its_hash_and_version(site: Site, take: Taker) -> None:
    headers = {"ETag": '"1"', "Last-Modified": "Thu, 01 Oct 2026 08:00:00 GMT", "Content-Type": "text/csv; charset=x"}
    came = take(site.put("/a.csv", Answer(BODY, headers=headers)) + "?secret=1#part")
    assert take.target.read_bytes() == BODY
    assert (came.sha256, came.bytes, came.path) == (sha256(BODY).hexdigest(), len(BODY), take.target)
    assert (came.etag, came.last_modified, came.media) == tuple(headers.values())
    assert came.final == f"{site.address}/a.csv"
    assert datetime.now(UTC) - came.retrieved < timedelta(minutes=1)
    assert [path.name for path in take.target.parent.iterdir()] == ["taken.csv"]
    asked = site.asked[0][1]
    assert asked["User-Agent"] == agent()
    assert agent().startswith("mahdar/")
    assert agent().endswith(" (+record update)")
    assert asked["Host"] == site.address.removeprefix("http://")
    assert "If-None-Match" not in asked


def test_what_is_known_already_is_not_sent_again(site: Site, take: Taker) -> None:
    address = site.put("/a.csv", Answer(BODY, headers={"ETag": '"1"'}))
    came = take(address, Known('"1"', "Thu, 01 Oct 2026 08:00:00 GMT"))
    assert came.path is None
    assert (came.etag, came.last_modified) == ('"1"', "Thu, 01 Oct 2026 08:00:00 GMT")
    assert site.asked[0][1]["If-Modified-Since"] == "Thu, 01 Oct 2026 08:00:00 GMT"
    assert take.nothing_left()
    assert take(address, Known('"0"')).path == take.target
    with pytest.raises(FetchError, match="HTTP 304"):
        take(site.put("/b", Answer(status=304)))


def test_redirects_are_followed_to_where_they_lead(site: Site, take: Taker) -> None:
    site.put("/2", redirect("3", 301))
    site.put("/3", redirect(f"{site.address}/4?signature=abc", 308))
    site.put("/4", BODY)
    came = take(site.put("/1", redirect("/2")))
    assert came.final == f"{site.address}/4"
    assert came.bytes == len(BODY)


def test_a_redirect_may_not_lead_astray_or_on_for_ever(site: Site, take: Taker) -> None:
    with pytest.raises(FetchError, match="more than 5 redirects"):
        take(site.put("/round", redirect("/round")))
    assert site.times("/round") == 6
    for to in ("ftp://un.org/", "file:///etc/passwd", "https://user:pass@un.org/", "http://[::1"):
        with pytest.raises(FetchError):
            take(site.put("/astray", redirect(to)))
    with pytest.raises(FetchError, match="does not say where to"):
        take(site.put("/nowhere", Answer(status=302)))
    assert take.nothing_left()


def test_nothing_is_fetched_from_this_machine_unless_allowed(site: Site, tmp_path: Path) -> None:
    port = site.address.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]", "0.0.0.0"):
        with pytest.raises(FetchError, match="private or local network"):
            fetch(f"http://{host}:{port}/a.csv", tmp_path / "a")
    assert site.asked == []


def test_a_redirect_to_a_private_address_is_refused(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = hosts.public
    monkeypatch.setattr(hosts, "public", lambda ip: ip == "127.0.0.1" or real(ip))
    port = site.address.rpartition(":")[2]
    for to in (f"http://127.0.0.2:{port}/b", f"http://[::1]:{port}/b", "http://169.254.169.254/latest", "//10.0.0.1/b"):
        with pytest.raises(FetchError, match="private or local network"):
            fetch(site.put("/a", redirect(to)), tmp_path / "a")
    assert {path for path, _ in site.asked} == {"/a"}


def test_a_name_is_looked_up_once_and_what_was_checked_is_connected_to(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name server that says a private address the second time is never asked a second time."""
    port = int(site.address.rpartition(":")[2])
    answers = ["127.0.0.1", "127.0.0.2"]

    def look_up(host: str, *args: object, **options: object) -> list[tuple[object, ...]]:
        assert host == "rebind.example"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers.pop(0), port))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    real = hosts.public
    monkeypatch.setattr(hosts, "public", lambda ip: ip == "127.0.0.1" or real(ip))
    site.put("/a", BODY)
    assert fetch(f"http://rebind.example:{port}/a", tmp_path / "a").bytes == len(BODY)
    assert answers == ["127.0.0.2"]
    assert site.asked[0][1]["Host"] == f"rebind.example:{port}"
    with pytest.raises(FetchError, match="private or local network"):
        fetch(f"http://rebind.example:{port}/a", tmp_path / "a")


def test_what_passes_is_tried_again_after_growing_waits(site: Site, take: Taker) -> None:
    failing = [Answer(b"no", status) for status in (500, 502, 504)]
    assert take(site.put("/a", *failing, BODY)).bytes == len(BODY)
    for wait, least in zip(take.waits, (1, 2, 4), strict=True):
        assert 0.75 * least <= wait <= 1.5 * least


def test_a_host_that_says_when_to_come_back_is_heeded_within_reason(site: Site, take: Taker) -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    busy = [Answer(b"", 503, {"Retry-After": "7"}), Answer(b"", 429, {"Retry-After": soon})]
    take(site.put("/a", *busy, Answer(b"", 503, {"Retry-After": "soon"}), BODY))
    assert take.waits[0] == 7
    assert 30 < take.waits[1] <= 40
    assert 3 <= take.waits[2] <= 6
    with pytest.raises(FetchError, match=r"cannot answer now .HTTP 429.; it asks to come back in 86,400 seconds"):
        take(site.put("/b", Answer(b"", 429, {"Retry-After": "86400"})))
    assert site.times("/b") == 1


def test_it_gives_up_in_the_end(site: Site, take: Taker) -> None:
    with pytest.raises(FetchError, match=r"cannot answer now .HTTP 503.; tried 4 times") as caught:
        take(site.put("/a", Answer(b"", 503)))
    assert site.times("/a") == 4
    assert (caught.value.status, caught.value.unreachable, caught.value.host) == (503, False, "127.0.0.1")


@pytest.mark.parametrize(
    ("answer", "said", "by_hand"),
    [
        (Answer(b"", 404), "has nothing at this address .HTTP 404", False),
        (Answer(b"", 410), "any more", False),
        (Answer(b"", 403), "does not let programs in", True),
        (Answer(b"", 401), "wants a login", True),
        (Answer(b"", 202), "a test for browsers", True),
        (Answer(b"x", 200, {"x-amzn-waf-action": "challenge"}), "a test for browsers", True),
        (Answer(b"", 204), "nothing that can be read .HTTP 204", False),
        (Answer(b"x", 418), "nothing that can be read", False),
        (Answer(b"", 200), "an empty file", False),
        (Answer(b"x", 200, {"Content-Encoding": "br"}), "packed in a way that was not asked for", False),
        (Answer(b"x" * 99, 200, {"Content-Encoding": "gzip"}), "the packing is broken", False),
    ],
)
def test_what_will_not_change_is_asked_once(site: Site, take: Taker, answer: Answer, said: str, by_hand: bool) -> None:
    with pytest.raises(FetchError, match=said) as caught:
        take(site.put("/a", answer))
    assert caught.value.by_hand == by_hand
    assert (site.times("/a"), take.waits) == (1, [])
    assert take.nothing_left()


def test_nobody_there_is_said_so(take: Taker) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(FetchError, match=r"127.0.0.1 cannot be reached .Connection refused.; tried 2 times") as caught:
        take(f"http://127.0.0.1:{port}/", tries=2)
    assert caught.value.unreachable


def test_a_file_cut_short_never_takes_the_place_of_a_whole_one(site: Site, take: Taker) -> None:
    take.target.write_bytes(b"former")
    short = Answer(BODY[:1_000], headers={"Content-Length": str(len(BODY))})
    packed = Answer(gzip.compress(BODY)[:-200], headers={"Content-Encoding": "gzip"})
    chunk = Answer(b"5\r\nab", headers={"Transfer-Encoding": "chunked"}, write=lambda stream: None)
    for answer in (short, packed, chunk):
        with pytest.raises(FetchError, match=r"broke off.*; tried 2 times"):
            take(site.put("/a", answer), tries=2)
        assert [path.read_bytes() for path in take.target.parent.iterdir()] == [b"former"]
    assert take(site.put("/a", short, BODY)).bytes == len(BODY)


def test_packed_content_is_unpacked_and_hashed_as_it_was_before(site: Site, take: Taker) -> None:
    packed = gzip.compress(BODY[:50_000]) + gzip.compress(BODY[50_000:])
    came = take(site.put("/a", Answer(packed, headers={"Content-Encoding": "gzip"})))
    assert (came.sha256, came.bytes) == (sha256(BODY).hexdigest(), len(BODY))
    assert site.asked[0][1]["Accept-Encoding"] == "gzip"


def test_too_much_is_refused_while_it_comes(site: Site, take: Taker) -> None:
    bomb = Answer(gzip.compress(b"\0" * 50_000_000), headers={"Content-Encoding": "gzip"})
    announced = Answer(b"x", headers={"Content-Length": "99999999999"})
    endless = Answer(headers={"Transfer-Encoding": "chunked"}, write=_endlessly)
    empty = Answer(headers={"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}, write=_endlessly_nothing)
    for answer in (bomb, announced, endless, empty):
        start = time.perf_counter()
        with pytest.raises(FetchError, match="sends more than 1,000,000 bytes"):
            take(site.put("/a", answer), bytes=1_000_000)
        assert time.perf_counter() - start < 30  # a hang would show; this is no benchmark
        assert take.nothing_left()


def _endlessly(stream: io.BufferedIOBase) -> None:
    piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
    for _ in range(1_000):
        stream.write(piece)


def _endlessly_nothing(stream: io.BufferedIOBase) -> None:
    members = gzip.compress(b"") * 1_000
    for _ in range(1_000):
        stream.write(b"%x\r\n%b\r\n" % (len(members), members))


def test_silence_and_dripping_have_an_end(site: Site, take: Taker) -> None:
    headers = {"Content-Length": "1000"}
    silent = Answer(b"x", headers=headers, write=lambda stream: time.sleep(0.6))
    with pytest.raises(FetchError, match="fell silent in the middle; tried 2 times"):
        take(site.put("/silent", silent), silence=0.2, tries=2)
    start = time.perf_counter()
    with pytest.raises(FetchError, match="was not through after 0 seconds"):
        take(site.put("/dripping", Answer(headers=headers, write=_drip)), total=0.3)
    assert time.perf_counter() - start < 15  # a hang would show; this is no benchmark
    assert take.nothing_left()


def _drip(stream: io.BufferedIOBase) -> None:
    for _ in range(100):
        stream.write(b"x")
        stream.flush()
        time.sleep(0.02)


def test_dripping_headers_have_an_end_too(take: Taker) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            speaking, _ = listening.accept()
            with speaking:
                for _ in range(100):
                    try:
                        speaking.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
                    except OSError:
                        return
                    time.sleep(0.02)

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(FetchError, match="was not through"):
            take(f"http://127.0.0.1:{listening.getsockname()[1]}/", total=0.2)
        thread.join()


def test_https_is_spoken_with_who_proves_its_name_alone(
    take: Taker, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = certificate(tmp_path_factory.mktemp("secret"), "localhost")
    with serving("localhost", secret) as site:
        address = site.put("/a", BODY)
        with pytest.raises(FetchError, match="localhost does not prove who it is: self-signed certificate"):
            take(address)
        monkeypatch.setattr(hosts, "_tls", lambda: ssl.create_default_context(cafile=secret[0]))
        assert take(address).sha256 == sha256(BODY).hexdigest()
        with pytest.raises(FetchError, match=r"127.0.0.1 does not prove who it is: IP address mismatch"):
            take(address.replace("localhost", "127.0.0.1"))
        with pytest.raises(FetchError, match="from https to http"):
            take(site.put("/down", redirect(address.replace("https", "http"))))
        start = time.perf_counter()
        with pytest.raises(FetchError, match="was not through"):
            take(site.put("/dripping", Answer(headers={"Content-Length": "1000"}, write=_drip)), total=0.3)
        assert time.perf_counter() - start < 15  # a hang would show; this is no benchmark


def test_what_is_no_http_is_said_so(take: Taker) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            speaking, _ = listening.accept()
            with speaking:
                speaking.recv(1_000)
                speaking.sendall(b"SSH-2.0-OpenSSH\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(FetchError, match="broke off in the middle"):
            take(f"http://127.0.0.1:{listening.getsockname()[1]}/", tries=1)
        thread.join()


def test_whoever_interrupts_finds_no_half_file(site: Site, tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"former")

    def interrupt(done: int, total: int | None) -> None:
        assert total == len(BODY)
        assert [path for path in tmp_path.iterdir() if path.name.startswith(STAGED)]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(site.put("/a", BODY), target, allow_private=True, advance=interrupt)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"former"]


def test_a_folder_that_is_not_there_is_the_callers_affair(site: Site, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        fetch(site.put("/a", BODY), tmp_path / "none" / "a", allow_private=True)
    assert site.times("/a") == 1


@given(st.lists(st.binary(max_size=200_000), min_size=1, max_size=4), st.integers(1, 70_000))
def test_unpacking_is_right_wherever_the_pieces_are_cut(contents: list[bytes], cut: int) -> None:
    packed = b"".join(gzip.compress(content * 3) for content in contents)
    sent = [packed[i : i + cut] for i in range(0, len(packed), cut)]
    pieces = list(decoded(sent, "gzip", "un.org", 1 << 30))
    assert b"".join(pieces) == b"".join(content * 3 for content in contents)
    assert max(map(len, pieces)) <= 1 << 16
    with pytest.raises(PassingError):
        list(decoded([packed[:-1]], "gzip", "un.org", 1 << 30))
