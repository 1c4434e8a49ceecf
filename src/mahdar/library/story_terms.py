"""The numbers of words and facts that the stories compare, and what each weighs.

Numbers are given once and stay. Weights are those of the last time that all was weighed; a word or fact met since has
the one that it was given when it was met.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray
from sqlalchemy.engine import Connection

from mahdar.accounts.features import Features
from mahdar.accounts.rarity import Rarity, share, weigh
from mahdar.library.schema import story_features, story_state, story_terms
from mahdar.library.story_packing import numbers_of

_MANY = 400  # names asked for at once
_LONGEST = 200  # characters of a name; PostgreSQL has no index on long texts
_WEIGHTS = "weights"

Numbers = NDArray[np.int32]
Weights = NDArray[np.float64]


class KeptRarity(Rarity):
    """Weights as they are kept; `names` and `shown` are known of what was learnt alone."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self._weights = weights
        self.names = [""] * len(weights)
        self.shown = [""] * len(weights)

    def learn(self, numbers: Iterable[int], names: Iterable[str], shown: Iterable[str]) -> None:
        """What some numbers stand for."""
        for number, name, form in zip(numbers, names, shown, strict=True):
            self.names[number], self.shown[number] = name, form

    def reweigh(self, weights: Weights) -> None:
        """Put other weights in place of all."""
        self._weights = weights

    def grow(self, weights: Weights) -> None:
        """Take in what was met for the first time, numbered on from the last."""
        self._weights = np.concatenate([self._weights, weights])
        self.names += [""] * len(weights)
        self.shown += [""] * len(weights)


def kept_rarity(connection: Connection) -> KeptRarity:
    """All weights, and no names."""
    packed = connection.scalar(sa.select(story_state.c.value).where(story_state.c.name == _WEIGHTS))
    weights = np.frombuffer(packed or b"", "<f8").astype(np.float64)
    asked = sa.select(story_terms.c.weight).where(story_terms.c.number >= len(weights)).order_by(story_terms.c.number)
    since = np.array(list(connection.scalars(asked)), dtype=np.float64)
    return KeptRarity(np.concatenate([weights, since]))


def up_to_date(connection: Connection, former: KeptRarity | None) -> KeptRarity:
    """The weights read before, where no other process met anything since; else all of them again."""
    last = connection.scalar(sa.select(sa.func.max(story_terms.c.number)))
    known = former is not None and len(former.names) == (0 if last is None else int(last) + 1)
    return former if former is not None and known else kept_rarity(connection)


def learn(connection: Connection, rarity: KeptRarity, numbers: Iterable[int] | None = None) -> None:
    """Fill in the names of these numbers, or of all."""
    columns = sa.select(story_terms.c.number, story_terms.c.name, story_terms.c.shown)
    chunks: Iterable[sa.ColumnElement[bool]] = [sa.true()]
    if numbers is not None:
        listed = sorted(set(numbers))
        chunks = (story_terms.c.number.in_(listed[at : at + _MANY]) for at in range(0, len(listed), _MANY))
    for condition in chunks:
        for row in connection.execute(columns.where(condition)):
            rarity.learn([row.number], [row.name], [row.shown])


def numbered(connection: Connection, local: Rarity, made: Iterable[Features], rarity: KeptRarity) -> Numbers:
    """The kept number of each feature of a batch that `local` numbers; what is new is given the next, and a weight."""
    names = [_term(name) for name in local.names]
    known = _known(connection, names, local.shown)
    fresh = [n for n, name in enumerate(names) if name not in known]
    if fresh:
        weights = _first_weights(connection, local, made)[fresh]
        first = len(rarity.names)
        rows = [
            {"number": first + at, "name": names[n], "shown": local.shown[n], "weight": float(weights[at])}
            for at, n in enumerate(fresh)
        ]
        connection.execute(sa.insert(story_terms), rows)
        rarity.grow(weights)
        known |= {names[n]: first + at for at, n in enumerate(fresh)}
    numbers = np.array([known[name] for name in names], dtype=np.int32)
    rarity.learn(numbers.tolist(), local.names, local.shown)
    return numbers


def _known(connection: Connection, names: Sequence[str], shown: Sequence[str]) -> dict[str, int]:
    """The numbers of the features that are there already; people are shown the shortest form of all."""
    forms = dict(zip(names, shown, strict=True))
    known: dict[str, int] = {}
    shorter = []
    columns = sa.select(story_terms.c.name, story_terms.c.number, story_terms.c.shown)
    for at in range(0, len(names), _MANY):
        for row in connection.execute(columns.where(story_terms.c.name.in_(names[at : at + _MANY]))):
            known[row.name] = row.number
            form = forms[row.name]
            if (len(form), form) < (len(row.shown), row.shown):
                shorter.append({"n": row.number, "form": form})
    if shorter:
        told = sa.update(story_terms).where(story_terms.c.number == sa.bindparam("n"))
        connection.execute(told.values(shown=sa.bindparam("form")), shorter)
    return known


def _first_weights(connection: Connection, local: Rarity, made: Iterable[Features]) -> Weights:
    """What the features of a batch weigh by the tables, by the batch and by how many reports there are."""
    reports = int(connection.execute(sa.select(sa.func.count()).select_from(story_features)).scalar_one())
    counts = np.bincount(_joined([report.numbers for report in made]), minlength=len(local.names))
    return weigh(np.array([share(name) for name in local.names]), counts, reports)


def weighed(connection: Connection) -> KeptRarity:
    """All features weighed anew by all kept reports, whatever the order in which they came."""
    rarity = kept_rarity(connection)
    learn(connection, rarity)
    counts, reports = np.zeros(len(rarity.names), dtype=np.int64), 0
    asked = sa.select(story_features.c.data).execution_options(yield_per=500)
    for data in connection.execute(asked).scalars():
        counts[numbers_of(data)] += 1  # a report has each of its numbers once
        reports += 1
    rarity.reweigh(weigh(np.array([share(name) for name in rarity.names]), counts, reports))
    return rarity


def keep_weights(connection: Connection, rarity: KeptRarity) -> None:
    """Let these be the weights from now on."""
    connection.execute(sa.delete(story_state).where(story_state.c.name == _WEIGHTS))
    packed = rarity.weights().astype("<f8").tobytes()
    connection.execute(sa.insert(story_state), [{"name": _WEIGHTS, "value": packed}])


def _joined(arrays: Sequence[Numbers]) -> Numbers:
    return np.concatenate(arrays) if arrays else np.array([], dtype=np.int32)


def _term(name: str) -> str:
    """A feature as it is kept: a very long one by its beginning and its digest."""
    if len(name) <= _LONGEST:
        return name
    return name[: _LONGEST - 64] + sha256(name.encode("utf-8", "replace")).hexdigest()
