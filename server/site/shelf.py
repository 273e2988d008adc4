"""The files of the page, kept in memory as they are sent: a page of many small files is asked for
all of them at once, and each should cost next to nothing."""

from __future__ import annotations

import gzip
import mimetypes
import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Scope

LEVEL = 9  # of compression: a file is compressed once
WORTH = 0.9  # what hardly shrinks, such as a font, is sent as it is
LONGEST_PATH = 1_000

SCRIPT = "text/javascript"
mimetypes.add_type(SCRIPT, ".js")  # some systems say otherwise, and modules then fail


@dataclass(frozen=True)
class Kept:
    """One file as it was when it was read."""

    seen: tuple[int, int]  # when it was changed, and its size: another pair is another file
    plain: bytes
    packed: bytes | None
    headers: dict[str, str]


class Shelf(StaticFiles):
    """Files that the browser keeps, and asks about before it uses them again."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory=directory, check_dir=False)
        self._kept: dict[str, Kept] = {}

    async def get_response(self, path: str, scope: Scope) -> Response:
        found = self._found(path)
        if found is None:
            return await super().get_response(path, scope)  # which knows how to refuse
        place, about = found
        seen = (about.st_mtime_ns, about.st_size)
        kept = self._kept.get(place)
        if kept is None or kept.seen != seen:
            kept = await to_thread.run_sync(read, Path(place), about)
            self._kept[place] = kept
        return self.sent(kept, scope)

    def _found(self, path: str) -> tuple[str, os.stat_result] | None:
        """Where a file lies; None for what is no file of this folder."""
        if len(path) > LONGEST_PATH or "\0" in path:
            return None
        place, about = self.lookup_path(path)
        return (place, about) if about and stat.S_ISREG(about.st_mode) else None

    def sent(self, kept: Kept, scope: Scope) -> Response:
        """As it is, or compressed; nothing where the browser has it already."""
        asked = Headers(scope=scope)
        packs = kept.packed is not None and "gzip" in asked.get("accept-encoding", "")
        extra = {"Content-Encoding": "gzip"} if packs else {}
        body = kept.packed if packs else kept.plain
        response = Response(body, headers=kept.headers | extra)
        if self.is_not_modified(response.headers, asked):
            return NotModifiedResponse(response.headers)
        return response


def read(place: Path, about: os.stat_result) -> Kept:
    """A file, compressed where that is worth it."""
    media = mimetypes.guess_type(place)[0] or "application/octet-stream"
    return kept_as(place.read_bytes(), media, about)


def kept_as(plain: bytes, media: str, about: os.stat_result) -> Kept:
    """What is sent for a file, or for a page made from one."""
    packed = gzip.compress(plain, LEVEL, mtime=0)
    headers = {
        "Content-Type": f"{media}; charset=utf-8" if _has_charset(media) else media,
        "Cache-Control": "no-cache",
        # the one thing that tells a file from another: a date would only say the same again
        "ETag": f'"{sha256(plain).hexdigest()[:16]}"',
        "Vary": "Accept-Encoding",
    }
    smaller = len(packed) < WORTH * len(plain)
    return Kept((about.st_mtime_ns, about.st_size), plain, packed if smaller else None, headers)


def _has_charset(media: str) -> bool:
    """Modules are UTF-8 whatever one says of them, and there are nearly two hundred."""
    return media.startswith("text/") and media != SCRIPT
