"""What dossiers and exports ask of a library, on each database."""

from __future__ import annotations

from mahdar.dossier.person import people_called
from mahdar.dossier.sending import send
from mahdar.dossier.state import state_dossier
from mahdar.export.kept import Kept
from mahdar.library.opened import Library
from mahdar.library.reviewing import review
from mahdar.library.reviews import Review
from mahdar.library.searching import Question
from mahdar.pipeline import built_in_record
from tests.library.conftest import ARABIC, ENGLISH, TAKEN, Put, made


class _Taken(list[Kept]):
    def take(self, one: Kept) -> None:
        self.append(one)


def test_reports_come_one_by_one_with_what_people_decided(library: Library, put: Put) -> None:
    more = (made(f"{ENGLISH}{k}", f"n{k}") for k in range(120))
    put(made(ARABIC, "a"), made(ENGLISH, "b", url="https://x.example/b"), *more)
    taken = _Taken()
    assert send(library, [taken]) == len(taken) == 122
    said = taken[1].reading.statements[0]
    review(library, Review("b", "statement", "confirm", "Amal", start=said.start, end=said.end))
    taken = _Taken()
    send(library, [taken], Question(words="sanctions"))
    (decided,) = (one for one in taken if one.decided)
    assert (decided.report.address, decided.report.captured_at) == ("https://x.example/b", TAKEN)
    assert list(decided.decided.values()) == [("Amal",)]


def test_a_dossier_is_gathered(library: Library, put: Put) -> None:
    put(made("China said that the sanctions on North Korea must be eased.\n", "b"))
    told = state_dossier("PRK", built_in_record(), library, most=5).told
    assert told is not None
    assert (told.total, [one.place.report for one in told.said_about]) == (1, ["b"])
    assert people_called("Nobody At All", built_in_record(), library) == {}
