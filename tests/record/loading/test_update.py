"""Fetching what changed, keeping everything, loading what the record lacks: against a site on this machine."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pytest

from mahdar.record.loading import update as module
from mahdar.record.loading.addresses import Publication
from mahdar.record.loading.fetch import FetchError, Limits
from mahdar.record.loading.load import load
from mahdar.record.loading.manifest import Entry, latest
from mahdar.record.loading.publication import LoadError
from mahdar.record.loading.update import Outcome, Watch, fetched, update
from mahdar.record.store import open_store
from tests.record.loading.served import Answer, Site, serving

KIND = "upr-sessions"
TODAY = datetime.now(UTC).date().isoformat()


def table_of(*states: str) -> bytes:
    """A publication in the columns of UPR Info, one session for each state."""
    lines = [f"{number},{state},XXX,{number + 1}" for number, state in enumerate(states)]
    return "\n".join(["0,To,To_COW,Session", *lines, ""]).encode()


def publication(site: Site, path: str, **values: Any) -> Publication:
    row = Publication(
        KIND, f"Sessions {path}", "fetch", site.address + path, (), "", "csv", "https://un.org/page", "", "x"
    )
    return replace(row, **values)


@dataclass
class Bench:
    """A record and a folder of publications of their own, and a site to fetch from."""

    site: Site
    home: Path
    told: list[str] = field(default_factory=list)

    @property
    def record(self) -> Path:
        return self.home / "record.duckdb"

    @property
    def folder(self) -> Path:
        return self.home / "publications"

    def run(self, *table: Publication, **options: Any) -> Outcome:
        watch = Watch(
            asked=lambda entry: self.told.append(entry.status), loaded=lambda done: self.told.append(done.state)
        )
        limits = Limits(tries=1, silence=2)
        fixed: dict[str, Any] = {"table": table, "allow_private": True, "pause": 0.0, "limits": limits, "watch": watch}
        return update(self.record, **fixed | options)

    def sessions(self) -> list[tuple[Any, ...]]:
        query = """SELECT state, session, address, retrieved FROM told.reviews JOIN told.loads USING (load)
            WHERE replaced_by IS NULL ORDER BY state"""
        with duckdb.connect(str(self.record), read_only=True) as connection:
            return connection.execute(query).fetchall()

    def kept(self) -> list[str]:
        files = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.csv"))
        return sorted(files)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with the facts of the package, built once."""
    path: Path = tmp_path_factory.mktemp("built") / "record.duckdb"
    open_store(path).connection.close()
    return path


@pytest.fixture
def bench(tmp_path: Path, built: Path) -> Iterator[Bench]:
    shutil.copyfile(built, tmp_path / "record.duckdb")
    with serving() as site:
        yield Bench(site, tmp_path)


def test_what_is_new_is_fetched_kept_and_loaded_with_its_origin(bench: Bench) -> None:
    content = table_of("Chile", "Peru")
    address = bench.site.put("/a.csv", Answer(content, headers={"ETag": '"1"'}))
    outcome = bench.run(publication(bench.site, "/a.csv"))
    assert not outcome.failed
    [entry] = outcome.entries
    assert (entry.status, entry.changed, entry.etag) == ("new", "first copy", '"1"')
    assert (entry.sha256, entry.bytes) == (sha256(content).hexdigest(), len(content))
    assert bench.kept() == [entry.file] == [f"{KIND}/{TODAY}/a.csv"]
    assert latest(bench.folder) == {address: entry}
    assert bench.sessions() == [(s, n, address, datetime.now(UTC).date()) for s, n in (("CHL", 1), ("PER", 2))]
    assert bench.told == ["new", "loaded"]


def test_what_did_not_change_is_not_sent_not_kept_twice_and_not_loaded_again(bench: Bench) -> None:
    rows = publication(bench.site, "/etag.csv"), publication(bench.site, "/plain.csv")
    bench.site.put("/etag.csv", Answer(table_of("Chile"), headers={"ETag": '"1"'}))
    bench.site.put("/plain.csv", table_of("Peru"))
    first = bench.run(*rows)
    second = bench.run(*rows)
    assert [entry.status for entry in second.entries] == ["unchanged", "unchanged"]
    assert [entry.retrieved for entry in second.entries] == [entry.retrieved for entry in first.entries]
    assert second.loads == []
    assert bench.kept() == [f"{KIND}/{TODAY}/etag.csv", f"{KIND}/{TODAY}/plain.csv"]
    assert bench.site.asked[2][1]["If-None-Match"] == '"1"'


def test_what_changed_is_kept_beside_the_former_and_takes_its_place_in_the_record(bench: Bench) -> None:
    row = publication(bench.site, "/a.csv")
    bench.site.put("/a.csv", table_of("Chile"), table_of("Peru", "Chad"))
    [former] = bench.run(row).entries
    outcome = bench.run(row)
    [entry] = outcome.entries
    assert (entry.status, entry.former) == ("changed", former.sha256)
    assert entry.changed == f"12 bytes more than on {TODAY}"
    assert bench.kept() == [f"{KIND}/{TODAY}-2/a.csv", f"{KIND}/{TODAY}/a.csv"]
    assert (bench.folder / former.file).read_bytes() == table_of("Chile")
    assert [(state, session) for state, session, _, _ in bench.sessions()] == [("PER", 1), ("TCD", 2)]
    assert len(list(bench.folder.glob("manifest-*.json"))) == 2


def test_damage_is_noticed_and_mended_without_trusting_the_version(bench: Bench) -> None:
    row = publication(bench.site, "/a.csv")
    bench.site.put("/a.csv", Answer(table_of("Chile"), headers={"ETag": '"1"'}))
    [entry] = bench.run(row).entries
    (bench.folder / entry.file).write_bytes(b"damaged")
    assert not bench.run(row, dry_run=True).planned[0].there
    [restored] = bench.run(row).entries
    assert (restored.status, restored.sha256, restored.former) == ("restored", entry.sha256, "")
    assert (bench.folder / restored.file).read_bytes() == table_of("Chile")
    assert (bench.folder / entry.file).read_bytes() == b"damaged"


def test_what_fails_does_not_hinder_the_rest_and_what_was_there_stays_known(bench: Bench) -> None:
    rows = [publication(bench.site, path) for path in ("/gone.csv", "/a.csv", "/page.csv", "/wrong.csv")]
    bench.site.put("/gone.csv", table_of("Chad"), Answer(b"", 404))
    bench.site.put("/a.csv", table_of("Chile"))
    bench.site.put("/page.csv", b"\xef\xbb\xbf\n <!DOCTYPE html><p>Are you a person?")
    bench.site.put("/wrong.csv", b"a,b\n1,2\n")
    bench.run(rows[0])
    outcome = bench.run(*rows)
    assert outcome.failed
    gone, whole, page, _ = outcome.entries
    assert (gone.status, gone.file) == ("failed", f"{KIND}/{TODAY}/gone.csv")
    assert (gone.problem, gone.to_do) == ("127.0.0.1 has nothing at this address (HTTP 404)", "see https://un.org/page")
    assert whole.status == "new"
    assert (page.problem, page.to_do) == ("a web page came instead of the file (CSV)", "see https://un.org/page")
    assert (page.status, page.file) == ("failed", "")
    assert [(done.path.name, done.state) for done in outcome.loads] == [
        ("a.csv", "loaded"),
        ("wrong.csv", "passed-over"),
    ]
    assert [state for state, *_ in bench.sessions()] == ["CHL", "TCD"]


def test_what_is_there_but_not_in_the_record_is_loaded_without_being_sent_again(bench: Bench, built: Path) -> None:
    row = publication(bench.site, "/a.csv")
    bench.site.put("/a.csv", Answer(table_of("Chile"), headers={"ETag": '"1"'}))
    bench.run(row)
    shutil.copyfile(built, bench.record)
    outcome = bench.run(row)
    assert [entry.status for entry in outcome.entries] == ["unchanged"]
    assert [done.state for done in outcome.loads] == ["loaded"]
    assert [state for state, *_ in bench.sessions()] == ["CHL"]


def test_the_newest_file_of_an_index_is_fetched_under_its_own_name(bench: Bench) -> None:
    row = publication(
        bench.site, "/api", how="index", find=r"http://[\d.:]+/files/[\d_]+_list\.csv", by_hand="download it"
    )
    for name, state in (("2026_02_06_list", "Chile"), ("2025_11_25_list", "Peru")):
        bench.site.put(f"/files/{name}.csv", Answer(table_of(state), headers={"ETag": '"1"'}))
    urls = [f"{bench.site.address}/files/{name}_list.csv".replace("/", "\\/") for name in ("2025_11_25", "2026_02_06")]
    listed = json.dumps([{"url": url} for url in urls]).encode().replace(b"\\\\", b"\\")
    bench.site.put("/api", listed, listed, b"[]", Answer(b"", 202))
    [entry] = bench.run(row).entries
    assert entry.found == f"{bench.site.address}/files/2026_02_06_list.csv"
    assert entry.file == f"{KIND}/{TODAY}/2026_02_06_list.csv"
    assert [address for _, _, address, _ in bench.sessions()] == [entry.found]
    assert [entry.status for entry in bench.run(row).entries] == ["unchanged"]
    for said in ("names no file", "a test for browsers"):
        [failed] = bench.run(row).entries
        assert said in failed.problem
        assert failed.to_do == "see https://un.org/page and download it"


def test_a_host_in_trouble_is_left_alone(bench: Bench) -> None:
    rows = [publication(bench.site, f"/{number}.csv") for number in range(6)]
    for number in range(6):
        bench.site.put(f"/{number}.csv", Answer(b"", 503))
    bench.site.put("/1.csv", table_of("Chile"))
    outcome = bench.run(*rows)
    assert len(bench.site.asked) == 5
    assert outcome.entries[5].problem == "not asked: 127.0.0.1 failed 3 times in a row"
    assert not outcome.offline


def test_files_that_are_gone_do_not_count_against_a_host(bench: Bench) -> None:
    rows = [publication(bench.site, f"/{number}.csv") for number in range(6)]
    bench.site.put("/5.csv", table_of("Chile"))
    assert [entry.status for entry in bench.run(*rows).entries] == ["failed"] * 5 + ["new"]


def test_a_private_address_is_not_asked_unless_allowed(bench: Bench) -> None:
    bench.site.put("/a.csv", table_of("Chile"))
    [entry] = bench.run(publication(bench.site, "/a.csv"), allow_private=False).entries
    assert "private or local network" in entry.problem
    assert bench.site.asked == []


def test_a_dry_run_asks_nobody_and_writes_nothing(bench: Bench) -> None:
    by_hand = publication(bench.site, "", how="by hand", address="", by_hand="export it")
    outcome = bench.run(publication(bench.site, "/{year}.csv", span=("2024", "2025")), by_hand, dry_run=True)
    assert [planned.publication.address[-8:] for planned in outcome.planned] == ["2024.csv", "2025.csv"]
    assert [row.by_hand for row in outcome.by_hand] == ["export it"]
    assert not outcome.failed
    assert bench.site.asked == []
    assert list(bench.home.iterdir()) == [bench.record]


def test_without_a_network_it_says_so_and_writes_nothing(bench: Bench) -> None:
    rows = [publication(bench.site, "/a", address=f"http://{host}.invalid/a") for host in ("a", "b")]
    outcome = bench.run(*rows)
    assert outcome.offline
    assert outcome.failed
    assert [planned.publication.address for planned in outcome.planned] == [row.address for row in rows]
    assert list(bench.home.iterdir()) == [bench.record]


def test_hosts_that_nobody_reaches_are_a_missing_network_too(bench: Bench) -> None:
    rows = [publication(bench.site, "", address=f"http://127.0.0.1:1/{number}.csv") for number in range(3)]
    outcome = bench.run(*rows)
    assert outcome.offline
    assert "Connection refused" in outcome.entries[0].problem
    assert outcome.entries[2].problem == "not asked: 127.0.0.1 could not be reached before"


def test_only_some_kinds_are_asked_and_the_others_stay_known(bench: Bench) -> None:
    rows = publication(bench.site, "/a.csv"), publication(bench.site, "/b.csv", kind="other")
    bench.site.put("/a.csv", table_of("Chile"))
    bench.site.put("/b.csv", table_of("Peru"))
    bench.run(*rows)
    outcome = bench.run(*rows, only=["other"])
    assert [entry.kind for entry in outcome.entries] == ["other"]
    assert len(latest(bench.folder)) == 2
    with pytest.raises(LoadError, match="'vetoes'"):
        bench.run(*rows, only=["vetoes"])


def test_a_run_that_is_interrupted_keeps_what_came_and_the_next_one_loads_it(bench: Bench) -> None:
    rows = publication(bench.site, "/a.csv"), publication(bench.site, "/b.csv")
    bench.site.put("/a.csv", Answer(table_of("Chile"), headers={"ETag": '"1"'}))
    bench.site.put("/b.csv", table_of("Peru"))

    def interrupt(entry: Entry) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bench.run(*rows, watch=Watch(asked=interrupt))
    assert bench.kept() == [f"{KIND}/{TODAY}/a.csv"]
    bench.run(*rows)
    assert [state for state, *_ in bench.sessions()] == ["CHL", "PER"]


SCRIPT = """
import sys
from pathlib import Path
from mahdar.record.loading.addresses import Publication
from mahdar.record.loading.update import update
rows = [Publication("k", "n", "fetch", address, (), "", "csv", "p", "", "x") for address in sys.argv[2:]]
update(Path(sys.argv[1]), table=rows, allow_private=True, pause=0)
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_process_that_is_stopped_leaves_no_half_file_in_its_place(bench: Bench, how: signal.Signals) -> None:
    bench.site.put("/a.csv", table_of("Chile"))
    slow = Answer(b"x" * 100_000, headers={"Content-Length": "1000000"}, write=lambda stream: time.sleep(3))
    addresses = [bench.site.address + "/a.csv", bench.site.put("/slow.csv", slow)]
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)  # who runs the tests in the background ignores it
    process = subprocess.Popen([sys.executable, "-c", SCRIPT, str(bench.record), *addresses], stderr=subprocess.DEVNULL)
    signal.signal(signal.SIGINT, heard)
    arriving = bench.folder / ".arriving"
    deadline = time.monotonic() + 20
    while not any(path.stat().st_size for path in arriving.glob(".fetch-*")):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    os.kill(process.pid, how)
    assert process.wait(60) != 0
    assert bench.kept() == [f"k/{TODAY}/a.csv"]
    assert list(latest(bench.folder)) == addresses[:1]
    assert arriving.exists() == (how == signal.SIGKILL)
    bench.run(publication(bench.site, "/a.csv"))
    assert not arriving.exists()


def test_one_address_is_fetched_for_loading(bench: Bench) -> None:
    address = bench.site.put("/lists/a.csv", table_of("Chile"))
    folder = bench.home / "fetched"
    folder.mkdir()
    files = [fetched(address, folder, allow_private=True) for _ in range(2)]
    assert files[0].path.name == files[1].path.name == "a.csv"
    assert (files[0].address, files[0].retrieved) == (address, datetime.now(UTC).date())
    assert [done.state for done in load(files, record=bench.record)] == ["loaded", "unchanged"]
    with pytest.raises(FetchError, match="private or local"):
        fetched(address, folder)
    for broken in ("http://[::1", "ftp://un.org/a"):
        with pytest.raises(FetchError):
            fetched(broken, folder)


def test_the_folder_is_beside_the_record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MAHDAR_RECORD", str(tmp_path / "r.duckdb"))
    assert module.folder_of(None) == tmp_path / "publications"
    assert module.folder_of(Path("/a/b.duckdb")) == Path("/a/publications")
