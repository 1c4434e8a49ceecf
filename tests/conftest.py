"""What holds for all tests: hypothesis has no limits on time, which a busy machine would break."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("mahdar", deadline=None)
settings.load_profile("mahdar")
