"""chainlight link: the address that opens the page with a program.

The program stands in the address itself, and nothing is kept. With --short it is kept where the
server of this machine keeps its short links, until --delete or until its time is over.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from engine.names import cited
from server import qr
from server.commands import program, show
from server.commands.address import address_of
from server.commands.program import Asking, Unclear
from server.errors import Refused
from server.routes import links
from server.schemas.links import LinkRequest
from server.settings import Settings, read_settings
from server.terminal import tell

if TYPE_CHECKING:
    from server.links.store import Links

HELP = "an address that opens the page with a program"


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)
    add = parser.add_argument
    add("--short", action="store_true", help="keep it for a time, under a few letters")
    add("--qr", action="store_true", help="show the address as a QR code, too")
    add("--delete", metavar="ID", help="delete a short link, with its --secret")
    add("--secret", default="", help="what the maker of a short link was given")


def run(options: Namespace) -> int:
    """Print the address; with --short and --json, what POST /links answers."""
    settings = read_settings()
    return _delete(options, settings) if options.delete else _make(options, settings)


def _make(options: Namespace, settings: Settings) -> int:
    asking = program.asking(options)
    asking.compute.programs.graph(asking.typed.source)  # a link to nothing helps nobody
    whole = partial(address_of, asking.typed, settings)
    address = _short(options, asking, settings) if options.short else whole()
    if address is None:
        raise Unclear(show.word("link_too_long", asking.language))
    if not (options.short and options.json):
        tell(address)
    if options.qr:
        tell(qr.blocks(address, settings.limits), sys.stderr if options.json else sys.stdout)
    return 0


def _short(options: Namespace, asking: Asking, settings: Settings) -> str:
    asked = LinkRequest(document=asking.request)
    base = f"http://{settings.host}:{settings.port}/"
    with closing(_store(settings)) as store:
        made = links.answer(asked, store, asking.compute, base)
    if options.json:
        show.as_json(made)
    else:
        secret = {"id": made["id"], "secret": made["delete_secret"]}
        tell(show.word("link_kept", asking.language, day=made["expires"][:10]), sys.stderr)
        tell(show.word("link_secret", asking.language, **secret), sys.stderr)
    return str(made["url"])


def _delete(options: Namespace, settings: Settings) -> int:
    with closing(_store(settings)) as store:
        if not store.remove(options.delete, options.secret):
            raise Refused("not-found", "no_such_claim", name=cited(options.delete))
    tell(show.word("link_deleted", options.lang), sys.stderr)
    return 0


def _store(settings: Settings) -> Links:
    if not settings.links:
        raise Refused("not-found", "no_links")
    from server.links.store import Links  # what only this needs is slow to load

    return Links(settings.database_url)
