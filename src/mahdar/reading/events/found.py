"""An event as the grammars hand it over, before actors, time and span are known."""

from __future__ import annotations

from dataclasses import dataclass

from mahdar.reading.events.senses import CARRIER, DUTY, Sense


@dataclass(frozen=True, slots=True)
class Found:
    """Hit ``deed`` names the happening of this type and hit ``verb`` asserts it (the same hit, or a carrier).

    ``passive``: the verb's subject suffers the deed. ``sense`` is the table row that decided. ``main``: behind the
    object of an act of speech the main clause goes on with it (condemned the coup and suspended aid).
    """

    type: str
    deed: int
    verb: int
    sense: Sense
    passive: bool = False
    main: bool = False


def is_declared(found: Found) -> bool:
    """Whether the event is the declaration itself, a demand or a threat, and not what is demanded or threatened."""
    return found.sense.form == DUTY or found.type != found.sense.type != CARRIER
