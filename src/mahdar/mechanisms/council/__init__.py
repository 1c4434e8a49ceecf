"""The Security Council: its seats, meetings, decisions and vetoes."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.council import (
    agenda,
    decisions,
    deeds,
    meetings,
    presidencies,
    seats,
    singled,
    sittings,
    veto_checks,
    vetoes,
    vote_checks,
)

MECHANISM = Mechanism(
    "council",
    (seats.find, presidencies.find, meetings.find, decisions.find, deeds.find, vetoes.find, agenda.find),
    (
        Kind("council.size", seats.check_size, standing=True),
        Kind("council.member", seats.check_member, seats.member_facts, standing=True, repeats=True),
        Kind("council.presidency", presidencies.check_presidency, presidencies.presidency_facts, repeats=True),
        Kind(
            "council.meeting", sittings.check_meeting, sittings.meeting_facts, nouns=("council.meeting",), repeats=True
        ),
        Kind("council.discussed", sittings.check_discussed, repeats=True),
        Kind(
            "council.resolution",
            decisions.check_resolution,
            decisions.resolution_facts,
            nouns=("resolution",),
            repeats=True,
        ),
        Kind("council.vote", vote_checks.check_vote, vote_checks.vote_facts, singled=singled.vote),
        Kind(
            "council.veto",
            veto_checks.check_veto,
            veto_checks.veto_facts,
            nouns=("veto", "veto_verb"),
            repeats=True,
            singled=singled.veto,
        ),
        Kind("council.veto_count", veto_checks.check_count),
    ),
)
