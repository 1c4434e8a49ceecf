"""What the record holds, as frozen rows: one fact from one source is one row.

States are ISO 3166-1 alpha-3 (former states ISO 3166-3: SUN, YUG, CSK, DDR, YMD; the United Arab Republic is EGY).
Whole days are `datetime.date`; what a source gives less exactly is an `Interval`. `None` means not found, never zero.
"""

from mahdar.record.rows.assembly import AssemblyDecision, RollCall
from mahdar.record.rows.base import Coverage, LazyVotes, Row, Source, Topical, as_dict
from mahdar.record.rows.council import ArriaMeeting, Decision, Meeting, Presidency, ProceduralVote, Term
from mahdar.record.rows.organisation import MemberEvent, Office, Treaty, TreatyAction
from mahdar.record.rows.rights import HrcDecision, HrcTerm, Mandate, Recommendations, Review, ReviewSession
from mahdar.record.rows.sanctions import Listing, Regime, SanctionsBody

__all__ = [
    "ArriaMeeting",
    "AssemblyDecision",
    "Coverage",
    "Decision",
    "HrcDecision",
    "HrcTerm",
    "LazyVotes",
    "Listing",
    "Mandate",
    "Meeting",
    "MemberEvent",
    "Office",
    "Presidency",
    "ProceduralVote",
    "Recommendations",
    "Regime",
    "Review",
    "ReviewSession",
    "RollCall",
    "Row",
    "SanctionsBody",
    "Source",
    "Term",
    "Topical",
    "Treaty",
    "TreatyAction",
    "as_dict",
]
