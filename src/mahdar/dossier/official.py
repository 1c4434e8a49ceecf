"""What the record has on a state, by mechanism; every item with its time and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mahdar.checking.wording import Pair
from mahdar.dossier.shapes import Origin
from mahdar.export.kept import Moment


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the timeline. `when` is None for what only comes after something: it stands behind `after` then."""

    when: Moment | None
    after: Moment | None
    mechanism: str
    what: Pair
    origin: Origin


@dataclass(frozen=True, slots=True)
class Seat:
    """A term on `council` (`seat` is permanent or elected) or `rights_council`; `ended` says why it ended early."""

    body: str
    seat: str
    when: Moment
    ended: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Presidency:
    """A month in the chair of the Security Council."""

    when: Moment
    origin: Origin


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision of a body (`council`, `assembly`, `rights_council`); counts are None where they are not known.

    `own` is how the state of the dossier voted: yes, no, abstain, absent, veto, or None: no vote of it is known.
    `about` tells whether the decision concerns that state. `votes` maps states to their votes, as far as known.
    """

    body: str
    symbol: str
    title: str
    when: Moment | None
    outcome: str
    mode: str
    yes: int | None
    no: int | None
    abstain: int | None
    vetoed_by: tuple[str, ...]
    own: str | None
    about: bool
    votes: Mapping[str, str]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Ballots:
    """How often the state voted which way in the Council, in votes of which its vote is known."""

    yes: int
    no: int
    abstain: int
    absent: int
    veto: int


@dataclass(frozen=True, slots=True)
class AssemblyYear:
    """Recorded votes of a year in which the state's vote is known, by way.

    `alike` maps each permanent member to (votes in which both voted the same way, votes in which both voted yes, no
    or abstained).
    """

    year: int
    yes: int
    no: int
    abstain: int
    absent: int
    alike: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Sanction:
    """A regime against the state, its committee, or a body that watches it; `kind` is regime, committee or body.

    `status` is active, ended or disputed for a regime, else empty. `ended_by` is a symbol or words.
    """

    kind: str
    name: str
    when: Moment | None
    status: str
    ended_by: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry of the consolidated list under a regime against the state; `removed` None: the last snapshot has it."""

    reference: str
    kind: str
    name: str
    listed: Moment
    removed: Moment | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Recommended:
    """Recommendations of a review as one publication counts them (rows of another stage or counting never mix)."""

    stage: str
    counting: str
    received: int | None
    supported: int | None
    partly: int | None
    noted: int | None
    pending: int | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A turn in the Universal Periodic Review; `status` says why it was not held then."""

    cycle: int
    session: int
    when: Moment
    held: bool
    status: str
    recommendations: tuple[Recommended, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class TreatyStep:
    """One act of the state about a treaty, as its depositary lists it."""

    action: str
    when: Moment
    note: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class TreatyStanding:
    """A treaty with what the state did about it, in order of time; `standing`: party, signatory, withdrawn, none."""

    treaty: str
    title: Pair
    standing: str
    steps: tuple[TreatyStep, ...]


@dataclass(frozen=True, slots=True)
class Mandated:
    """A holder of a country mandate on the state; `holder` may be empty. Open ends: no end was found."""

    title: str
    kind: str
    holder: str
    role: str
    when: Moment | None
    held: Moment | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Arria:
    """An Arria-formula meeting; `part` is about, convened or co-hosted."""

    part: str
    title: str
    when: Moment
    conveners: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Covered:
    """What a table declares: only where it is complete does absence from it prove anything."""

    table: str
    name: Pair
    part: str
    when: Moment
    complete: bool
    note: str


@dataclass(frozen=True, slots=True)
class OfficialRecord:
    """Everything that the record has on a state; lists are in order of time."""

    timeline: tuple[Happening, ...]
    seats: tuple[Seat, ...]
    presidencies: tuple[Presidency, ...]
    decisions: tuple[Decided, ...]
    vetoes_cast: tuple[Decided, ...]
    votes_against: tuple[Decided, ...]
    abstentions: tuple[Decided, ...]
    ballots: Ballots
    sanctions: tuple[Sanction, ...]
    listings: tuple[Listed, ...]
    reviews: tuple[Reviewed, ...]
    treaties: tuple[TreatyStanding, ...]
    mandates: tuple[Mandated, ...]
    arria: tuple[Arria, ...]
    assembly: tuple[Decided, ...]
    assembly_years: tuple[AssemblyYear, ...]
    rights_council: tuple[Decided, ...]
    coverage: tuple[Covered, ...]
