"""chainlight serve: the page and the API, until somebody stops them."""

from __future__ import annotations

import os
import socket
import sys
import webbrowser
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from ipaddress import ip_address

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from engine import collector
from server.app import create_app
from server.commands import beside
from server.settings import PREFIX, Settings, read_settings, written
from server.terminal import tell
from server.watching import journal
from server.watching.account import Account
from server.web import hosts

HELP = "serve the page and the API"
SILENT_SECONDS = 30  # a process that says nothing for so long hangs; before, it may be starting
NEARBY = 20  # ports to look at for a free one


def declare(parser: ArgumentParser) -> None:
    """The options; what is not given comes from the environment, or is the usual."""
    usual = Settings()
    parser.add_argument("--host", help=f"the address to listen on ({usual.host})")
    parser.add_argument("--port", type=int, help=f"the port; 0 takes a free one ({usual.port})")
    parser.add_argument(
        "--public",
        action="store_true",
        default=None,
        help="strict limits, for strangers; the rule for any address but this machine's own",
    )
    parser.add_argument(
        "--processes", type=int, help=f"that answer, one for each core ({usual.processes})"
    )
    parser.add_argument("--cors", action="append", help="a site whose pages may call the API")
    parser.add_argument("--open", action="store_true", help="show the page in a browser")


def run(options: Namespace) -> int:
    """Listen, say where, and serve."""
    settings = settings_of(options)
    try:
        listener = listen(settings.host, settings.port)
    except OSError as error:
        tell(complaint(settings, error), sys.stderr)
        return 1
    with listener:
        address = address_of(settings.host, listener)
        tell(f"Chainlight: {address}")
        if options.open:
            webbrowser.open(address)
        if settings.processes > 1:
            _serve_side_by_side(settings, listener)
        else:
            beside.ends_in_order()
            uvicorn.Server(_config(settings, built(settings))).run(sockets=[listener])
    return 0


def built(settings: Settings | None = None) -> FastAPI:
    """The app, and its journal begun; a process of several is told by its environment."""
    settings = settings or read_settings()
    journal.begin(settings.level)
    app = create_app(settings)
    collector.settled()
    return app


def _serve_side_by_side(settings: Settings, listener: socket.socket) -> None:
    """Several processes take connections from one socket; one that dies is replaced."""
    os.environ |= written(settings)
    config = _config(settings, beside.Beside(Account()))
    Multiprocess(config, sockets=[listener]).run()


def _config(settings: Settings, app: FastAPI | beside.Beside) -> uvicorn.Config:
    """We write our own journal, and decide ourselves which proxy is believed."""
    return uvicorn.Config(
        app,
        factory=isinstance(app, beside.Beside),
        workers=settings.processes,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=settings.leave_seconds,
        timeout_worker_healthcheck=SILENT_SECONDS,
    )


def settings_of(options: Namespace) -> Settings:
    """A server that others can reach is public, unless the environment says that it is not."""
    given = {name: getattr(options, name) for name in ("host", "port", "public", "processes")}
    chosen = {name: value for name, value in given.items() if value is not None}
    if options.cors:
        chosen["cors"] = tuple(options.cors)
    settings = read_settings(**chosen)
    if is_loopback(settings.host) and not settings.hosts:
        settings = replace(settings, hosts=hosts.LOOPBACK)
    said = "public" in chosen or f"{PREFIX}PUBLIC" in os.environ
    if said or is_loopback(settings.host):
        return settings
    return read_settings(**(chosen | {"public": True}))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach it."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections from now on, before the app is even made."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends small answers at once only on sockets that name TCP; others wait 40 ms
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(2048)
    except OSError:
        listener.close()
        raise
    return listener


def address_of(host: str, listener: socket.socket) -> str:
    """What to type into a browser."""
    port = listener.getsockname()[1]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def complaint(settings: Settings, error: OSError) -> str:
    """Why it cannot listen there, and what would work."""
    free = next(
        filter(None, (_free(settings.host, settings.port + k) for k in range(1, NEARBY))), 0
    )
    if not free:
        return f"Cannot listen on {settings.host}: {error.strerror}."
    return f"Port {settings.port} is taken. Try --port {free}, or --port 0 for any free one."


def _free(host: str, port: int) -> int | None:
    try:
        listen(host, port).close()
    except (OSError, OverflowError):
        return None
    return port
