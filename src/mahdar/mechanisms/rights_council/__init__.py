"""The Human Rights Council: its seats and resolutions."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.rights_council import claims, member_checks, members

MECHANISM = Mechanism(
    "rights_council",
    (claims.find,),
    (
        Kind("rights_council.size", claims.check_size, standing=True),
        Kind("rights_council.member", member_checks.check_member, members.member_facts, standing=True, repeats=True),
        Kind("rights_council.resolution", claims.check_resolution, nouns=("resolution",), repeats=True),
    ),
)
