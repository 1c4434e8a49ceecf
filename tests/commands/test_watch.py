"""`mahdar watch` as a person runs it: checking, planning, watching, showing, and how it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from mahdar.cli import app
from tests.watch.conftest import PLAIN, REFUTED, SAID

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """
[atom]
path = "notices.atom"
[[folder]]
path = "in"
outlet = "Wire"
every = "1s"
[[rule]]
name = "refuted"
on = "claim"
"""

_TRIES = 60


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with settings and reports that came a minute ago."""
    (tmp_path / "in").mkdir()
    (tmp_path / "feeds.toml").write_text(SETTINGS)
    for name, text in (("a.txt", REFUTED), ("b.txt", SAID), ("c.txt", PLAIN)):
        path = tmp_path / "in" / name
        path.write_text(text)
        os.utime(path, (1_700_000_000,) * 2)
    return tmp_path


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["watch", *words])
    return done.exit_code, done.stdout, done.stderr


def test_once(place: Path) -> None:
    words = ("--once", "--library", str(place / "l.db"), str(place / "feeds.toml"))
    status, out, err = run(*words)
    assert (status, err) == (0, "")
    assert f"polled    {place}/in: 3 new" in out
    assert re.search(r"^NOTICE    Contradicted by the record: “France vetoed .* \[refuted\]$", out, re.MULTILINE)
    assert (place / "notices.atom").read_text().count("<entry>") == 1
    assert run(*words) == (0, "", "")


def test_events_as_json(place: Path) -> None:
    (place / "in" / "empty.txt").write_text("")
    os.utime(place / "in" / "empty.txt", (1_700_000_000,) * 2)
    status, out, _ = run("--once", "--json", "--library", str(place / "l.db"), str(place / "feeds.toml"))
    events = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert {each["event"] for each in events} == {"written", "polled", "added", "refused", "notice"}
    assert [each["rule"] for each in events if each["event"] == "notice"] == ["refuted"]
    assert [each["problem"] for each in events if each["event"] == "refused"] == ["the file is empty"]


def test_status(place: Path) -> None:
    library = str(place / "l.db")
    run("--once", "--library", library, str(place / "feeds.toml"))
    status, out, _ = run("--status", "--library", library)
    assert status == 0
    assert "refuted" in out
    assert "Contradicted by the record" in out
    told = json.loads(run("--status", "--json", "--library", library)[1])
    assert [each["taken"] for each in told["sources"]] == [3]
    assert [each["rule"] for each in told["notices"]] == ["refuted"]
    assert run("--status", "--library", str(place / "none.db"))[0] == 1


def test_check_and_dry_run_ask_nobody_and_write_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAHDAR_TEST_DESK", "json://user:secret@localhost")
    receiver = '[[receiver]]\nname = "desk"\nenv = "MAHDAR_TEST_DESK"\n'
    feed = '[[feed]]\naddress = "https://news.example/rss"\n'
    (place / "feeds.toml").write_text(f"{SETTINGS}{receiver}{feed}")
    before = sorted(place.rglob("*"))
    assert run("--check", str(place / "feeds.toml"))[:2] == (
        0, "the settings can be used: sources 2, rules 1, receivers 1\n",
    )  # fmt: skip
    status, out, _ = run("--dry-run", str(place / "feeds.toml"))
    assert status == 0
    assert "would poll feed   https://news.example/rss every 30m" in out
    assert "would tell claim by the rule “refuted”: desk" in out
    told = run("--dry-run", "--json", "--every", "2h", str(place / "feeds.toml"))[1]
    assert {each["every"] for each in json.loads(told)["sources"]} == {7_200}
    told += run("--dry-run", "--json", "--every", "5s", str(place / "feeds.toml"))[1]
    assert {each["kind"]: each["every"] for each in json.loads(told.splitlines()[1])["sources"]} == {
        "feed": 60,
        "folder": 5,
    }
    assert "secret" not in out + told
    assert sorted(place.rglob("*")) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[feed]\n", "this is no TOML"),
        ('[[folder]]\npath = "in"\nevry = "5m"\n', "line 3: folder[1].evry: is not known here; did you mean every?"),
        ('[[folder]]\npath = "in"\n[[receiver]]\nname = "a"\nurl = "nosuch://x"\n', "no address that Apprise knows"),
    ],
)
def test_wrong_settings_are_named_with_file_and_line(place: Path, text: str, said: str) -> None:
    (place / "feeds.toml").write_text(text)
    for words in (("--check",), ("--once", "--library", str(place / "l.db"))):
        status, out, err = run(*words, str(place / "feeds.toml"))
        assert (status, out) == (2, "")
        assert err.startswith(f"mahdar: {place / 'feeds.toml'}: ")
        assert said in err
    assert not (place / "l.db").exists()


def test_wrong_usage() -> None:
    for words in ((), ("--every", "soon", "feeds.toml"), ("--nothing",)):
        assert run(*words)[0] == 2


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_ends_it_and_the_next_run_goes_on(place: Path, how: signal.Signals) -> None:
    words = [sys.executable, "-m", "mahdar", "watch", "--library", str(place / "l.db"), str(place / "feeds.toml")]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stdout:
            if line.startswith("NOTICE"):
                break
        process.send_signal(how)
        assert "interrupted; the next run goes on from here" in process.stderr.read()
    assert process.returncode == 130
    (place / "in" / "a.txt").write_text(f"{REFUTED}More was said.\n")
    os.utime(place / "in" / "a.txt", (1_700_000_100,) * 2)
    for _ in range(_TRIES):  # the folder is not looked at again before its time
        status, out, _ = run("--once", "--library", str(place / "l.db"), str(place / "feeds.toml"))
        if "added" in out:
            break
        time.sleep(1)
    assert (status, "added" in out, "NOTICE" in out) == (0, True, False)


def test_the_example_of_the_documentation_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (ROOT / "docs" / "watching.md").read_text("utf-8")
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert example is not None
    (tmp_path / "feeds.toml").write_text(example[1], "utf-8")
    monkeypatch.setenv("MAHDAR_DESK", "json://localhost")
    status, out, err = run("--check", str(tmp_path / "feeds.toml"))
    assert (status, err) == (0, "")
    assert out.startswith("the settings can be used")
