"""Captures made to do harm: endless, swollen, running, misleading, or leading back to this machine."""

from __future__ import annotations

import gzip
import json
import os
import socket
import time
import tracemalloc
from collections.abc import Callable, Iterator
from io import BufferedIOBase
from pathlib import Path

import pytest

from mahdar.library import incoming
from mahdar.library.adding import Added
from mahdar.library.fetching import Fetcher
from mahdar.library.items import Item, Met, Refused
from mahdar.library.verifying import verify
from mahdar.record.loading import hosts
from mahdar.record.loading.fetch import Limits
from tests.library.conftest import ENGLISH, Put, made
from tests.record.loading.served import Answer, Site, redirect, serving

SMALL = Limits(bytes=300_000, silence=2, total=3, tries=1)
# This machine and its neighbours in every notation that a resolver takes.
WITHIN = [
    *(
        "127.0.0.2",
        "localhost",
        "127.2",
        "2130706434",
        "0177.0.0.2",
        "017700000002",
        "0x7f000002",
        "0x7f.0.0.2",
        "0.0.0.0",
        "0",
    ),
    *(
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.2]",
        "[::ffff:7f00:2]",
        "[::127.0.0.2]",
        "[64:ff9b::7f00:2]",
        "[2002:7f00:2::1]",
    ),
    *("169.254.169.254", "[fe80::1]", "[fc00::1]", "[fec0::1]", "10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1"),
    *("224.0.0.1", "[ff02::1]", "255.255.255.255", "①②⑦.⓪.⓪.②", "127。0。0。2", "169.254.169.254."),
]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def public_site(site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """The site stands for one on the public Internet: its very address passes, and no other of this machine."""
    real = hosts.public
    monkeypatch.setattr(hosts, "public", lambda ip: ip == "127.0.0.1" or real(ip))
    return site


@pytest.fixture
def careful() -> Iterator[Fetcher]:
    with Fetcher(limits=SMALL, sleep=lambda seconds: None) as found:
        yield found


def port_of(site: Site) -> str:
    return site.address.rpartition(":")[2]


@pytest.mark.parametrize("host", WITHIN)
def test_a_redirect_to_this_machine_or_its_network_is_refused(public_site: Site, careful: Fetcher, host: str) -> None:
    with serving("127.0.0.2") as inner:
        inner.put("/secret", Answer(ENGLISH.encode()))
        address = public_site.put("/a", redirect(f"http://{host}:{port_of(inner)}/secret"))
        found = careful.item(address)
        assert isinstance(found, Refused)
        assert inner.asked == []
    assert {path for path, _ in public_site.asked} == {"/robots.txt", "/a"}


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "gopher://127.0.0.2/", "//127.0.0.2/x", "http://127.0.0.1\\@127.0.0.2/"]
)
def test_a_redirect_to_another_scheme_or_a_misleading_host_is_refused(
    public_site: Site, careful: Fetcher, to: str
) -> None:
    assert isinstance(careful.item(public_site.put("/a", redirect(to))), Refused)


def test_a_feed_names_nothing_within(public_site: Site, careful: Fetcher) -> None:
    links = [f"http://{host}/" for host in WITHIN] + ["file:///etc/passwd", "javascript:alert(1)", "http://[::1"]
    body = "".join(f"<item><link>{link}</link></item>" for link in links)
    address = public_site.put("/rss", Answer(f"<rss version='2.0'><channel>{body}</channel></rss>".encode()))
    found = list(careful.feed(address))
    assert len(found) >= len(WITHIN)
    assert all(isinstance(each, Refused) for each in found)


@pytest.mark.parametrize("ip", ["127.0.0.2", "::1", "10.0.0.7", "169.254.169.254", "::ffff:127.0.0.2", "fd00::1"])
def test_a_name_that_resolves_to_a_private_address_is_refused(
    careful: Fetcher, monkeypatch: pytest.MonkeyPatch, ip: str
) -> None:
    family = socket.AF_INET6 if ":" in ip else socket.AF_INET
    where = (ip, 80, 0, 0) if ":" in ip else (ip, 80)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: [(family, 1, 6, "", where)])
    connected: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda self, where: connected.append(where))
    found = careful.item("http://innocent.example/")
    assert isinstance(found, Refused)
    assert ("private or local network" in found.problem, connected) == (True, [])


def test_a_name_that_changes_its_mind_is_connected_to_as_it_was_checked(
    public_site: Site, careful: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Public when robots.txt is asked, then public for the check and private ever after: the check is what counts."""
    with serving("127.0.0.2") as inner:
        for each in (public_site, inner):
            each.put("/a", Answer(ENGLISH.encode()))
        answers = ["127.0.0.1", "127.0.0.1"]
        port = int(port_of(public_site))

        def look_up(*args: object, **options: object) -> list[tuple[object, ...]]:
            ip = answers.pop(0) if answers else "127.0.0.2"
            return [(socket.AF_INET, 1, 6, "", (ip, port if ip == "127.0.0.1" else int(port_of(inner))))]

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        address = f"http://rebinding.example:{port}/a"
        assert isinstance(careful.item(address), Item)
        found = careful.item(address)
        assert isinstance(found, Refused)
        assert "private or local network" in found.problem
        assert inner.asked == []


def test_robots_of_a_redirect_are_asked_before_it_is_followed(site: Site) -> None:
    with serving() as other, Fetcher(allow_private=True, limits=SMALL, sleep=lambda seconds: None) as fetcher:
        other.put("/robots.txt", Answer(b"User-agent: *\nDisallow: /shut"))
        site.put("/robots.txt", Answer(b"User-agent: *\nDisallow: /here"))
        shut, open_ = (other.put(path, Answer(ENGLISH.encode())) for path in ("/shut?q=1", "/open"))
        for number, (to, follows) in enumerate(((other.address + "/shut?q=1", False), (open_, True), ("/here", False))):
            found = fetcher.item(site.put(f"/{number}", redirect(to)))
            assert isinstance(found, Item) is follows, found
        assert shut
        assert [path for path, _ in other.asked] == ["/robots.txt", "/open"]
        assert site.times("/here") == 0


def endless(piece: bytes, pause: float = 0.0) -> Callable[[BufferedIOBase], None]:
    def write(out: BufferedIOBase) -> None:
        try:
            while True:
                out.write(piece)
                time.sleep(pause)
        except OSError:
            return  # the other side has had enough

    return write


@pytest.mark.parametrize(
    "answer",
    [
        Answer(write=endless(b"<p>word " * 1_000), headers={"Content-Length": "99999999999"}),
        Answer(write=endless(b"<p>word " * 1_000), headers={"Content-Length": ""}),
        Answer(write=endless(b"x", 0.2), headers={"Content-Length": "100000"}),
        Answer(gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"}),
        Answer(gzip.compress(gzip.compress(bytes(50_000_000))), headers={"Content-Encoding": "gzip, gzip"}),
        Answer(b"x" * 1_000, headers={"Content-Encoding": "br"}),
    ],
    ids=["too long", "of no length", "dripping", "bomb", "bomb in a bomb", "foreign packing"],
)
def test_what_never_ends_or_swells_is_cut_off(site: Site, answer: Answer) -> None:
    address = site.put("/a", answer)
    with Fetcher(allow_private=True, limits=SMALL, sleep=lambda seconds: None) as fetcher:
        began = time.monotonic()
        tracemalloc.start()
        found = fetcher.item(address)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert isinstance(found, Refused)
    assert time.monotonic() - began < 10
    assert peak < 20_000_000


def test_redirects_that_never_end_are_left(site: Site) -> None:
    for number in range(20):
        site.put(f"/{number}", redirect(f"/{number + 1}"))
    with Fetcher(allow_private=True, limits=SMALL, sleep=lambda seconds: None) as fetcher:
        found = fetcher.item(site.address + "/0")
    assert isinstance(found, Refused)
    assert len(site.asked) <= 8


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">'
        '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;">]>',
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
    ],
    ids=["swelling", "reaching for a file"],
)
def test_entities_in_a_feed_neither_swell_nor_reach_out(site: Site, head: str) -> None:
    page = site.put("/1", Answer(ENGLISH.encode()))
    body = (
        f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><item><title>&f;</title><link>{page}?&f;</link></item>'
    )
    address = site.put("/rss", Answer(f"{body}</channel></rss>".encode()))
    with Fetcher(allow_private=True, limits=SMALL, sleep=lambda seconds: None) as fetcher:
        began = time.monotonic()
        found = list(fetcher.feed(address))
    assert time.monotonic() - began < 5
    assert "root:" not in repr(found)
    assert not any("lollollol" in str(query) for query in site.asked)


RUNNING = b"""<!doctype html><html><head><title>A &lt;script&gt;alert(1)&lt;/script&gt; title</title>
<meta property="og:site_name" content="&lt;img src=x onerror=alert(2)&gt;\xe2\x80\xae"><script>alert(3)</script>
<style>body{background:url(javascript:alert(4))}</style></head><body onload="alert(5)"><article>
<p onclick="alert(6)">The envoy said that the sanctions had been adopted without a vote on Monday in the hall.</p>
<svg onload="alert(7)"><script>alert(8)</script></svg><iframe srcdoc="<script>alert(9)</script>"></iframe>
<noscript><p>alert(10)</p></noscript><template><p>alert(11)</p></template><object data="x">alert(12)</object>
<p>The delegation of Japan had asked for the vote, and several members spoke after it in the same meeting.</p>
</article></body></html>"""


def test_scripts_and_handlers_never_reach_the_text() -> None:
    from mahdar.library.contents import item

    found = item(RUNNING, Met("https://news.example/a", "address", "2024-04-01T10:00:00.000Z", "text/html"))
    assert isinstance(found, Item)
    assert "The envoy said" in found.text
    assert [n for n in range(3, 10) if f"alert({n})" in found.text] == []
    assert "onclick" not in found.text
    assert "\u202e" not in str(found.outlet)
    assert found.raw == RUNNING


@pytest.mark.parametrize(
    "name",
    [b"\xff\xfe.txt", "evil\x1b[31m\u202egpj.txt".encode(), b"two\nlines.txt", ("ع" * 120).encode() + b".txt"],
    ids=["no text", "steering", "two lines", "long"],
)
def test_files_of_any_name_are_added_under_a_name_that_steers_nothing(tmp_path: Path, put: Put, name: bytes) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    raw = os.fsencode(folder) + b"/" + name
    with open(raw, "wb") as stream:  # noqa: PTH123 - the name is no text
        stream.write(ENGLISH.encode())
    (path,) = incoming.files([str(folder)])
    (added,) = put(*incoming.items(path))
    assert isinstance(added, Added)
    assert not set(added.id) & set("\x1b\n\u202e\udcff\udcfe")


def test_whatever_a_server_says_of_itself_can_be_kept(put: Put) -> None:
    met = Met(
        "https://a.example/\x00\ud800",
        "address",
        "2024-04-01T10:00:00.000Z",
        "text/\x00plain",
        (("X\udcff", "\x00\ud800"),),
        "\u202e",
    )
    item = made(ENGLISH)
    (added,) = put(Item(item.id, item.raw, item.text, met))
    assert isinstance(added, Added)
    assert json.dumps(met.headers).isascii()


def test_a_library_of_hostile_captures_is_intact(library: object, put: Put) -> None:
    nasty = "\x1b]0;title\x07\u202e\u2066<script>\u0085\u2028"
    put(made(ENGLISH + nasty, f"id {nasty}", title=nasty, outlet=nasty, url=nasty))
    assert verify(library).intact  # type: ignore[arg-type]
