"""What this process has done since it began, in numbers: read at /metrics by Prometheus.

Nothing that a person typed is ever a label; there are only routes, methods, statuses and outcomes.
Of several processes each keeps its own figures in memory, and any of them answers for all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from prometheus_client import (
    REGISTRY,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Metric,
    generate_latest,
)
from prometheus_client.registry import Collector

from server.watching.account import NONE, Figures, Labels, total

ITS_OWN = {"process_start_time_seconds", "process_max_fds", "python_info"}  # these have no sum
CREATED = "_created"  # when a figure was first counted: that has no sum either
SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 60)

REQUESTS = Counter("chainlight_requests", "Answers sent.", ["method", "route", "status"])
REQUEST_SECONDS = Histogram(
    "chainlight_request_seconds",
    "From a request's first line to the last byte of its answer.",
    ["route"],
    buckets=SECONDS,
)
AT_ONCE = Gauge("chainlight_requests_at_once", "Requests being answered now.")
UNFAIR = Counter("chainlight_unfair", "Requests refused because there were too many.", ["reason"])
WAITING = Gauge("chainlight_heavy_waiting", "Jobs that wait for the heavy lane.")
JOB_SECONDS = Histogram(
    "chainlight_heavy_seconds",
    "Time that a job spent in the heavy lane, without waiting.",
    ["task", "outcome"],
    buckets=SECONDS,
)
KILLS = Counter("chainlight_heavy_kills", "Worker processes that were stopped.", ["reason"])
STARTS = Counter("chainlight_heavy_starts", "Worker processes that were started.")
REMEMBERED = Counter("chainlight_cache", "Questions to the cache of programs.", ["outcome"])
KEPT_BYTES = Gauge("chainlight_cache_bytes", "What the cache takes, about.")


def figures() -> Figures:
    """What this process has counted, to be told to others."""
    found = Figures({}, {})
    for family in REGISTRY.collect():
        into = found.now if family.type == "gauge" else found.counted
        if family.name in ITS_OWN:
            continue
        for sample in family.samples:
            if not sample.name.endswith(CREATED):
                into[family.name, sample.name, tuple(sample.labels.items())] = sample.value
    return found


def text(others: Figures = NONE) -> bytes:
    """All of it, with what other processes counted, as Prometheus reads it."""
    together = CollectorRegistry()
    together.register(Sums(total([figures(), others])))
    return generate_latest(together)


class Sums(Collector):
    """Figures under the names and descriptions that they have here."""

    def __init__(self, found: Figures) -> None:
        self._of: dict[str, list[tuple[str, Labels, float]]] = defaultdict(list)
        for (family, name, labels), value in (found.counted | found.now).items():
            self._of[family].append((name, labels, value))

    def collect(self) -> Iterable[Metric]:
        for family in REGISTRY.collect():
            yield family if family.name in ITS_OWN else self._summed(family)

    def _summed(self, family: Metric) -> Metric:
        summed = Metric(family.name, family.documentation, family.type)
        for name, labels, value in self._of[family.name]:
            summed.add_sample(name, dict(labels), value)
        return summed
