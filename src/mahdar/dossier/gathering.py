"""All that the record has on a state, gathered from every mechanism."""

from __future__ import annotations

from collections.abc import Iterator

from mahdar.checking.dossier import Filed, dossier, dossiers
from mahdar.checking.wording import table as table_name
from mahdar.dossier import assembly_part, council_part, rights_part, sanctions_part
from mahdar.dossier.official import Covered, Happening, OfficialRecord
from mahdar.dossier.shapes import Origin, maybe, moment
from mahdar.edtf import Interval
from mahdar.export.kept import Moment
from mahdar.record.access import Record


def official_record(state: str, record: Record) -> OfficialRecord:
    """What the record has on a state (ISO alpha-3, as a reading's `state:` ids have it); empty lists where nothing."""
    ballots, cast = council_part.cast(state, record)
    return OfficialRecord(
        timeline=tuple(map(_happening, dossier(state, record))),
        seats=(*council_part.seats(state, record), *rights_part.seats(state, record)),
        presidencies=tuple(council_part.presidencies(state, record)),
        decisions=tuple(council_part.decisions(state, record)),
        vetoes_cast=tuple(cast["veto"]),
        votes_against=tuple(cast["no"]),
        abstentions=tuple(cast["abstain"]),
        ballots=ballots,
        sanctions=tuple(sanctions_part.sanctions(state, record)),
        listings=tuple(sanctions_part.listings(state, record)),
        reviews=tuple(rights_part.reviews(state, record)),
        treaties=tuple(rights_part.treaties(state, record)),
        mandates=tuple(rights_part.mandates(state, record)),
        arria=tuple(council_part.arria(state, record)),
        assembly=tuple(assembly_part.decisions(state, record)),
        assembly_years=tuple(assembly_part.years(state, record)),
        rights_council=tuple(rights_part.resolutions(state, record)),
        coverage=tuple(_coverage(state, record)),
    )


def _happening(filed: Filed) -> Happening:
    line = filed.line
    return Happening(
        when=Moment.of(line.when),
        after=maybe(line.after),
        mechanism=filed.mechanism,
        what=line.what,
        origin=Origin.of(line.row, line.symbol),
    )


def _coverage(state: str, record: Record) -> Iterator[Covered]:
    """What the tables of the timeline declare, of this state or of all."""
    for table in dict.fromkeys(name for part in dossiers().values() for name in part.tables):
        for one in record.declared(table):
            if one.part in ("", state) or not (len(one.part) == 3 and one.part.isupper()):
                when = moment(Interval(one.first, one.last, "day"))
                yield Covered(table, table_name(table), one.part, when, one.complete, one.note)
