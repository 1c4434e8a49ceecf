"""Sanctions of the Security Council: the regimes and whom they bind."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.sanctions import regimes

MECHANISM = Mechanism(
    "sanctions",
    (regimes.find,),
    (Kind("sanctions.regime", regimes.check, regimes.facts),),
)
