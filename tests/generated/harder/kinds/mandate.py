"""Mandates of the Human Rights Council on one state that has one of its kind alone, and their holders."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from mahdar.record.access import Record
from tests.generated.harder.blanks import Drawn, Value, Words
from tests.generated.harder.draws import Draw, two, without
from tests.generated.words import codes

_BODIES = {
    "commission-of-inquiry": ("commission of inquiry", "لجنة التحقيق"),
    "special-rapporteur": ("special rapporteur on human rights", "المقرر الخاص المعني بحقوق الإنسان"),
    "fact-finding-mission": ("fact-finding mission", "بعثة تقصي الحقائق"),
    "independent-expert": ("independent expert on human rights", "الخبير المستقل المعني بحقوق الإنسان"),
}


def prepare(record: Record) -> Draw:
    known = {code for code in codes() if record.mandates(code)}
    groups = [rows for code in sorted(known) for kind in _BODIES if (rows := record.mandates(code, kind))]
    single = [rows for rows in groups if len({row.symbol for row in rows}) == 1 and rows[0].firm and rows[0].first]
    single = [rows for rows in single if "|" not in rows[0].state]

    def draw(random: Random) -> Drawn | None:
        rows = random.choice(single)
        row = random.choice(rows)
        other = random.choice([group for group in single if group[0].state != row.state])[0]
        first = (row.first and row.first.first) or date.min
        outside = two(random, without(known))
        blanks: dict[str, Value] = {
            "S": row.state, "O": other.state, "N": outside[0], "N2": outside[1], "y": first.year,
            "B": Words(*_BODIES[row.kind]), "wy": first.year - 3,
        }  # fmt: skip
        if row.first and row.first.first and row.first.last and row.first.last - row.first.first < timedelta(32):
            blanks["D"] = row.first.first
        when = first + timedelta(200)
        if row.last and row.last.first:
            blanks |= {"e": row.last.first.year}
            when = row.last.first + timedelta(500)
        else:
            blanks |= {"since": first.year}
        if row.holder and row.role == "holder" and row.holder_first and row.holder_first.first:
            blanks |= {"P": Words(row.holder, row.holder), "h1": row.holder_first.first.year}
            when = max(when, row.holder_first.first + timedelta(200))
            if row.holder_last and row.holder_last.first:
                blanks |= {"h2": row.holder_last.first.year}
                when = max(when, row.holder_last.first + timedelta(400))
        return Drawn(when, blanks)

    return draw
