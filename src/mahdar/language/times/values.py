"""What a time expression found in a text is: words, and a meaning that may still need a reference day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mahdar.edtf import Interval

Meaning = Callable[[date], Interval | None]


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """Tokens ``i`` to ``j``, code points ``start`` to ``end`` of the text, are a time.

    ``absolute`` is its meaning where no reference day is needed; otherwise ``relative`` gives the meaning seen from
    a day of publication. Both are None for a time that cannot be resolved at all.
    """

    i: int
    j: int
    start: int
    end: int
    absolute: Interval | None
    relative: Meaning | None = None

    def resolve(self, published: Interval | None) -> Interval | None:
        """The days meant, or None where they cannot be known.

        Where the publication is only known to lie in an interval, the time is resolved only if the first and the
        last of its days give the same answer.
        """
        if self.absolute is not None or self.relative is None:
            return self.absolute
        if published is None or published.first is None or published.last is None:
            return None
        first = self.relative(published.first)
        return first if published.last == published.first or first == self.relative(published.last) else None
