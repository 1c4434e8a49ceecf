"""Polling: what is new is taken once, others are asked politely, failures are waited out, nothing is missed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from mahdar.library.asking import find
from mahdar.library.fetching import Fetcher
from mahdar.library.items import Item
from mahdar.library.schema import captures, reports
from mahdar.library.verifying import verify
from mahdar.watch import polling, running, state
from mahdar.watch.schema import entries
from tests.library.conftest import Put
from tests.library.test_pages import META, page
from tests.record.loading.served import Answer, Site, redirect, serving
from tests.watch.conftest import PLAIN, REFUTED, Desk

RSS = '<?xml version="1.0"?><rss version="2.0"><channel><title>N</title>{0}{1}</channel></rss>'
ITEM = "<item><title>t</title><link>{0}</link><pubDate>Fri, 29 Mar 2024 22:00:00 +0000</pubDate></item>"


def rss(*links: str, more: str = "") -> Answer:
    body = RSS.format(more, "".join(ITEM.format(link) for link in links)).encode()
    return Answer(body, headers={"Content-Type": "application/rss+xml", "ETag": f'"{len(body)}"'})


def feed_of(desk: Desk, address: str, more: str = "") -> str:
    return f'[atom]\npath = "n.atom"\n[[feed]]\naddress = "{address}"\nevery = "10m"\noutlet = "Wire"\n{more}'


def rows(desk: Desk) -> list[tuple[str, str | None]]:
    with desk.library.reading() as connection:
        return [(row.id, row.outlet) for row in connection.execute(sa.select(reports).order_by(reports.c.key))]


def test_what_a_feed_names_is_taken_once(desk: Desk, site: Site) -> None:
    one, two = (site.put(f"/{n}", Answer(f"{PLAIN}Number {n}.\n".encode())) for n in (1, 2))
    address = site.put("/rss", rss(one))
    settings = desk.settings(feed_of(desk, address))
    desk.run(settings)
    assert rows(desk) == [(one, "Wire")]
    desk.run(settings)
    assert site.times("/rss") == 1  # it is not due yet
    desk.clock.pass_(minutes=11)
    site.put("/rss", rss(one, two))
    desk.run(settings)
    desk.clock.pass_(minutes=11)
    desk.run(settings)
    assert rows(desk) == [(one, "Wire"), (two, "Wire")]
    assert (site.times("/rss"), site.times("/1"), site.times("/2")) == (3, 1, 1)
    told = dict(site.asked[-1][1])
    assert told["If-None-Match"]
    assert told["User-Agent"].endswith("(+watch)")
    with desk.library.reading() as connection:
        assert connection.scalar(sa.select(reports.c.published)) == "2024-03-29"
        assert verify(desk.library).intact


def test_what_the_library_has_captured_is_not_asked_for_again(desk: Desk, site: Site, put: Put) -> None:
    address = site.put("/1", Answer(PLAIN.encode()))
    with Fetcher(allow_private=True, sleep=lambda seconds: None) as fetcher:
        item = fetcher.item(address)
    assert isinstance(item, Item)
    put(item)
    desk.run(desk.settings(feed_of(desk, site.put("/rss", rss(address)))))
    assert site.times("/1") == 1


def test_robots_and_a_ttl_are_heeded(desk: Desk, site: Site) -> None:
    site.put("/robots.txt", Answer(b"User-agent: *\nDisallow: /private/\nCrawl-delay: 3"))
    open_, shut = (site.put(path, Answer(PLAIN.encode())) for path in ("/open", "/private/shut"))
    settings = desk.settings(feed_of(desk, site.put("/rss", rss(open_, shut, more="<ttl>60</ttl>"))))
    desk.run(settings)
    assert (site.times("/open"), site.times("/private/shut"), site.times("/robots.txt")) == (1, 0, 1)
    assert sum(desk.clock.slept) > 2.5
    assert ["robots.txt" in str(facts["problem"]) for facts in desk.told("postponed")] == [True]
    desk.clock.pass_(minutes=30)
    desk.run(settings)
    assert site.times("/rss") == 1
    desk.clock.pass_(minutes=40)
    desk.run(settings)
    assert site.times("/rss") == 2


def test_a_feed_that_fails_is_left_alone_longer_each_time(desk: Desk, site: Site) -> None:
    settings = desk.settings(feed_of(desk, site.put("/rss", Answer(b"", 500))))
    asked = []
    for _ in range(30):
        desk.run(settings)
        asked.append(site.times("/rss"))
        desk.clock.pass_(minutes=10)
    assert 4 <= asked[-1] <= 7  # after some 10, 20, 40, 80, 160 minutes, a fifth more or less
    with desk.library.reading() as connection:
        (source,) = state.sources(connection)
    assert source.errors == asked[-1]
    site.put("/rss", rss(site.put("/1", Answer(PLAIN.encode()))))
    desk.clock.pass_(days=1)
    desk.run(settings)
    with desk.library.reading() as connection:
        (source,) = state.sources(connection)
    assert (source.errors, source.problem, source.taken) == (0, None, 1)


def test_who_asks_to_come_back_later_is_heeded_for_all_of_its_host(desk: Desk, site: Site) -> None:
    busy = site.put("/busy", Answer(b"", 429, {"Retry-After": "7200"}))
    other = site.put("/other", Answer(PLAIN.encode()))
    settings = desk.settings(feed_of(desk, site.put("/rss", rss(busy, other))))
    desk.run(settings)
    assert (site.times("/busy"), site.times("/other")) == (1, 0)
    desk.clock.pass_(minutes=110)
    desk.run(settings)
    assert (site.times("/busy"), site.times("/other"), site.times("/rss")) == (1, 0, 1)
    desk.clock.pass_(minutes=15)
    site.put("/busy", Answer(f"{PLAIN}Later.\n".encode()))
    desk.run(settings)
    assert len(rows(desk)) == 2


def test_an_address_that_is_gone_is_given_up_and_a_failing_one_after_eight_tries(desk: Desk, site: Site) -> None:
    gone, failing = (site.put(path, Answer(b"", status)) for path, status in (("/gone", 404), ("/failing", 403)))
    nothing = site.put(
        "/nothing", Answer(b"<!doctype html><html><body></body></html>", headers={"Content-Type": "text/html"})
    )
    settings = desk.settings(feed_of(desk, site.put("/rss", rss(gone, failing, nothing))))
    for _ in range(10):
        desk.run(settings)
        desk.clock.pass_(days=2)
    assert [site.times(path) for path in ("/gone", "/failing", "/nothing")] == [2, 8, 1]
    with desk.library.reading() as connection:
        assert set(connection.scalars(sa.select(entries.c.state))) == {"refused"}
        assert state.sources(connection)[0].refused == 3


def test_a_redirect_to_a_host_that_asks_to_stay_away_is_not_followed(desk: Desk, site: Site) -> None:
    with serving() as other:
        other.put("/robots.txt", Answer(b"User-agent: *\nDisallow: /"))
        there = other.put("/report", Answer(PLAIN.encode()))
        desk.run(desk.settings(feed_of(desk, site.put("/rss", rss(site.put("/1", redirect(there)))))))
        assert [path for path, _ in other.asked] == ["/robots.txt"]
    assert rows(desk) == []


def test_a_page_is_a_report_whenever_its_text_changes(desk: Desk, site: Site) -> None:
    address = site.put("/page", Answer(page(META), headers={"Content-Type": "text/html"}))
    settings = desk.settings(f'[[page]]\naddress = "{address}"\nevery = "1h"\n')
    for body in (
        page(META),
        page(META) + b"<!-- served by node 7 -->",
        page(META).replace("تقرير".encode(), "بيان".encode()),
    ):
        site.put("/page", Answer(body, headers={"Content-Type": "text/html"}))
        desk.run(settings)
        desk.clock.pass_(hours=2)
    ids = [id_ for id_, _ in rows(desk)]
    assert (len(ids), ids[0], ids[1].startswith(f"{address}@")) == (2, address, True)


def test_a_folder_is_looked_at_again_and_again(desk: Desk) -> None:
    folder = desk.folder / "in"
    folder.mkdir()
    settings = desk.settings('[[folder]]\npath = "in"\nevery = "5s"\noutlet = "Wire"\n')

    def put(name: str, text: str, age: float) -> None:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        at = desk.clock.at.timestamp() - age
        os.utime(path, (at, at))

    put("a.txt", PLAIN, 60)
    put("sub/b.txt", REFUTED, 60)
    put("growing.jsonl", '{"id": "j1", "text": "One report of a line."}\n', 60)
    put("being-written.txt", "Half of a", 0)
    desk.run(settings)
    names = [id_.removeprefix(f"{folder}/") for id_, _ in rows(desk)]
    assert names == ["a.txt", "j1", "sub/b.txt"]
    put("growing.jsonl", '{"id": "j1", "text": "One report of a line."}\n{"id": "j2", "text": "Another report."}\n', 3)
    desk.clock.pass_(seconds=10)
    desk.run(settings)
    desk.run(settings)
    assert [id_.removeprefix(f"{folder}/") for id_, _ in rows(desk)][3:] == ["j2", "being-written.txt"]
    with desk.library.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(captures)) == 5
        assert find(connection, "j2") is not None
        (source,) = state.sources(connection)
        assert (source.taken, source.waiting, source.refused) == (5, 0, 0)


def test_names_that_no_database_keeps_are_said_once_and_cost_the_others_nothing(desk: Desk, site: Site) -> None:
    folder = desk.folder / "in"
    folder.mkdir()
    for name in (b"\xff.txt", b"two\nlines.txt", b"good.txt"):
        with open(os.fsencode(folder) + b"/" + name, "wb") as stream:  # noqa: PTH123 - the name is no text
            stream.write(PLAIN.encode())
    long = site.address + "/" + "a" * 3_000
    text = '[[folder]]\npath = "in"\nevery = "5s"\n' + feed_of(
        desk, site.put("/rss", rss(long, "http://a.example/&#9;x"))
    )
    for _ in range(2):
        desk.run(desk.settings(text))
        desk.clock.pass_(seconds=30)
    assert rows(desk) == [(str(folder / "good.txt"), None)]
    assert len(desk.told("refused")) == 3
    with desk.library.reading() as connection:
        assert sum(source.refused for source in state.sources(connection)) == 3


def test_a_folder_that_is_gone_is_said_and_waited_for(desk: Desk) -> None:
    settings = desk.settings('[[folder]]\npath = "later"\nevery = "5s"\n')
    assert desk.run(settings).troubles == 1
    assert desk.told("failed") == [
        {"source": str(desk.folder / "later"), "problem": "cannot be read: No such file or directory"}
    ]
    (desk.folder / "later").mkdir()
    (desk.folder / "later" / "a.txt").write_text(PLAIN)
    desk.clock.pass_(minutes=1)
    desk.run(settings)
    assert len(rows(desk)) == 1


def test_a_private_address_is_left_alone_unless_allowed(desk: Desk, site: Site) -> None:
    from mahdar.pipeline import built_in_record

    settings = desk.settings(feed_of(desk, site.put("/rss", rss("http://x.example/"))))
    heard: list[str] = []
    with Fetcher(limits=running.LIMITS) as fetcher:
        watch = running.Watch(
            desk.library,
            built_in_record(),
            settings,
            fetcher,
            lambda event, facts: heard.append(str(facts.get("problem"))),
        )
        watch.start()
        watch.once()
    assert any("private or local network" in problem for problem in heard)
    assert site.asked == []


def test_it_sleeps_until_something_is_due(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk.folder / "in").mkdir()
    settings = desk.settings('[[folder]]\npath = "in"\nevery = "7s"\n')
    watch = desk.run(settings)
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        desk.clock.sleep(seconds)
        if len(slept) == 1:
            Path(desk.folder, "in", "a.txt").write_text(PLAIN)
        if len(slept) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(watch, "sleep", sleep)
    with pytest.raises(KeyboardInterrupt):
        watch.forever()
    assert all(6 < each <= 7 for each in slept)
    assert len(rows(desk)) == 1


def test_once_ends_however_often_a_source_is_due(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that takes longer to look at than the time between two looks."""
    (desk.folder / "in").mkdir()
    looked: list[int] = []
    whole = polling.folder

    def slow(*words: object) -> object:
        looked.append(1)
        desk.clock.pass_(seconds=5)
        assert len(looked) < 5
        return whole(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(polling, "folder", slow)
    desk.run(desk.settings('[[folder]]\npath = "in"\nevery = "1s"\n'))
    assert len(looked) == 1
