"""The Library's voting files, old and new, of both bodies, with what can be wrong in them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mahdar.record.loaders.undl_votes import LOADERS
from mahdar.record.loading.publication import Head, LoadError
from mahdar.record.loading.registry import loader_for
from tests.record.loaders.told import Told

TALLY = ("total_yes", "total_no", "total_abstentions", "total_non_voting", "total_ms", "undl_link")
ASSEMBLY: tuple[str, ...] = (
    "undl_id",
    "ms_code",
    "ms_name",
    "ms_vote",
    "date",
    "session",
    "resolution",
    "draft",
    "committee_report",
)
ASSEMBLY += ("meeting", "title", "agenda_title", "subjects", "vote_note", *TALLY)
COUNCIL: tuple[str, ...] = (
    "undl_id",
    "ms_code",
    "ms_name",
    "permanent_member",
    "ms_vote",
    "date",
    "resolution",
    "draft",
    "meeting",
)
COUNCIL += ("description", "agenda", "subjects", "vote_note", "modality", *TALLY)
CALL = {
    "undl_id": "4025240",
    "date": "2023-10-27",
    "session": "ES-10",
    "resolution": "A/RES/ES-10/21",
    "draft": "A/ES-10/L.25",
    "meeting": "A/ES-10/PV.41",
    "title": "Protection of civilians, and more",
    "vote_note": "",
    "agenda_title": "Illegal actions",
    "subjects": "TERRITORIES--SETTLEMENT|CIVILIANS",
    "total_yes": "2.0",
    "total_no": "1",
    "total_abstentions": "1",
    "total_non_voting": "1",
    "total_ms": "5.0",
    "undl_link": "https://digitallibrary.un.org/record/4025240",
}
NEXT = {**CALL, "undl_id": "4025241", "date": "2023-12-12", "resolution": "A/RES/ES-10/22", "undl_link": "x/4025241"}
MEETING = {
    "undl_id": "111994",
    "date": "1946-01-25",
    "resolution": "S/RES/1 (1946)",
    "meeting": "S/PV.2",
    "subjects": "",
    "description": "Military Staff Committee",
    "agenda": "",
    "vote_note": "Adopted without vote",
    "draft": "",
    "modality": "without vote",
    **dict.fromkeys(TALLY, "0"),
    "total_ms": "11",
    "undl_link": "x/111994",
}
MEMBERS: tuple[tuple[str, str, str], ...] = (
    ("AFG", "AFGHANISTAN", "Y"),
    ("FRA", "FRANCE", "Y"),
    ("USA", "UNITED STATES", "N"),
)
MEMBERS += (("DEU", "GERMANY", "A"), ("BEN", "BENIN", "X"))


def lines(call: dict[str, str], *members: tuple[str, str, str]) -> list[dict[str, str]]:
    keys = ("ms_code", "ms_name", "ms_vote")
    return [{**call, **dict(zip(keys, member, strict=True))} for member in members or MEMBERS]


def written(
    folder: Path, rows: Iterable[dict[str, str]], columns: tuple[str, ...] = ASSEMBLY, name: str = "ga_voting.csv"
) -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path


def refused(path: Path) -> str:
    with pytest.raises(LoadError) as caught:
        Told().load(path)
    return str(caught.value)


def test_a_vote_of_the_assembly(tmp_path: Path) -> None:
    told = Told().load(written(tmp_path, lines(CALL)))
    assert told.kinds == ["undl-assembly-votes"]
    row = "series, call, place, body, session, symbol, draft, date, date_told, meeting, title, agenda, outcome, mode"
    assert told.one(f"SELECT {row} FROM told.calls") == (
        *(
            "undl",
            "4025240",
            "record 4025240",
            "assembly",
            "ES-10",
            "A/RES/ES-10/21",
            "A/ES-10/L.25",
            date(2023, 10, 27),
        ),
        *("2023-10-27", "A/ES-10/PV.41", "Protection of civilians, and more", "Illegal actions", "adopted", "vote"),
    )
    rest = "yes, no, abstain, absent, members, vetoed_by, url, note, public"
    url = "https://digitallibrary.un.org/record/4025240"
    assert told.one(f"SELECT {rest} FROM told.calls") == (2, 1, 1, 1, 5, None, url, None, date(2023, 10, 27))
    votes = told.rows("SELECT state, vote, name_told FROM told.votes ORDER BY state")
    assert ("BEN", "absent", "BENIN") in votes
    assert Counter(vote for _, vote, _ in votes) == {"yes": 2, "no": 1, "abstain": 1, "absent": 1}
    assert told.rows("SELECT issue FROM told.call_issues ORDER BY 1") == [("CIVILIANS",), ("TERRITORIES--SETTLEMENT",)]
    assert told.remarks("ignored") == {"the committee's report belongs to the draft, not to the vote": 1}
    assert not told.remarks("lost")
    assert not told.remarks("odd")


def test_an_older_file_without_notes(tmp_path: Path) -> None:
    columns = tuple(name for name in ASSEMBLY if name not in {"vote_note", "subjects", "total_ms"})
    told = Told().load(written(tmp_path, lines(CALL), columns))
    assert told.one("SELECT yes, members, note FROM told.calls") == (2, None, None)
    assert told.one("SELECT count(*) FROM told.votes") == 5


def test_the_council_without_a_vote_and_with_one(tmp_path: Path) -> None:
    voted = {**MEETING, "undl_id": "2", "modality": "Vote", "resolution": "S/RES/2 (1946)", "total_yes": "3"}
    rows = [*lines(MEETING), *lines(voted), *lines({**voted, "undl_id": "3", "resolution": "", "modality": "by lot"})]
    told = Told().load(written(tmp_path, rows, COUNCIL, "2026_02_06_sc_voting.csv"))
    assert told.kinds == ["undl-council-votes"]
    assert told.rows(
        "SELECT call, symbol, outcome, mode, yes, title, body FROM told.calls ORDER BY len(call), call"
    ) == [
        ("2", "S/RES/2 (1946)", "adopted", "vote", 3, "Military Staff Committee", "council"),
        ("3", None, None, None, 3, "Military Staff Committee", "council"),
        ("111994", "S/RES/1 (1946)", "adopted", "without-vote", None, "Military Staff Committee", "council"),
    ]
    assert told.rows("SELECT call, count(*) FROM told.votes GROUP BY 1 ORDER BY 1") == [("2", 5), ("3", 5)]
    assert told.remarks("ignored")["no vote was taken: the letters beside the members are no votes"] == 5
    assert told.remarks("lost") == {"a way of adoption that Mahdar does not know": 1}


def test_members_are_those_of_their_day(tmp_path: Path) -> None:
    early = {**CALL, "date": "1980-12-01", "undl_id": "1"}
    late = {**CALL, "date": "2001-12-01", "undl_id": "2"}
    told = Told().load(
        written(
            tmp_path,
            [
                *lines(
                    early,
                    ("RUS", "USSR", "Y"),
                    ("GER", "GERMANY, FEDERAL REPUBLIC OF", "N"),
                    ("YUG", "YUGOSLAVIA", "Y"),
                ),
                *lines(late, ("RUS", "RUSSIAN FEDERATION", "Y"), ("YUG", "YUGOSLAVIA", "A"), ("ZZZ", "NOWHERE", "N")),
            ],
        )
    )
    assert set(told.rows("SELECT call, state, name_told FROM told.votes")) == {
        *(("1", "SUN", "USSR"), ("1", "DEU", "GERMANY, FEDERAL REPUBLIC OF"), ("1", "YUG", "YUGOSLAVIA")),
        *(("2", "RUS", "RUSSIAN FEDERATION"), ("2", "SRB", "YUGOSLAVIA"), ("2", None, "NOWHERE")),
    }
    assert told.remarks("odd") == {
        "the code and the name stand for different states: the name is followed": 1,
        "no state that Mahdar knows: the vote is kept under the name alone": 1,
    }


@pytest.mark.parametrize("letter", ["Z", "yes", "YN"])
def test_an_unknown_letter_names_its_record(tmp_path: Path, letter: str) -> None:
    path = written(tmp_path, [*lines(CALL), *lines(NEXT, ("FRA", "FRANCE", letter))])
    assert refused(path) == f"record 4025241: {letter!r} is no vote (Y, N, A or X)"


def test_separators_in_a_name_are_refused(tmp_path: Path) -> None:
    for sign in "\x1e\x1f":
        path = written(tmp_path, lines(CALL, ("FRA", f"FR{sign}ANCE", "Y")))
        assert refused(path) == "record 4025240: a member's code or name has characters that no text has"


def test_more_votes_than_any_body_took_are_refused(tmp_path: Path) -> None:
    rows = (line for number in range(1, 100_002) for line in lines({**CALL, "undl_id": str(number)}, MEMBERS[0]))
    assert refused(written(tmp_path, rows)) == "tells of more than 100,000 votes, which no body ever took"


def test_more_members_than_any_body_had_are_refused(tmp_path: Path) -> None:
    rows = lines(CALL, *(("FRA", f"MEMBER {number}", "Y") for number in range(2_001)))
    assert refused(written(tmp_path, rows)) == "names more than 2,000 members, which no body ever had"


def test_letters_that_are_small_old_or_left_out(tmp_path: Path) -> None:
    members = (("FRA", "FRANCE", " y "), ("USA", "UNITED STATES", "NV"), ("DEU", "GERMANY", ""))
    told = Told().load(written(tmp_path, lines(CALL, *members)))
    assert sorted(told.rows("SELECT state, vote FROM told.votes")) == [
        ("DEU", "absent"),
        ("FRA", "yes"),
        ("USA", "absent"),
    ]
    assert told.remarks("odd") == {"no letter stands for the member's vote: taken as not voting": 1}


def test_lines_of_one_vote_that_disagree(tmp_path: Path) -> None:
    other = lines({**CALL, "title": "Another title"}, ("SWE", "SWEDEN", "Y"))
    told = Told().load(written(tmp_path, [*other, *lines(CALL), *lines(NEXT)]))
    assert told.one("SELECT title FROM told.calls WHERE call = '4025240'") == "Protection of civilians, and more"
    assert told.one("SELECT count(*) FROM told.votes WHERE call = '4025240'") == 6
    (why,) = told.remarks("odd")
    assert why.startswith("lines of one vote that tell of it otherwise")


def test_cells_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    broken = {**CALL, "date": "27/10/2023", "total_yes": "many", "undl_id": "7"}
    told = Told().load(written(tmp_path, lines(broken), (*ASSEMBLY, "surprise")))
    assert told.one("SELECT date, date_told, public, yes, no FROM told.calls") == (None, "27/10/2023", None, None, 1)
    assert told.remarks("lost") == {"a total that is no number": 1, "a column that Mahdar does not know": 1}
    assert told.remarks("odd") == {"no day that can be read: the vote is kept without one": 1}
    assert told.one("SELECT place FROM told.remarks WHERE value = 'many'") == "record 7"


def test_a_member_who_stands_twice(tmp_path: Path) -> None:
    told = Told().load(written(tmp_path, lines(CALL, *MEMBERS, ("FRA", "FRANCE", "A"))))
    assert told.one("SELECT count(*) FROM told.votes WHERE state = 'FRA'") == 2
    assert told.one("SELECT place, value, count FROM told.remarks WHERE what = 'odd'") == (
        "record 4025240",
        "FRANCE",
        1,
    )


def test_files_cut_short_or_broken(tmp_path: Path) -> None:
    whole = written(tmp_path, [*lines(CALL), *lines(NEXT)]).read_bytes()
    path = tmp_path / "cut.csv"
    for cut in (3, 40, 200):
        path.write_bytes(whole[:-cut])
        with pytest.raises(LoadError):
            Told().load(path)
    path.write_bytes(whole.rstrip(b"\n"))  # all is there but the last end of line
    assert Told().load(path).one("SELECT count(*) FROM told.votes") == 10
    path.write_bytes(whole + b"1,2,3\n")
    assert refused(path) == "line 12 has 3 cells, the header has 20"
    path.write_bytes(whole + b"," * 19 + b"\n")
    assert refused(path) == "has a line without undl_id, the number of the voting record"
    path.write_bytes(whole.replace(b'"Protection', b'"Prot"ection', 1))
    assert refused(path) == "line 2 has a quoted cell that does not end as it should"


def test_a_quoted_cell_may_have_lines(tmp_path: Path) -> None:
    told = Told().load(written(tmp_path, lines({**CALL, "title": 'Two\n"lines"'})))
    assert told.one("SELECT title FROM told.calls") == 'Two\n"lines"'


def test_a_million_columns_are_refused_by_the_header(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    path.write_text("undl_id,ms_code,ms_name,ms_vote," + "x," * 1_000_000 + "\n1\n", "utf-8")
    with pytest.raises(LoadError, match="no publication is so wide"):
        loader_for(Head.of(path))
    path.write_bytes(written(tmp_path, lines(CALL)).read_bytes() + b"1," * 1_000_000 + b"\n")
    assert "line 7 " in refused(path)


def test_a_file_of_another_kind_forced_on_the_loader(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("undl_id,ms_code,ms_name,date\n1,2,3,4\n", "utf-8")
    told = Told()
    from mahdar.record.loading.sink import Sink

    with pytest.raises(LoadError, match="no column ms_vote"):
        LOADERS[0].load(path, Sink(told.connection, 1))


def test_editions_of_one_file_have_one_name() -> None:
    names = (
        "2026_02_06_ga_voting.csv",
        "2025_7_23_ga_voting.csv",
        "2024_09_12_ga_resolutions_voting.csv",
        "ga_voting.csv",
    )
    assert {LOADERS[0].name_of(Path(name)) for name in names} == {"ga_voting.csv"}
    assert LOADERS[1].name_of(Path("2025_11_25_sc_voting.csv")) == "sc_voting.csv"


STATES = ("AFG", "FRA", "USA", "DEU", "BEN", "CHN", "BRA", "ZAF")
VOTES = {"Y": "yes", "N": "no", "A": "abstain", "X": "absent"}
CAST = st.dictionaries(
    st.tuples(st.integers(1, 400), st.sampled_from(STATES)), st.sampled_from(sorted(VOTES)), min_size=1, max_size=60
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(CAST)
def test_every_letter_arrives_in_its_place(tmp_path: Path, cast: dict[tuple[int, str], str]) -> None:
    rows = [
        line
        for (call, state), vote in cast.items()
        for line in lines({**CALL, "undl_id": str(call)}, (state, "", vote))
    ]
    told = Told().load(written(tmp_path, rows))
    found = {(int(call), state): vote for call, state, vote in told.rows("SELECT call, state, vote FROM told.votes")}
    assert found == {key: VOTES[letter] for key, letter in cast.items()}
    assert told.one("SELECT count(*) FROM told.calls") == len({call for call, _ in cast})
