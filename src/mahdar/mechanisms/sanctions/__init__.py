"""Sanctions of the Security Council: the regimes, whom they bind, and who is on the list."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.sanctions import listing_checks, listings, regime_checks, regimes

MECHANISM = Mechanism(
    "sanctions",
    (regimes.find, listings.find),
    (
        Kind("sanctions.regime", regime_checks.check, regime_checks.facts),
        Kind("sanctions.listing", listing_checks.check),
    ),
)
