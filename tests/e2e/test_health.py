"""The gradient-health lab: networks beside each other, what is the matter, and a remedy."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.e2e.workspace import Workspace

LAB = "/lab/health"
SMALL = "#depth=12&width=8&activation=sigmoid,relu&initializer=he"
CHAIN = "#e=repeat%2030%20as%20t:%0A%20%20h%20=%200.5*h%0AL%20=%20h%20%2B%200&h=1"


@pytest.fixture
def lab(workspace: Workspace) -> Page:
    """The lab; whatever its page complains of fails the test."""
    workspace.page.goto(workspace.site + LAB + SMALL)
    workspace.ready()
    return workspace.page


def networks(page: Page) -> list[str]:
    return page.locator("#rows tbody button").all_inner_texts()


def test_every_network_has_a_line_a_row_and_a_finding(lab: Page) -> None:
    assert networks(lab) == ["sigmoid", "relu"]
    expect(lab.locator("#chart canvas")).to_be_visible()
    cells = lab.locator("#rows tbody tr").nth(0).locator("td").all_inner_texts()
    assert float(cells[0].replace("−", "-")) < 1e-3 * float(cells[1])
    assert cells[3] == "vanishing"
    expect(lab.locator("[data-finding='vanishing']")).to_contain_text("The gradient vanishes")


def test_a_remedy_is_drawn_beside_the_sick_network(lab: Page) -> None:
    lab.get_by_role("button", name="Try Residual connection: with").click()
    expect(lab.locator("#rows tbody tr")).to_have_count(4)
    assert "residual=false,true" in lab.url
    expect(lab.get_by_role("button", name="with", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_another_network_is_picked_and_its_findings_are_shown(lab: Page) -> None:
    lab.get_by_role("button", name="relu", exact=True).last.click()
    expect(lab.get_by_role("heading", name="relu", exact=True)).to_be_visible()
    expect(lab.locator("#findings [data-finding]")).not_to_have_attribute(
        "data-finding", "vanishing"
    )


def test_the_last_choice_of_a_kind_stays(lab: Page) -> None:
    chip = lab.get_by_role("button", name="he", exact=True)
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")


def test_numbers_are_typed_and_kept_in_the_address(lab: Page) -> None:
    depth = lab.get_by_role("spinbutton", name="Layers or time steps")
    depth.fill("5")
    depth.press("Enter")
    expect(lab.locator("[data-finding='healthy']")).to_be_visible()
    assert "depth=5" in lab.url
    depth.fill("9999")
    depth.press("Tab")
    expect(depth).to_have_value("200")


def test_a_program_of_ones_own_is_examined_and_opened_again(
    lab: Page, workspace: Workspace
) -> None:
    lab.goto(workspace.site + LAB + CHAIN)
    lab.reload()
    workspace.ready()
    assert networks(lab) == ["Your program"]
    expect(lab.locator("[data-finding='vanishing']")).to_contain_text("times 0.5 a layer")
    lab.get_by_role("link", name="Open in the workspace").click()
    workspace.ready()
    assert float(workspace.value("L")) == pytest.approx(0.5**30)


def test_the_lab_speaks_chinese(lab: Page) -> None:
    lab.get_by_role("button", name="中文").click()
    expect(lab.locator("[data-finding='vanishing']")).to_contain_text("梯度消失")
    expect(lab.get_by_role("heading", name="梯度往回传，还剩多少？")).to_be_visible()


def test_what_the_server_refuses_is_said(lab: Page, workspace: Workspace) -> None:
    lab.goto(workspace.site + LAB + "#activation=swish9")
    lab.reload()
    expect(lab.get_by_role("status")).to_contain_text("swish9")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (375, 812)])
@pytest.mark.parametrize("fragment", [SMALL, CHAIN], ids=["networks", "program"])
def test_the_lab_is_whole_in_every_theme_and_size(
    browser: Browser, site: str, scheme: str, width: int, height: int, fragment: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    workspace = Workspace(context.new_page(), site)
    workspace.open(LAB + fragment)
    expect(workspace.page.locator("#chart canvas")).to_be_visible()
    found = Axe().run(workspace.page).response["violations"]
    assert [f"{each['id']}: {[n['html'][:100] for n in each['nodes']]}" for each in found] == []
    assert workspace.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert workspace.complaints == []
    context.close()
