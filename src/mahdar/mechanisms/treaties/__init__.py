"""Human-rights treaties and the states bound by them."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.treaties import parties

MECHANISM = Mechanism(
    "treaties",
    (parties.find,),
    (Kind("treaty.party", parties.check, parties.facts),),
)
