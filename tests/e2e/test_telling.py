"""A long trace comes as columns; its sentences come when they are wanted."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.e2e.workspace import Workspace

CHAIN = "\n".join(["h = sin(x)", *["h = tanh(h)"] * 260])


@pytest.mark.unopened
def test_the_sentences_of_a_long_trace_come_when_they_are_wanted(workspace: Workspace) -> None:
    workspace.open(f"/#e={quote(CHAIN)}")
    page = workspace.page
    sentence, closing = page.locator("#sentence"), page.locator("#closing")
    expect(closing).not_to_be_empty()
    scrub = page.get_by_role("slider", name="Step", exact=True)
    scrub.fill("3")
    expect(sentence).to_contain_text("tanh(0.8415)")
    scrub.fill("400")
    expect(sentence).to_contain_text("passes its gradient")
    workspace.button("Next step").click()
    expect(sentence).to_contain_text("passes its gradient")
    page.locator("#language").click()
    expect(sentence).to_contain_text("梯度")
