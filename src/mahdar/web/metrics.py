"""Figures for Prometheus. With several workers they are added up through files (PROMETHEUS_MULTIPROC_DIR)."""

from __future__ import annotations

import os

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
_REQUESTS = Counter("mahdar_requests_total", "Requests answered", ["method", "route", "status"])
_SECONDS = Histogram("mahdar_request_seconds", "Seconds from request to answer", ["route"], buckets=_BUCKETS)
_OPEN = Gauge("mahdar_requests_open", "Requests being answered", multiprocess_mode="livesum")
_READ = Counter("mahdar_reports_read_total", "Reports read through the application", ["outcome"])


def begin() -> None:
    """A request came."""
    _OPEN.inc()


def finish(method: str, route: str, status: int, seconds: float) -> None:
    """A request was answered. `route` is the pattern, of which there are few."""
    _OPEN.dec()
    _REQUESTS.labels(method, route, str(status)).inc()
    _SECONDS.labels(route).observe(seconds)


def read(outcome: str) -> None:
    """A report was read (`kept`, `shown`, `refused`)."""
    _READ.labels(outcome).inc()


def exposed() -> tuple[bytes, str]:
    """All figures of all workers, and the media type."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(), CONTENT_TYPE_LATEST
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry), CONTENT_TYPE_LATEST
