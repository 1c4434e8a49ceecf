"""Counts of vetoes: how many a state cast in some years, in which it cast none, and when it had last cast one."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value
from tests.generated.harder.draws import PERMANENT, Draw, two, without
from tests.generated.words import named

_FIRST, _LAST = 1997, 2024  # whole years for which the table of vetoes is complete


def prepare(record: Record) -> Draw:
    days = {by: sorted((row.date, row.topic_states) for row in record.vetoes(by=by)) for by in PERMANENT}

    def draw(random: Random) -> Drawn | None:
        by = random.choice(("RUS", "USA", "CHN"))
        first = random.randint(_FIRST, _LAST - 4)
        last = random.randint(first + 3, _LAST)
        cast = [when for when, _ in days[by] if first <= when.year <= last]
        if len(cast) < 3:
            return None
        when, about = random.choice([one for one in days[by] if one[0].year >= _FIRST])
        previous = [day for day, _ in days[by] if day < when]
        outside = two(random, without(PERMANENT, about))
        blanks: dict[str, Value] = {
            "V": by, "y1": first, "y2": last, "n": len(cast), "less": len(cast) - 1, "more": len(cast) + 1,
            "wn": 2 * len(cast) + 7, "few": max(1, len(cast) // 2 - 1), "N": outside[0], "N2": outside[1],
            "last": cast[-1].year, "D": when, "idle": random.choice(_idle(days["FRA"], when.year)),
            "Z": random.choice(("FRA", "GBR")), "busy": cast[0].year,
        }  # fmt: skip
        if len(about) == 1 and named(about):
            blanks["T"] = about[0]
            same = [day for day, topics in days[by] if topics == about and first <= day.year <= last]
            blanks |= {"t": len(same)} if len(same) > 1 else {}
        if previous and (when - previous[-1]).days > 400 and previous[-1].year < when.year - 1:
            blanks |= {"P": previous[-1].year, "DP": previous[-1], "none": previous[-1].year + 1}
        published = max(when + timedelta(20), date(last, 12, 30))
        return Drawn(published, blanks)

    return draw


def _idle(days: list[tuple[date, tuple[str, ...]]], year: int) -> list[int]:
    """Years up to then in which France and Britain, who last cast one together in 1989, cast none."""
    used = {when.year for when, _ in days}
    return [one for one in range(_FIRST, year + 1) if one not in used]
