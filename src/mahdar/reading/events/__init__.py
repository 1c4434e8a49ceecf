"""Events: which happenings a report asserts, as PLOVER event types with actors, recipients and days."""

from mahdar.reading.events.reader import events

__all__ = ["events"]
