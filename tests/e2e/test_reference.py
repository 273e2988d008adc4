"""The reference of the API: found like every page, in both themes, and each call can be tried."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.workspace import Workspace

pytestmark = pytest.mark.unopened


def test_a_call_is_opened_and_tried_under_the_pages_own_policy(workspace: Workspace) -> None:
    page = workspace.page
    page.goto(f"{workspace.site}/docs")
    workspace.ready()
    call = page.locator("#operations-compute-post-evaluate")
    expect(call).to_contain_text("Value and gradients of one output")
    call.locator(".opblock-summary").click()
    call.get_by_role("button", name="Execute").click()
    expect(call.locator(".live-responses-table")).to_contain_text('"value": 6')


def test_the_reference_wears_the_theme_and_leads_to_the_other_pages(workspace: Workspace) -> None:
    page = workspace.page
    page.goto(f"{workspace.site}/docs")
    workspace.ready()
    page.locator("#theme").click()
    page.locator("#theme").click()
    expect(page.locator("html")).to_have_class("dark-mode")
    assert Axe().run(page).violations_count == 0
    page.locator("#theme").click()
    expect(page.locator("html")).not_to_have_class("dark-mode")
    page.get_by_role("link", name="Workspace").click()
    workspace.ready()
    expect(page).to_have_url(f"{workspace.site}/")
