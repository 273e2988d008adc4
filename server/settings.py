"""How a server is set up: from the environment, each variable beginning with CHAINLIGHT_."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from importlib.util import find_spec
from ipaddress import ip_network
from typing import Any

from limits.errors import ConfigurationError
from limits.storage import storage_from_string

from server.limits import LOOPBACK, PUBLIC, Limits

PREFIX = "CHAINLIGHT_"
# what questions are signed with; in the environment, so that all processes of a server have one
SECRET = os.environ.setdefault(f"{PREFIX}SECRET", secrets.token_hex())
HIGHEST_PORT = 65_535
MAY_BE_NONE = {"port", "leave_seconds", "cache_entries", "cache_bytes"}  # other numbers are not 0
LEVELS = ("debug", "info", "warning", "error")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What may differ from one server to the next."""

    host: str = "127.0.0.1"  # only this machine, unless somebody decides otherwise
    port: int = 8000
    public: bool = False  # strict limits, for a server that strangers reach
    cors: tuple[str, ...] = ()  # other sites whose pages may call this server: none
    hosts: tuple[str, ...] = ()  # the names it answers to; none given: any name
    proxies: tuple[str, ...] = ()  # addresses or networks whose X-Forwarded-For is believed: none
    embed: tuple[str, ...] = ("*",)  # sites that may show /embed in a frame: any
    processes: int = 1  # that answer requests, all alike; one for each core is enough
    rate_store: str = "memory://"  # where requests are counted; redis://… for several machines
    log: str = ""  # debug, info, warning or error; public servers note each answer, others faults
    leave_seconds: int = 45  # for answers that were begun, once the server is to stop
    secret: str = field(default=SECRET, repr=False)  # the same on all machines of one service
    workers: int = 1  # processes for symbolic work; each takes about 100 MB once it is needed
    cluster: str = ""  # a Dask scheduler for sweeps, tcp://host:port; our own processes without
    links: bool = True  # may short links be made? Nothing is kept before somebody asks for one
    database_url: str = ""  # where they are kept: SQLite of this person; postgresql://… for many
    link_days: int = 90  # how long they are kept
    cache_entries: int = 256  # programs kept ready, so that dragging a slider does not read again
    cache_bytes: int = 256 * 1024 * 1024  # and what they may take together, about
    limits: Limits = LOOPBACK

    @property
    def level(self) -> str:
        """How grave an event has to be to be written down."""
        return self.log or ("info" if self.public else "warning")


class BadSetting(Exception):
    """A variable of the environment that cannot be understood."""


def read_settings(environment: Mapping[str, str] = os.environ, **chosen: Any) -> Settings:
    """What was chosen here, else what the environment says, else the usual."""
    settings = Settings(**(_said(Settings(), environment) | chosen))
    limits = PUBLIC if settings.public else LOOPBACK
    settings = replace(settings, limits=replace(limits, **_said(limits, environment)))
    _require_sense(settings)
    _require_sense(settings.limits)
    if settings.level not in LEVELS:
        raise BadSetting(f"{PREFIX}LOG={settings.log} is none of {', '.join(LEVELS)}")
    _require_store(settings.rate_store)
    if settings.cluster and find_spec("distributed") is None:
        raise BadSetting(f"{PREFIX}CLUSTER needs more: pip install 'chainlight[cluster]'")
    return settings


def _require_sense(table: Settings | Limits) -> None:
    """A queue without places or a proxy without an address would only be noticed much later."""
    for each in fields(table):
        value = getattr(table, each.name)
        if not _makes_sense(each.name, value):
            said = ",".join(value) if isinstance(value, tuple) else value
            raise BadSetting(f"{PREFIX}{each.name.upper()}={said} cannot be used here")


def _makes_sense(name: str, value: object) -> bool:
    if name == "proxies" and isinstance(value, tuple):
        return all(proxy == "*" or _is_address(proxy) for proxy in value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    most = HIGHEST_PORT if name == "port" else sys.maxsize
    return 0 < value <= most or (value == 0 and name in MAY_BE_NONE)


def _require_store(address: str) -> None:
    """Otherwise each request would find out that nobody can count it."""
    try:
        storage_from_string(f"async+{address}")
    except ConfigurationError as error:
        raise BadSetting(f"{PREFIX}RATE_STORE={address} cannot be used here: {error}") from None


def _is_address(text: str) -> bool:
    try:
        ip_network(text)
    except ValueError:
        return False
    return True


def written(settings: Settings) -> dict[str, str]:
    """The same settings as variables of the environment, for processes that are started."""
    return _written(settings) | _written(settings.limits)


def _written(table: Settings | Limits) -> dict[str, str]:
    values = {each.name: getattr(table, each.name) for each in fields(table)}
    return {
        PREFIX + name.upper(): ",".join(value) if isinstance(value, tuple) else str(value)
        for name, value in values.items()
        if name != "limits"
    }


def _said(usual: Settings | Limits, environment: Mapping[str, str]) -> dict[str, Any]:
    """What the environment says about a table's fields; the limits are a table of their own."""
    named = {each.name: PREFIX + each.name.upper() for each in fields(usual)}
    return {
        name: _read(variable, environment[variable], getattr(usual, name))
        for name, variable in named.items()
        if variable in environment and name != "limits"
    }


def _read(variable: str, text: str, usual: object) -> object:
    """A text as the same sort of thing as the usual value."""
    try:
        return SORTS[type(usual)](text)
    except (KeyError, ValueError):
        raise BadSetting(f"{variable}={text} cannot be used here") from None


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


SORTS: dict[type, Callable[[str], object]] = {
    bool: lambda text: {"1": True, "true": True, "0": False, "false": False}[text.lower()],
    int: int,
    float: float,
    str: str,
    tuple: _list,
}
