"""Why a reading is as it is: for one place of a report, what was read there, by which rule, from which table row."""

from __future__ import annotations

from mahdar.explain.explanation import Explanation, explain

__all__ = ["Explanation", "explain"]
