"""Which states an agenda item concerns: the record's own reading, so that loaded rows are read alike."""

from __future__ import annotations

from mahdar.record.agenda import Concern, concern

__all__ = ["Concern", "concern"]
