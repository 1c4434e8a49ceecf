"""Country mandates of the Human Rights Council and bodies of experts of the Security Council."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.mandates import checks, claims

MECHANISM = Mechanism("mandates", (claims.find,), (Kind("mandate.exists", checks.check, checks.facts, standing=True),))
