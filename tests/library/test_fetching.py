"""Addresses and feeds: robots, redirects, private networks, what a feed says of the day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mahdar.library.fetching import Fetcher
from mahdar.library.items import Item, Refused
from mahdar.record.loading.fetch import Limits
from tests.library.conftest import ENGLISH
from tests.library.test_pages import META, page
from tests.record.loading.served import Answer, Site, redirect, serving

QUICK = Limits(bytes=100_000, silence=5, total=10, tries=1)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(allow_private=True, limits=QUICK, sleep=lambda seconds: None) as found:
        yield found


def test_a_page_with_its_headers(site: Site, fetcher: Fetcher) -> None:
    address = site.put("/a", Answer(page(META), headers={"Content-Type": "text/html; charset=utf-8", "X-Seen": "yes"}))
    found = fetcher.item(address + "?q=1")
    assert isinstance(found, Item)
    assert (found.id, found.url, found.outlet) == (address + "?q=1", address + "?q=1", "الموقع")
    assert (found.met.how, found.met.media, found.met.final) == ("address", "text/html; charset=utf-8", address)
    assert ("X-Seen", "yes") in found.met.headers
    assert site.asked[-1][1]["User-Agent"].endswith("(+library add)")


@pytest.mark.parametrize(
    ("robots", "fetched"),
    [
        (Answer(b"User-agent: *\nDisallow: /private/"), True),
        (Answer(b"User-agent: *\nDisallow: /news/"), False),
        (Answer(b"User-agent: mahdar\nDisallow: /\n\nUser-agent: *\nAllow: /"), False),
        (Answer(b"", 404), True),
        (Answer(b"", 500), False),
        (Answer(b"\xff\xfe garbage"), True),
    ],
)
def test_robots_are_respected(site: Site, fetcher: Fetcher, robots: Answer, fetched: bool) -> None:
    site.put("/robots.txt", robots)
    address = site.put("/news/a", Answer(ENGLISH.encode()))
    for _ in range(2):
        assert isinstance(fetcher.item(address), Item) is fetched
    assert bool(site.times("/news/a")) is fetched
    assert site.times("/robots.txt") == (1 if robots.status != 500 else 2)  # the second try of one question


def test_private_networks_are_left_alone_unless_allowed(site: Site) -> None:
    address = site.put("/a", Answer(ENGLISH.encode()))
    with Fetcher(limits=QUICK) as careful:
        for each in (
            address,
            "http://169.254.169.254/latest",
            "http://[::1]/",
            "http://10.0.0.1/",
            "file:///etc/passwd",
        ):
            assert isinstance(careful.item(each), Refused)
    assert site.asked == []


def test_redirects_are_followed_and_said(site: Site, fetcher: Fetcher) -> None:
    final = site.put("/b", Answer(ENGLISH.encode()))
    found = fetcher.item(site.put("/a", redirect("/b")))
    assert isinstance(found, Item)
    assert (found.met.final, found.met.address) == (final, site.address + "/a")


@pytest.mark.parametrize(
    "answer",
    [Answer(b"x" * 200_000), Answer(b"", 200), Answer(b"gone", 410), redirect("/a"), redirect("ftp://x/")],
)
def test_what_cannot_be_had_is_refused(site: Site, fetcher: Fetcher, answer: Answer) -> None:
    assert isinstance(fetcher.item(site.put("/a", answer)), Refused)


FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>News</title>
<item><title>One</title><link>{0}/1</link><pubDate>Fri, 29 Mar 2024 22:00:00 +0000</pubDate></item>
<item><title>Two</title><link>/2</link></item><item><title>None</title></item>
<item><title>Gone</title><link>{0}/gone</link></item></channel></rss>"""


def test_a_feed_names_reports(site: Site, fetcher: Fetcher) -> None:
    site.put("/1", Answer(ENGLISH.encode()))
    site.put("/2", Answer(page(META), headers={"Content-Type": "text/html"}))
    address = site.put(
        "/feed", Answer(FEED.format(site.address).encode(), headers={"Content-Type": "application/rss+xml"})
    )
    one, two, gone = fetcher.feed(address)
    assert isinstance(one, Item)
    assert isinstance(two, Item)
    assert isinstance(gone, Refused)
    assert one.dated is not None
    assert (one.dated.published, one.dated.basis) == ("2024-03-29", "metadata")
    assert f"the feed {address}" in one.dated.reason
    assert two.dated is not None
    assert "article:published_time" in two.dated.reason


@pytest.mark.parametrize("body", [b"no feed at all", b"<rss><channel></channel></rss>", b""])
def test_what_is_no_feed(site: Site, fetcher: Fetcher, body: bytes) -> None:
    (found,) = fetcher.feed(site.put("/feed", Answer(body)))
    assert isinstance(found, Refused)


def test_a_pause_between_two_questions(site: Site) -> None:
    site.put("/robots.txt", Answer(b"User-agent: *\nCrawl-delay: 7"))
    address = site.put("/a", Answer(ENGLISH.encode()))
    waits: list[float] = []
    with Fetcher(allow_private=True, limits=QUICK, sleep=waits.append) as fetcher:
        for _ in range(2):
            fetcher.item(address)
    assert len(waits) == 1
    assert 6 < waits[0] <= 7


def test_it_is_used_with_with() -> None:
    with pytest.raises(RuntimeError, match="with"):
        Fetcher().item("http://a.example/")
