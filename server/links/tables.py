"""The two tables of short links, and how an older database becomes a newer one.

A document is kept once, under letters made from its own content. Everybody who asked for it has a
claim of their own, with a secret and a last day; the document goes with its last claim.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import (
    Column,
    Connection,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    inspect,
    select,
)

schema = MetaData()
version = Table("links_version", schema, Column("number", Integer, nullable=False))
documents = Table(
    "links_documents",
    schema,
    Column("id", String(16), primary_key=True),
    Column("document", Text, nullable=False),
)
claims = Table(
    "links_claims",
    schema,
    Column("secret", String(64), primary_key=True),  # its digest; the secret itself is not kept
    Column("document", ForeignKey(documents.c.id), nullable=False),
    Column("expires", DateTime(), nullable=False),  # UTC
    Index("links_claims_by_document", "document"),
    Index("links_claims_by_expiry", "expires"),
)

# each makes of the version before it the next one; a new one is appended, none is ever changed
MIGRATIONS: tuple[Callable[[Connection], None], ...] = (schema.create_all,)


def migrate(connection: Connection) -> None:
    """Bring a database to the newest version; an up-to-date one is only asked for its number."""
    known = inspect(connection).has_table(version.name)
    at = connection.execute(select(version.c.number)).scalar_one() if known else 0
    for step in MIGRATIONS[at:]:
        step(connection)
    if at == 0:
        connection.execute(version.insert().values(number=len(MIGRATIONS)))
    elif at < len(MIGRATIONS):
        connection.execute(version.update().values(number=len(MIGRATIONS)))
