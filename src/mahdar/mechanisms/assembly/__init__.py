"""The General Assembly: its resolutions and votes."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.assembly import decisions

MECHANISM = Mechanism(
    "assembly",
    (decisions.find,),
    (
        Kind("assembly.resolution", decisions.check_resolution, nouns=("resolution",), repeats=True),
        Kind("assembly.vote", decisions.check_vote, decisions.vote_facts),
    ),
)
