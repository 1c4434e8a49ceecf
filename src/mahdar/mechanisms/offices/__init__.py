"""Offices of the United Nations and who holds them."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.offices import claims

MECHANISM = Mechanism("offices", (claims.find,), (Kind("official.holds", claims.check, claims.facts),))
