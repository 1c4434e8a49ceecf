"""How new a record is: the last day on which a copy of one of its sources was made."""

from __future__ import annotations

from mahdar.edtf import Interval
from mahdar.record.asking.entries import Origins
from mahdar.record.opened import Store


def retrieved_until(store: Store) -> str | None:
    """The latest day, month or year of retrieval among the sources (EDTF); None where no source says one."""
    told = (str(source.retrieved) for source in Origins(store).sources.values() if source.retrieved)
    ends = [one.rpartition("/")[2] for one in told]
    known = [(Interval.parse(one).last, one) for one in ends if one != ".."]
    return max(((day, one) for day, one in known if day), default=(None, None))[1]
