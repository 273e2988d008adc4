"""A real server on a free port, and a page that must behave in every test."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.workspace import Workspace
from tests.markdown import ROOT

ADDRESS = re.compile(r"http://\S+")


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a server that runs while the tests do."""
    with serving() as address:
        yield address


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server that runs meanwhile."""
    command = [sys.executable, "-m", "server", "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield address_said_by(running)
        finally:
            running.terminate()


def address_said_by(running: subprocess.Popen[str]) -> str:
    """Where the server says it listens; what it says first is its address."""
    assert running.stdout is not None
    line = running.stdout.readline()
    found = ADDRESS.search(line)
    assert found, f"The server did not say where it listens: {line!r}"
    return found.group().rstrip("/")


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "viewport": {"width": 1440, "height": 900}}


@pytest.fixture
def workspace(request: pytest.FixtureRequest, page: Page, site: str) -> Iterator[Workspace]:
    """The page as a person first meets it; a test that begins with a page of its own is marked as
    `unopened`. Whatever a test does, nothing may be complained of in the console: a question to
    another site would be."""
    opened = Workspace(page, site)
    if request.node.get_closest_marker("unopened") is None:
        opened.open()
    yield opened
    assert "\n".join(opened.complaints) == ""
