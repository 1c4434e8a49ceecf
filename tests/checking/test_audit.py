"""The frame of the audit: rules found by being there, findings as data, what is public by a day, words."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from mahdar.checking.audit.evidence import Evidence
from mahdar.checking.audit.finding import Finding, Rule, distinct
from mahdar.checking.audit.run import audit, rules
from mahdar.checking.audit.words import enumerated, provision_name, say, source_name, the
from mahdar.checking.homes import homes
from mahdar.checking.rulebook import Provision
from mahdar.checking.wording import Pair
from mahdar.model import Citation
from mahdar.tables import read_rows, read_toml
from tests.audits import Bench, call

ARABIC = re.compile("[\u0600-\u06ff]")
FIELD = re.compile(r"{(\w+)}")
RULE = next(iter(rules().values()))


def evidence(source: str = "un-charter", says: str = "", file: str = "", symbol: str | None = None) -> Evidence:
    return Evidence(source, Citation(symbol, None, "A title", "A source", "https://docs.un.org"), says, file)


def finding(about: str, said: str = "Said.", *rows: Evidence, parts: tuple[Finding, ...] = ()) -> Finding:
    return RULE.finding(about, None, Pair(said, "قيل."), "disagreement", rows or [evidence()], ["FRA"], parts)


def test_every_mechanism_offers_its_rules_and_every_rule_names_its_source() -> None:
    found = rules()
    assert len(found) >= 40
    assert {slug.split("-")[0] for slug in found} == {home.rpartition(".")[2].split("_")[0] for home in homes()}
    for slug, rule in found.items():
        assert rule.slug == slug
        assert re.search(r"\([^)]{8,}\)", str(rule.check.__doc__)), slug  # the source stands in brackets
        assert provision_name(rule.provision).ar != rule.provision.title, slug
        assert rule.provision.url.startswith("https://")


def test_every_sentence_has_both_languages_and_the_same_fields() -> None:
    for home in (*homes(), "mahdar.checking.audit"):
        for key, value in read_toml(home, "audit.toml").items():
            pairs = (
                value.items() if key in ("rules", "interface", "severities", "sources", "former") else [(key, value)]
            )
            for name, words in pairs if key not in ("regimes", "provisions") else ():
                en, ar = (words["en"], words["ar"]) if isinstance(words, dict) else words
                assert ARABIC.search(ar), (home, name)
                assert not ARABIC.search(en), (home, name)
                assert set(FIELD.findall(ar)) <= set(FIELD.findall(en)), (home, name)


def test_every_source_has_a_name_in_sentences() -> None:
    named = read_toml("mahdar.checking.audit", "audit.toml")["sources"]
    told = {"un-library-meetings", "un-library-vetoes", "un-sc-votes", "un-ga-votes", "untc", "untc-years", "upr-info"}
    assert told <= {row["key"] for row in read_rows("mahdar.record", "sources.csv")} & set(named)
    assert source_name("new", "A new table") == Pair("“A new table”", "«A new table»")


def test_findings_that_say_the_same_are_one() -> None:
    one, two = finding("S/1", "Said.", evidence(file="a")), finding("S/1", "Said.", evidence(file="b"))
    (merged,) = distinct([one, two, one])
    assert [e.file for e in merged.evidence] == ["a", "b"]
    assert len(distinct([one, finding("S/2", "Said.", evidence(file="a"))])) == 2


def test_the_package_does_not_repeat_a_loaded_row() -> None:
    rows = (evidence(says="13-0-2"), evidence(says="13-0-2", file="scact.html"), evidence(says="13-2-0"))
    assert [(e.says, e.file) for e in finding("S/1", "Said.", *rows).evidence] == [
        ("13-0-2", "scact.html"),
        ("13-2-0", ""),
    ]


def test_what_a_finding_is_about() -> None:
    part = finding("S/RES/2270 (2016)", "A part.")
    whole = RULE.finding(
        "un-sc-votes", "2016", Pair("Whole.", "كل."), "misprint", [evidence(symbol="S/PV.7638")], (), [part]
    )
    assert whole.touches(["S/PV.7638"])
    assert whole.touches(["2016"])
    assert list(whole.narrowed(["s/res/2270"])) == [part]
    assert list(whole.narrowed(["FRA"])) == [part]
    assert list(whole.narrowed(["un-sc-votes"])) == [whole]
    assert list(whole.narrowed(["S/RES/2271"])) == []


def test_a_finding_as_json() -> None:
    told = json.loads(json.dumps(finding("S/1", parts=(finding("S/2"),)).to_dict()))
    assert told["said"] == {"en": "Said.", "ar": "قيل."}
    assert told["evidence"][0]["url"] == "https://docs.un.org"
    assert told["parts"][0]["about"] == "S/2"
    assert "parts" not in told["parts"][0]
    assert told["provision"]["title"] == RULE.provision.title


def test_words() -> None:
    assert the(["FRA", "USA", "YMD"]).en == "France, the United States and Democratic Yemen"
    assert the(["FRA", "YMD"]).ar == "فرنسا واليمن الديمقراطية"
    assert enumerated([]) == Pair("", "")
    hostile = say("mahdar.mechanisms.treaties", "marks-note", note="{teller.__class__} {0}")
    assert "{teller.__class__} {0}" in hostile.en
    assert provision_name(Provision("Unknown", "x")) == Pair("Unknown", "Unknown")


def test_rows_of_replaced_loads_and_rows_not_yet_public_are_left_out(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "record.duckdb")
    on = date(2012, 7, 19)
    for name in ("old", "new"):
        calls, votes = call(name, {"GHA": "yes"}, draft=f"S/2012/{len(name)}{name}", date=on)
        bench.tell("un-sc-votes", name, calls=calls, votes=votes)
    assert len(bench.findings("council-voters")) == 2
    bench.connection.execute("UPDATE told.loads SET replaced_by = 2 WHERE name = 'old'")
    assert len(bench.findings("council-voters")) == 1
    assert bench.audited("council-voters", as_of=date(2012, 7, 18)).rows == 0
    assert len(bench.findings("council-voters", as_of=on)) == 1


def test_what_has_no_day_of_its_own_is_public_since_it_was_retrieved(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "record.duckdb")
    row = {"treaty": "cat", "state": "TZA", "party": False, "signatory": False, "no_action": False}
    bench.tell("untc-years", "cat", treaty_status=[row])
    assert len(bench.findings("treaties-marks", as_of=date(2026, 1, 2))) == 1
    assert bench.findings("treaties-marks", as_of=date(2026, 1, 1)) == ()


def test_a_record_to_which_nothing_was_ever_told(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "record.duckdb", whole=True)
    bench.connection.execute("DROP SCHEMA told CASCADE")
    found = audit(bench.material())
    assert {a.rule.slug for a in found.rules if not a.rows} >= {"treaties-marks", "sanctions-gaps", "council-meetings"}
    assert {"S/2022/431", "S/RES/1958 (2010)", "A/RES/62/167"} <= {f.about for f in found.findings}
    with pytest.raises(KeyError):
        audit(bench.material(), ["council-everything"])


def test_severities_come_in_order() -> None:
    rule = Rule("x", Pair("", ""), Provision("", ""), RULE.check)
    assert rule.finding("a", date(2020, 1, 1), Pair("", ""), "misprint", []).date == "2020-01-01"
