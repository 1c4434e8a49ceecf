"""What is contradicted in sentences that assert nothing."""

from __future__ import annotations

from mahdar.model import Claim
from tests.generated.neutral.filling import Neutral
from tests.held import judged


def contradicted(sentence: Neutral) -> list[Claim]:
    """The claims of a sentence that are refuted or in conflict: all of them wrongly."""
    return [c for c in judged(sentence.text, sentence.published) if c.verdict in ("refuted", "conflicting")]
