"""Spans and moments as the settings and the database write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mahdar.watch.moments import later, moment, seconds, span, stamp


@pytest.mark.parametrize(
    ("text", "count"), [("30s", 30), ("15m", 900), (" 2h ", 7_200), ("1d", 86_400), ("366d", 31_622_400)]
)
def test_spans(text: str, count: int) -> None:
    assert seconds(text) == count
    assert seconds(span(count)) == count


@pytest.mark.parametrize("text", ["", "0m", "5", "m", "1.5h", "-1h", "1w", "367d", "9999999s", "٥m"])
def test_what_is_no_span(text: str) -> None:
    with pytest.raises(ValueError, match="no span of time"):
        seconds(text)


def test_moments_are_ordered_as_texts_and_come_back() -> None:
    now = datetime(2024, 3, 29, 23, 59, 59, 999_000, timezone(timedelta(hours=3)))
    assert stamp(now) == "2024-03-29T20:59:59.999Z"
    assert moment(stamp(now)) == now
    assert stamp(now) < later(now, 0.002) < later(now, 60) < later(now, 1e12)
    assert moment(later(now, 1e12)) == now.astimezone(UTC) + timedelta(days=366)
