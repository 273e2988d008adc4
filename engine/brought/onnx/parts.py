"""How many parts a protobuf file has, counted on its bytes before any of them is made.

Two bytes are enough to ask for a message that takes a hundred and fifty in memory. Each field
begins with its number and its sort; the format's description says which are messages again.
"""

from __future__ import annotations

from typing import Any

VARINT, EIGHT, WITH_LENGTH, FOUR = 0, 1, 2, 5
FIXED = {EIGHT: 8, FOUR: 4}
LONGEST_NUMBER = 10  # bytes
DEEPEST = 100  # messages within messages: what protobuf itself allows


class _Torn(Exception):
    """The bytes are no protobuf, or end too early."""


def parts(letters: bytes, description: Any, most: int) -> int | None:
    """Messages, words and blocks of numbers; None if it is torn, and no further than `most`."""
    inside: dict[str, dict[int, Any]] = {}  # the fields that are messages, by message
    waiting = [(0, len(letters), description, 0)]
    count = 0
    try:
        while waiting and count <= most:
            at, end, description, depth = waiting.pop()
            _require_level(depth)
            name = description.full_name
            if name not in inside:
                inside[name] = {f.number: f.message_type for f in description.fields}
            fields = inside[name]
            while at < end and count <= most:
                tag, at = _number(letters, at, end)
                start, at = _skipped(letters, tag & 7, at, end)
                count += 1
                field = fields.get(tag >> 3)
                if tag & 7 == WITH_LENGTH and field is not None and at > start:
                    waiting.append((start, at, field, depth + 1))
    except _Torn:
        return None
    return count


def _require_level(depth: int) -> None:
    if depth > DEEPEST:
        raise _Torn


def _skipped(letters: bytes, sort: int, at: int, end: int) -> tuple[int, int]:
    """Where the content of a field begins and ends."""
    start = at
    if sort == VARINT:
        _, at = _number(letters, at, end)
    elif sort == WITH_LENGTH:
        length, start = _number(letters, at, end)
        at = start + length
    elif sort in FIXED:
        at += FIXED[sort]
    else:
        raise _Torn
    if at > end:
        raise _Torn
    return start, at


def _number(letters: bytes, at: int, end: int) -> tuple[int, int]:
    """Seven bits in each byte, the lowest first; the eighth says that there are more."""
    number = 0
    for place in range(LONGEST_NUMBER):
        if at >= end:
            raise _Torn
        byte = letters[at]
        number |= (byte & 127) << (7 * place)
        at += 1
        if byte < 128:
            return number, at
    raise _Torn
