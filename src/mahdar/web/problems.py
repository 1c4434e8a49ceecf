"""What can go wrong with a request: one form for programs (RFC 9457), a page for people."""

from __future__ import annotations

from http import HTTPStatus


class Problem(Exception):  # noqa: N818  # the name of RFC 9457
    """A request that cannot be met. `detail` is a translated sentence; `headers` go with the answer."""

    status = 400

    def __init__(self, detail: str, *, status: int | None = None, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.status = status or type(self).status
        self.headers = headers or {}

    def to_dict(self, instance: str) -> dict[str, object]:
        """The object of `application/problem+json`."""
        return problem(self.status, self.detail, instance)


class NotFound(Problem):
    """There is no such thing."""

    status = 404


class Invalid(Problem):
    """A parameter or a field is not what it has to be."""

    status = 422


class Forbidden(Problem):
    """Somebody may not do that."""

    status = 403


class SignIn(Problem):
    """Nobody has said who he is."""

    status = 401


class TooLarge(Problem):
    """More bytes than are taken."""

    status = 413


class TooMany(Problem):
    """More requests than one client may make."""

    status = 429


def problem(status: int, detail: str, instance: str) -> dict[str, object]:
    """`type` is `about:blank`: the status says what kind of problem it is."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": instance,
    }
