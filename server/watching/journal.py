"""What the server writes down: one line of JSON for each event, and never what a person typed.

An error is written as its type and the lines of our code it passed; its message may hold a text,
so that is left out.
"""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType

LOGGER = "chainlight"
FIELDS = "fields"  # of a record: what belongs to the event
NEAREST = 8  # frames of a fault; the ones before are the framework's
log = logging.getLogger(LOGGER)


class Lines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told: dict[str, object] = {
            "time": when,
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        told |= getattr(record, FIELDS, {})
        if record.exc_info and record.exc_info[0] is not None:
            told |= {"error": record.exc_info[0].__name__, "frames": _frames(record.exc_info[2])}
        return json.dumps(told, ensure_ascii=True)


def begin(level: str) -> None:
    """Write to stderr what is at least so grave."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    for name in (LOGGER, "uvicorn", "uvicorn.error"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
    log.setLevel(level.upper())
    logging.getLogger("uvicorn").setLevel(logging.WARNING)


def note(event: str, level: int = logging.INFO, **fields: object) -> None:
    """Write an event down."""
    log.log(level, event, extra={FIELDS: fields})


def _frames(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-NEAREST:]
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
