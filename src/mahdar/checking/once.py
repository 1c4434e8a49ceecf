"""What is worked out of a scene once and kept with it; it goes with the scene, so that nothing holds on to a report."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from mahdar.checking.view import View

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V", bound=View)


def once(build: Callable[Concatenate[V, P], T]) -> Callable[Concatenate[V, P], T]:
    """Like `functools.cache`, for a function of a scene and plain values; what it gives is kept in the scene."""

    @wraps(build)
    def known(scene: V, /, *args: P.args, **kwargs: P.kwargs) -> T:
        memo: dict[Hashable, T] = scene.memo
        key = (build, *args) if args else build
        try:
            return memo[key]
        except KeyError:
            memo[key] = found = build(scene, *args, **kwargs)
            return found

    return known
