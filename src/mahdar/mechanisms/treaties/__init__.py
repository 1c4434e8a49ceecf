"""Human-rights treaties and the states bound by them."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.treaties import checks, parties

MECHANISM = Mechanism(
    "treaties",
    (parties.find,),
    (Kind("treaty.party", checks.check, checks.facts, standing=True),),
)
