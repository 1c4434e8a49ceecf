"""Membership of the United Nations: who belongs to it since when, and how many."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.membership import claims

MECHANISM = Mechanism(
    "membership",
    (claims.find,),
    (
        Kind("un.member", claims.check_member, claims.facts, standing=True, repeats=True),
        Kind("un.size", claims.check_size, standing=True),
    ),
)
