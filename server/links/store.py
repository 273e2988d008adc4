"""Where short links are kept: SQLite on this machine, or any database that SQLAlchemy knows.

Nothing is opened before somebody asks for a link. What was acknowledged is on the disk.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, delete, event, func, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError

from server.errors import Refused
from server.links.kept import Kept, Made, name_of
from server.links.tables import claims, documents, migrate

RETRY_AFTER = 30
BUSY_SECONDS = 5  # one writer at a time: the others wait for it
MIGRATING = 7_243_117  # the number that PostgreSQL locks while one process migrates
TRIES = 3  # two makers of one document at the same moment: the later one tries again


class Links:
    """All short links of one database."""

    def __init__(self, url: str) -> None:
        self._url = url or f"sqlite:///{_own_file()}"
        self._engine: Engine | None = None
        self._lock = Lock()
        self._in_vain = 0  # how often it could not be opened
        self._file: int | None = None  # the file that is open, by its number on the disk

    def keep(self, document: str, now: datetime, days: int) -> Made:
        """Keep a document for some days more; the same one always has the same letters."""
        made = Made(name_of(document), secrets.token_urlsafe(18), now + timedelta(days=days))
        for attempt in range(TRIES):
            try:
                with self._begun() as connection:
                    _forget(connection, now)
                    _claim(connection, document, made)
                break
            except IntegrityError:
                if attempt == TRIES - 1:
                    raise _out_of_order() from None
        return made

    def find(self, name: str, now: datetime) -> Kept | None:
        """A document that somebody still claims."""
        wanted = (
            select(documents.c.document, func.max(claims.c.expires))
            .join(claims, claims.c.document == documents.c.id)
            .where(documents.c.id == name, claims.c.expires > now)
            .group_by(documents.c.document)
        )
        with self._begun(reading=True) as connection:
            row = connection.execute(wanted).first()
        return None if row is None else Kept(*row)

    def remove(self, name: str, secret: str) -> bool:
        """Give up one claim; the document goes with the last."""
        mine = (claims.c.document == name) & (claims.c.secret == _digest(secret))
        with self._begun() as connection:
            found = connection.execute(delete(claims).where(mine)).rowcount
            _drop_unclaimed(connection)
        return bool(found)

    def close(self) -> None:
        if self._engine is not None:
            self._engine.dispose()

    @contextmanager
    def _begun(self, *, reading: bool = False) -> Iterator[Connection]:
        """A transaction; a database that cannot be used is told as such."""
        try:
            with self._opened().execution_options(reading=reading).begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except (SQLAlchemyError, OSError) as error:
            raise _out_of_order() from error

    def _opened(self) -> Engine:
        before = self._in_vain
        with self._lock:
            if self._engine is not None and self._file != _number(self._engine):
                self.close()  # somebody deleted the file: what is written to it now is lost
                self._engine = None
            if self._engine is None:
                if self._in_vain != before:  # somebody else tried while this one waited
                    raise _out_of_order()
                try:
                    self._engine = _open(self._url)
                except (SQLAlchemyError, OSError):
                    self._in_vain += 1
                    raise
                self._file = _number(self._engine)
            return self._engine


def _number(engine: Engine) -> int | None:
    """Which file stands where SQLite's should: another number is another file."""
    if engine.dialect.name != "sqlite" or engine.url.database in (None, "", ":memory:"):
        return None
    try:
        return Path(engine.url.database or "").stat().st_ino
    except FileNotFoundError:
        return 0


def _claim(connection: Connection, document: str, made: Made) -> None:
    known = select(documents.c.id).where(documents.c.id == made.id)
    if connection.execute(known).first() is None:
        connection.execute(documents.insert().values(id=made.id, document=document))
    row = {"secret": _digest(made.delete_secret), "document": made.id, "expires": made.expires}
    connection.execute(claims.insert().values(row))


def _forget(connection: Connection, now: datetime) -> None:
    """What nobody wants any more."""
    if connection.execute(delete(claims).where(claims.c.expires <= now)).rowcount:
        _drop_unclaimed(connection)


def _drop_unclaimed(connection: Connection) -> None:
    claimed = select(claims.c.document)
    connection.execute(delete(documents).where(documents.c.id.not_in(claimed)))


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _out_of_order() -> Refused:
    return Refused("busy", "no_storage", retry_after=RETRY_AFTER, t=RETRY_AFTER)


def _own_file() -> Path:
    """Where programs of this person keep what must stay."""
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "chainlight" / "links.db"


def _open(url: str) -> Engine:
    engine = create_engine(_with_driver(url), pool_pre_ping=True)
    if engine.dialect.name == "sqlite":
        if engine.url.database not in (None, "", ":memory:"):
            Path(engine.url.database or "").parent.mkdir(parents=True, exist_ok=True)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATING})"))
            migrate(connection)
    except DBAPIError:
        engine.dispose()
        raise
    return engine


def _with_driver(url: str) -> str:
    """`postgres://` and `postgresql://` as people write them, for the driver that we name."""
    for scheme in ("postgres://", "postgresql://"):
        if url.startswith(scheme):
            return f"postgresql+psycopg://{url.removeprefix(scheme)}"
    return url


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Readers beside a writer; and an answer is given once the disk has it, not before."""
    connection.isolation_level = None  # transactions are begun below
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the one place for writing at once; half-way is too late to find it taken.

    Who only reads needs no place, and goes on beside a writer that is stuck.
    """
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
