"""The Universal Periodic Review of the Human Rights Council."""

from mahdar.checking.protocol import Kind, Mechanism
from mahdar.mechanisms.review import checks, claims

MECHANISM = Mechanism(
    "review",
    (claims.find,),
    (
        Kind("review.count", checks.check_count, checks.count_facts),
        Kind("review.round", checks.check_round, checks.round_facts),
        Kind("review.recommendations", checks.check_recommendations),
    ),
)
