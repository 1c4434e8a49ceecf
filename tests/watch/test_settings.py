"""Settings: what may stand in the file, and every fault with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from mahdar.watch.rules import vote_kinds
from mahdar.watch.settings import AtomFile, Receiver, SettingsError, Source, read_settings, settings_of

WHOLE = """
every = "20m"

[atom]
path = "notices.atom"
entries = 50
address = "https://desk.example/notices.atom"

[[feed]]
address = "https://news.example/rss"
every = "5m"
outlet = "Example"

[[feed]]
address = "https://other.example/أخبار"

[[page]]
address = "https://ministry.example/statements"

[[folder]]
path = "in"
every = "30s"

[[receiver]]
name = "desk"
env = "MAHDAR_TEST_DESK"
language = "ar"

[[receiver]]
name = "archive"
url = "json://localhost:1"

[[rule]]
name = "refuted"
on = "claim"
kinds = ["council.*"]
states = ["كوريا الشمالية", "Syria", "irn"]
tell = "desk"

[[rule]]
name = "russia"
on = "statement"
principals = ["Russia", "body:un", "Amnesty International"]
topics = ["children-armed-conflict", "Yemen"]
acts = ["accuse"]
within = "3d"

[[rule]]
name = "votes"
on = "vote"
agenda = ["PRK", "الشرق الأوسط"]
symbols = ["s/res/2397 (2017)"]

[[rule]]
name = "all of Sudan"
on = "report"
states = ["SDN"]
words = "مساعدات"
outlets = ["Example"]
past = true
"""


def faults(text: str, folder: Path) -> list[str]:
    with pytest.raises(SettingsError) as raised:
        settings_of(text, folder)
    return [str(fault) for fault in raised.value.faults]


def test_all_that_may_be_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAHDAR_TEST_DESK", "json://secret@localhost")
    path = tmp_path / "feeds.toml"
    path.write_text(WHOLE, "utf-8-sig")
    found = read_settings(path)
    assert found.sources == (
        Source("feed", "https://news.example/rss", 300, "Example"),
        Source("feed", "https://other.example/أخبار", 1_200, None),
        Source("page", "https://ministry.example/statements", 1_200, None),
        Source("folder", str(tmp_path / "in"), 30, None),
    )
    assert found.receivers == (
        Receiver("desk", "json://secret@localhost", "ar"),
        Receiver("archive", "json://localhost:1"),
    )
    assert found.atom == AtomFile(tmp_path / "notices.atom", 50, None, "https://desk.example/notices.atom")
    refuted, russia, votes, sudan = found.rules
    assert (refuted.verdicts, refuted.states, refuted.receivers) == (("refuted",), ("PRK", "SYR", "IRN"), ("desk",))
    assert russia.principals == ("state:RUS", "body:un", "amnesty international")
    assert (russia.topics, russia.within, russia.acts) == (("children-armed-conflict", "YEM"), 259_200, ("accuse",))
    assert votes.agenda_codes[0] == "PRK"
    assert (votes.symbols, votes.verdicts, [each.text for each in votes.agenda][1]) == (
        ("S/RES/2397",),
        (),
        "الشرق الأوسط",
    )
    assert (sudan.past, sudan.outlets, [each.text for each in sudan.words]) == (True, ("example",), ["مساعدات"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "there is nothing to watch"),
        ("[[feed]]\n", "line 1: feed[1].address: is missing"),
        ('[[feed]]\naddress = "ftp://x"\n', "line 2: feed[1].address: only addresses that begin with http"),
        ('[[feed]]\naddress = "https://u:p@x.example/"\n', "line 2: feed[1].address: an address with a user's name"),
        ('[[feed]]\naddress = "https://x.example/"\nevery = "10"\n', "line 3: feed[1].every: '10' is no span of time"),
        (
            '[[feed]]\naddress = "https://x.example/"\nevery = "10s"\n',
            "line 3: feed[1].every: a feed is asked every 60",
        ),
        ('[[folder]]\npaht = "x"\n', "line 2: folder[1].paht: is not known here; did you mean path?"),
        ('[[page]]\naddress = "https://x.example"\n[[page]]\naddress = "https://x.example"\n', "line 3: page[2]: "),
        ('[[rule]]\nname = "a"\non = "claims"\n', "line 3: rule[1].on: 'claims' is none of claim, statement"),
        (
            '[[rule]]\nname = "a"\non = "claim"\nverdicts = ["wrong"]\n',
            "line 4: rule[1].verdicts: 'wrong' is no verdict",
        ),
        (
            '[[rule]]\nname = "a"\non = "claim"\nkinds = ["counsel.*"]\n',
            "line 4: rule[1].kinds: 'counsel.*' is no kind",
        ),
        ('[[rule]]\nname = "a"\non = "report"\nstates = ["Atlantis"]\n', "line 4: rule[1].states: no state is called"),
        (
            '[[rule]]\nname = "a"\non = "statement"\ntopics = ["gossip"]\n',
            "line 4: rule[1].topics: 'gossip' is neither",
        ),
        ('[[rule]]\nname = "a"\non = "vote"\nagenda = ["…"]\n', "line 4: rule[1].agenda: '…' holds no word"),
        ('[[rule]]\nname = "a"\non = "report"\ntell = ["me"]\n', "line 4: rule[1].tell: 'me' is no receiver"),
        ('[[rule]]\nname = "a"\non = "report"\nagenda = ["PRK"]\n', "line 4: rule[1].agenda: is not known here"),
        ('[[receiver]]\nname = "a"\n', "line 1: receiver[1]: needs one of `env`"),
        (
            '[[receiver]]\nname = "a"\nenv = "MAHDAR_NOT_THERE"\n',
            "line 3: receiver[1].env: the environment has no variable",
        ),
        ('[atom]\npath = "no/such/folder/x"\n', "line 2: atom.path: no file can be written"),
        ('[atom]\npath = "x"\nentries = 0\n', "line 3: atom.entries: must be a number from 1"),
        ('rule = "a"\n', "line 1: rule: must be tables, each under its own [[rule]]"),
        ('[[folder]]\npath = "x"\n[[rule]]\nname = "a"\non = "claim"\n', "line 3: rule: nobody is told"),
        ("feed = [\n", "this is no TOML"),
    ],
)
def test_faults_are_named_with_their_line(tmp_path: Path, text: str, said: str) -> None:
    assert any(fault.startswith(said) for fault in faults(text, tmp_path)), faults(text, tmp_path)


def test_all_faults_are_named_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    text = '[[feed]]\naddress = "x"\nevery = "y"\n[[rule]]\non = "claim"\nstates = ["z"]\n[bogus]\n'
    assert [int(fault.split(":")[0].removeprefix("line ")) for fault in faults(text, tmp_path)] == [2, 3, 4, 4, 6, 7]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b'[[folder]]\npath = "\xe9"\n')
    for name, said in (("none.toml", "No such file"), ("latin.toml", "not UTF-8")):
        with pytest.raises(SettingsError, match=said):
            read_settings(tmp_path / name)


def test_every_kind_that_tells_of_a_vote_is_in_the_table() -> None:
    from mahdar.checking.registry import kinds

    assert vote_kinds() == {kind for kind in kinds() if kind.rpartition(".")[2] in {"vote", "veto", "resolution"}}
