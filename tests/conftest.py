"""What every test stands on: reproducible examples and a real browser."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings

from tests import chromium

# What the engine compiles is compiled anew, and kept apart from the person's own cache.
CACHE = TemporaryDirectory(prefix="chainlight-")
os.environ["XDG_CACHE_HOME"] = CACHE.name

# A longer search, now and then: pytest --hypothesis-profile search
settings.register_profile("gate", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=2_000)
settings.load_profile("gate")


MEASURED = 10  # variants of a test whose lines are counted: counting doubles their time


def pytest_addoption(parser: pytest.Parser) -> None:
    """What takes long: browser tests in all their sizes, themes and lessons; twenty seeds."""
    parser.addoption("--whole", action="store_true", help="also try what takes long")


@pytest.fixture(scope="session")
def whole(pytestconfig: pytest.Config) -> bool:
    """Is there time for what takes long?"""
    return bool(pytestconfig.getoption("--whole"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright keeps an event loop running until the session ends, and
    inside a running loop no asynchronous test can start its own.

    Of one with many variants the last is tried, the smallest and strangest; all with --whole.
    Of the others all are, and the lines of the first are counted.
    """
    items.sort(key=in_browser)
    if config.getoption("--whole"):
        return
    variants: dict[str, list[pytest.Item]] = {}
    for item in items:
        variants.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for item in (each for alike in variants.values() for each in alike[MEASURED:]):
        item.add_marker(pytest.mark.no_cover)
    others = {each for alike in variants.values() for each in alike[:-1] if in_browser(each)}
    config.hook.pytest_deselected(items=[each for each in items if each in others])
    items[:] = [each for each in items if each not in others]


def pytest_itemcollected(item: pytest.Item) -> None:
    """What fails in a browser is tried twice more, and the report says which: a machine that stands
    still for seconds is no fault of the page, and what fails three times is.
    """
    if in_browser(item):
        item.add_marker(pytest.mark.flaky(reruns=2))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What was seen at the tries that failed and were repeated."""
    for report in terminalreporter.getreports("rerun"):
        terminalreporter.section(f"a try of {report.nodeid} that failed")
        terminalreporter.write_line(report.longreprtext)


def in_browser(item: pytest.Item) -> bool:
    return "e2e" in item.path.parts


@pytest.fixture
def anyio_backend() -> str:
    """Asynchronous tests run on asyncio, as the server does."""
    return "asyncio"


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The machine's own Chromium; it may run as root, and calls nobody: no other site exists."""
    path = chromium.find()
    if path is None:
        pytest.fail(chromium.SAYS_MISSING)
    flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    flags.append("--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost")
    return {**browser_type_launch_args, "executable_path": path, "args": flags}
