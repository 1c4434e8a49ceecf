"""Ideal points: files of all votes and of one issue, old seats, and the figures of the real folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mahdar.record.loaders.ideal_points import LOADER
from mahdar.record.loading.publication import Head, LoadError
from mahdar.record.loading.registry import loader_for
from mahdar.record.loading.sink import Sink
from tests.record.loaders.told import MATERIAL, Told, folder, here

ALL = "Row,ccode,session,NVotes,IdealPoint,QO%,Q5%,Q100%,iso3c,Countryname"
RIGHTS = '"","ccode","session","NVotesHumanRights","IdealPointHumanRights","QO%HumanRights","iso3c","Countryname"'


def written(folder: Path, *lines: str, name: str = "IdealpointestimatesAll_Apr2020.csv") -> Path:
    path = folder / name
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode("cp1252"))
    return path


def test_estimates_from_all_votes(tmp_path: Path) -> None:
    lines = ("1,437,15,42,-3.02E-05,0.9,1.3,2.7,CIV,Côte d’Ivoire", "2,365,46,70,-1.5,0,0,0,RUS,Russia")
    told = Told().load(written(tmp_path, ALL, *lines, "3,345,56,70,0.25,0,0,0,YUG,Yugoslavia"))
    row = "place, state, code_told, name_told, session, votes, point, subject, public"
    assert told.rows(f"SELECT {row} FROM told.ideal_points") == [
        ("line 2", "CIV", "437", "Côte d’Ivoire", 15, 42, -3.02e-05, "all", date(2020, 4, 30)),
        ("line 3", "SUN", "365", "Russia", 46, 70, -1.5, "all", date(2020, 4, 30)),
        ("line 4", "SRB", "345", "Yugoslavia", 56, 70, 0.25, "all", date(2020, 4, 30)),
    ]
    assert told.remarks("ignored") == {
        "numbers of the lines": 1,
        "quantiles of the estimate: the point alone is kept": 3,
    }


def test_estimates_on_one_issue(tmp_path: Path) -> None:
    line = '"1",2,25,14,2.731292,1.5,"USA","United States"'
    told = Told().load(written(tmp_path, RIGHTS, line, name="rights.csv"))
    assert told.one("SELECT subject, votes, point, public FROM told.ideal_points") == (
        "human-rights",
        14,
        2.731292,
        None,
    )


def test_what_is_not_known_is_said(tmp_path: Path) -> None:
    lines = ("1,1,15,42,NA,0,0,0,FRA,France", "2,1,x,42,1,0,0,0,FRA,France", "3,1,15,42,1,0,0,0,XXX,Nowhere")
    told = Told().load(written(tmp_path, f"{ALL},New", *(f"{line},1" for line in lines)))
    assert told.rows("SELECT state, name_told FROM told.ideal_points") == [(None, "Nowhere")]
    assert told.remarks("lost") == {"no session or no estimate": 2, "a column that Mahdar does not know": 1}
    assert told.remarks("odd") == {"no state that Mahdar knows: the estimate is kept under the name alone": 1}


def test_editions_have_one_name() -> None:
    names = ("IdealpointestimatesAll_Apr2020.csv", "IdealpointestimatesAll_Jun2024.csv")
    assert {LOADER.name_of(Path(name)) for name in names} == {"IdealpointestimatesAll"}
    assert LOADER.name_of(Path("IdealpointestimatesHumanRights_Apr2020.csv")) == "IdealpointestimatesHumanRights"


def test_broken_and_other_files(tmp_path: Path) -> None:
    cut = written(tmp_path, ALL, "1,2,1,42,1.6,0,0,0,USA,United States")
    cut.write_bytes(cut.read_bytes()[:-4])
    with pytest.raises(LoadError, match="line 2 does not end"):
        Told().load(cut)
    with pytest.raises(LoadError, match="line 2 has 3 cells"):
        Told().load(written(tmp_path, ALL, "1,2,1"))
    other = written(tmp_path, "StateAbb,CCode,StateNme", "USA,2,United States of America")
    assert loader_for(Head.of(other)) is None
    with pytest.raises(LoadError, match="no column ccode"):
        LOADER.load(other, Sink(Told().connection, 1))


@here
def test_the_figures_of_the_folder() -> None:
    told = folder("unga_idealpoints")
    assert told.kinds == ["voeten-ideal-points"] * 2  # the list of codes is no publication
    sessions = "count(*), min(session), max(session), count(state), max(public)"
    assert told.one(f"SELECT {sessions} FROM told.ideal_points WHERE subject = 'all'") == (
        *(10_469, 1, 74, 10_469, date(2020, 4, 30)),
    )
    rights = (MATERIAL / "unga_idealpoints" / "IdealpointestimatesHumanRights_Apr2020.csv").read_bytes()
    assert told.one("SELECT count(*) FROM told.ideal_points WHERE subject = 'human-rights'") == rights.count(b"\n") - 1
    twice = (
        "SELECT state, session, list(code_told ORDER BY point) FROM told.ideal_points GROUP BY ALL HAVING count(*) > 1"
    )
    assert told.rows(twice.replace("GROUP BY ALL", "GROUP BY state, session, subject")) == [
        ("CHN", 26, ["710", "713"])  # in the 26th session the seat of China passed from one government to the other
    ]
    assert not told.remarks("lost")
