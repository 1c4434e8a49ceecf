"""What others are shown of a watch."""

from __future__ import annotations

from mahdar.library.opened import Library
from mahdar.watch import state
from tests.library.conftest import Put, made
from tests.record.loading.served import Answer, Site
from tests.watch.conftest import PLAIN, REFUTED, SAID, Desk


def test_a_library_where_nothing_was_watched(library: Library) -> None:
    with library.reading() as connection:
        found = (
            state.sources(connection),
            state.notices(connection),
            state.rules(connection),
            state.receivers(connection),
        )
        assert found == ([], [], [], [])
        assert state.notice_count(connection) == 0


def test_sources_rules_receivers_and_notices(desk: Desk, site: Site, put: Put) -> None:
    (desk.folder / "in").mkdir()
    (desk.folder / "in" / "empty.txt").write_text("")
    (desk.folder / "in" / "plain.txt").write_text(PLAIN)
    page = site.put("/page", Answer(b"", 503))
    text = f"""
    [[folder]]
    path = "in"
    outlet = "Folder"
    [[page]]
    address = "{page}"
    every = "1h"
    [[receiver]]
    name = "desk"
    url = "json://localhost"
    [[rule]]
    name = "refuted"
    on = "claim"
    [[rule]]
    name = "said"
    on = "statement"
    """
    desk.run(desk.settings(text))
    put(made(REFUTED, "a"), made(SAID, "b"))
    desk.run(desk.settings(text))
    with desk.library.reading() as connection:
        folder, failing = state.sources(connection)
        assert (folder.kind, folder.outlet, folder.taken, folder.refused, folder.errors) == (
            "folder",
            "Folder",
            1,
            1,
            0,
        )
        assert folder.polled_at is not None
        assert folder.polled_at < folder.next_at
        assert (failing.address, failing.every, failing.errors) == (page, 3_600, 1)
        assert "HTTP 503" in str(failing.problem)
        assert [(each.name, each.notices) for each in state.rules(connection)] == [("refuted", 1), ("said", 1)]
        (receiver,) = state.receivers(connection)
        assert (receiver.name, receiver.sent, receiver.waiting, receiver.failed) == ("desk", 2, 0, 0)
        newest, oldest = state.notices(connection)
        assert (newest.rule, oldest.rule, newest.sent) == ("said", "refuted", {"desk": "sent"})
        assert [each.key for each in state.notices(connection, limit=1, offset=1)] == [oldest.key]
        assert [each.rule for each in state.notices(connection, rule="refuted")] == ["refuted"]
        assert (state.notice_count(connection), state.notice_count(connection, rule="said")) == (2, 1)
        assert [each.key for each in state.notices_by_key(connection, [newest.key, oldest.key])] == [
            oldest.key,
            newest.key,
        ]
    desk.run(desk.settings('[[folder]]\npath = "other"\n'))
    with desk.library.reading() as connection:
        assert [each.active for each in state.sources(connection)] == [True, False, False]
