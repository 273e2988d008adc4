"""JSON as the standard has it, in and out: no NaN tokens, no doubled keys, nothing lost."""

from __future__ import annotations

import json
from collections.abc import Iterable
from json import JSONDecodeError
from typing import Any, NoReturn

from pydantic_core import PydanticSerializationError, to_json
from starlette.responses import JSONResponse

from engine.names import cited
from engine.words import Words
from server.words import NOT_JSON


class NotStrict(Exception):
    """What is wrong with a text that should be JSON: the key of the sentence and its fields."""

    def __init__(self, reason: str, **fields: Any) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fields = fields


def read(body: bytes) -> Any:
    """The value that a body holds, or NotStrict."""
    try:
        text = body.decode("utf-8")
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse_token)
    except UnicodeDecodeError:
        raise NotStrict("not_utf8") from None
    except JSONDecodeError as error:
        if not body.strip():
            raise NotStrict("no_body") from None
        raise NotStrict("not_json", what=_what(error.msg), at=error.pos) from None
    except RecursionError:
        raise NotStrict("json_too_deep") from None
    except ValueError:  # Python reads no whole number of more than 4,300 digits
        raise NotStrict("long_number") from None


def _what(said: str) -> Words:
    """What Python's reader says of a text, in our words."""
    return next(words for begins, words in NOT_JSON.items() if said.startswith(begins))


def write(value: Any) -> bytes:
    """A value as JSON; what JSON has no number for is spelt out, as `"NaN"`."""
    try:
        return to_json(value, inf_nan_mode="strings")  # in a seventh of the time that json takes
    except PydanticSerializationError:  # a lone surrogate that somebody typed: a `?` stands for it
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return text.encode("utf-8", "replace")


def sent(value: Any) -> bytes:
    """The same where it goes to somebody: typed markup stays a text, wherever it is pasted."""
    return write(value).replace(b"<", rb"\u003c")  # outside of texts JSON has no such sign


class Answer(JSONResponse):
    """An answer in strict JSON."""

    def render(self, content: Any) -> bytes:
        return sent(content)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotStrict("duplicate_key", key=cited(_doubled(key for key, _ in pairs)))
    return found


def _doubled(keys: Iterable[str]) -> str:
    """The first key that was there before."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            break
        seen.add(key)
    return key


def _refuse_token(token: str) -> NoReturn:
    raise NotStrict("not_finite_token", token=token)
