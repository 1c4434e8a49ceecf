"""Offices of the United Nations and who holds them."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.offices import checks, claims

MECHANISM = Mechanism("offices", (claims.find,), (Kind("official.holds", checks.check, checks.facts),))
