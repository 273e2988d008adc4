"""In projector mode: what a room sees."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.test_looks import SIZES
from tests.e2e.workspace import Workspace


@pytest.mark.unopened
@pytest.mark.parametrize("size", ["desk", "tablet"])
def test_a_lesson_leaves_the_room_its_graph(workspace: Workspace, size: str) -> None:
    width, height = SIZES[size]
    workspace.page.set_viewport_size({"width": width, "height": height})
    workspace.open("/present#lesson=paths")
    expect(workspace.page.locator(".part[data-active]")).to_be_visible()
    canvas = workspace.page.locator("#canvas").bounding_box()
    assert canvas
    assert canvas["width"] > width / 2
