"""What this process has done since it began, in numbers: read at /metrics by Prometheus.

Nothing that a person typed is ever a label; there are only routes, methods, statuses and outcomes.
With several processes each writes to the folder that PROMETHEUS_MULTIPROC_DIR names, and any of
them answers for all.
"""

from __future__ import annotations

import os

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.multiprocess import MultiProcessCollector

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
CONTENT_TYPE = CONTENT_TYPE_LATEST
SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60)

REQUESTS = Counter("chainlight_requests", "Answers sent.", ["method", "route", "status"])
REQUEST_SECONDS = Histogram(
    "chainlight_request_seconds",
    "From a request's first line to the last byte of its answer.",
    ["route"],
    buckets=SECONDS,
)
AT_ONCE = Gauge(
    "chainlight_requests_at_once", "Requests being answered now.", multiprocess_mode="livesum"
)
UNFAIR = Counter("chainlight_unfair", "Requests refused because there were too many.", ["reason"])
WAITING = Gauge(
    "chainlight_heavy_waiting", "Jobs that wait for the heavy lane.", multiprocess_mode="livesum"
)
JOB_SECONDS = Histogram(
    "chainlight_heavy_seconds",
    "Time that a job spent in the heavy lane, without waiting.",
    ["task", "outcome"],
    buckets=SECONDS,
)
KILLS = Counter("chainlight_heavy_kills", "Worker processes that were stopped.", ["reason"])
STARTS = Counter("chainlight_heavy_starts", "Worker processes that were started.")
REMEMBERED = Counter("chainlight_cache", "Questions to the cache of programs.", ["outcome"])
KEPT_BYTES = Gauge(
    "chainlight_cache_bytes", "What the cache takes, about.", multiprocess_mode="livesum"
)


def text() -> bytes:
    """All of it, as Prometheus reads it."""
    if FOLDER not in os.environ:
        return generate_latest(REGISTRY)
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]  # it ships no types
    return generate_latest(together)
