"""Nothing is lost: earlier programs, settings, and a server that goes away and comes back."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import address_said_by
from tests.e2e.workspace import Workspace
from tests.markdown import ROOT


def sheet(workspace: Workspace) -> Locator:
    workspace.button("Settings").click()
    return workspace.page.get_by_role("dialog", name="Settings")


def kept(workspace: Workspace, text: str) -> None:
    workspace.until(f"localStorage.getItem('chainlight.versions')?.includes('{text}')")


def test_an_earlier_program_is_one_click_away(workspace: Workspace) -> None:
    workspace.type("y = tan(x) + 1")
    kept(workspace, "tan")
    workspace.button("Examples").click()
    workspace.page.get_by_role("menuitem").nth(1).click()
    workspace.ready()
    name = workspace.editor.inner_text().splitlines()[0]
    kept(workspace, name[:4])
    workspace.until("JSON.parse(localStorage.getItem('chainlight.versions')).length === 2")
    sheet(workspace).get_by_role("button", name="y = tan(x) + 1").click()
    expect(workspace.editor).to_have_text("y = tan(x) + 1")


@pytest.mark.unopened
def test_what_was_presented_comes_back_with_the_whole_page_around_it(workspace: Workspace) -> None:
    workspace.open("/#e=z=cos(x)&ui=present")
    expect(workspace.editor).to_be_hidden()
    kept(workspace, "cos")
    workspace.open("/?bare")
    expect(workspace.editor).to_have_text("z=cos(x)")


def test_a_lesson_a_reload_and_another_tab_leave_what_was_written(workspace: Workspace) -> None:
    workspace.type("y = tan(x) + 1")
    kept(workspace, "tan")
    other = Workspace(workspace.page.context.new_page(), workspace.site)
    other.open("/#e=z=cos(x)")
    kept(other, "cos")
    workspace.editor.press("Control+End")
    workspace.page.keyboard.type("2")
    workspace.page.close(run_before_unload=True)  # at once: there is no time to rest
    other.until("localStorage.getItem('chainlight.versions').includes('tan(x) + 12')")
    other.open("/#lesson=paths")
    expect(other.page.locator("#lesson h2")).to_be_visible()
    other.until("localStorage.getItem('chainlight.versions').includes('lesson')")
    other.page.reload()
    other.ready()
    sources = other.page.evaluate(
        "JSON.parse(localStorage.getItem('chainlight.versions')).map(each => each.source)"
    )
    assert len([each for each in sources if "tan" in each]) == 1
    assert len([each for each in sources if "cos" in each]) == 1


FILLED = """() => {
  const long = (n) => ({ source: `y = x # ${n}`.padEnd(1e6, "a"), values: {}, rest: [] });
  localStorage.setItem("chainlight.versions", JSON.stringify([1, 2, 3, 4].map(long)));
  for (let size = 1e6, n = 0; size > 50; n += 1)
    try { localStorage.setItem(`other${n}`, "x".repeat(size)); } catch { size /= 2; }
}"""


def test_a_full_browser_makes_room_for_what_is_written_now(workspace: Workspace) -> None:
    workspace.page.evaluate(FILLED)
    workspace.type("y = tan(x) + 1 # " + "long " * 20)
    kept(workspace, "tan")


def test_digits_and_notation_are_written_anew_as_a_reload_would_write_them(
    workspace: Workspace,
) -> None:
    workspace.type("y = exp(a) / 3 + b * a")
    page = workspace.page
    for panel in ("Table", "Paths", "Compare", "Field"):
        workspace.button(panel).click()
    page.evaluate("window.same = true")
    settings = sheet(workspace)
    settings.get_by_role("combobox", name="Significant digits").select_option("10")
    settings.get_by_role("combobox", name="Derivatives as").select_option("total")
    page.keyboard.press("Escape")
    workspace.ready()
    expect(page.locator("[data-step]")).to_contain_text("dexp(a)/da")
    expect(workspace.node("y")).to_contain_text("4.4630187")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.same") is True, "the page was loaded again"
    parts = ("main", "#field", "footer")
    shown = [page.locator(part).inner_text() for part in parts]
    page.reload()
    workspace.ready()
    page.wait_for_load_state("networkidle")
    for part, text in zip(parts, shown, strict=True):
        expect(page.locator(part)).to_have_text(text, use_inner_text=True)


def test_settings_act_at_once_and_stay(workspace: Workspace) -> None:
    settings = sheet(workspace)
    settings.get_by_role("combobox", name="Theme").select_option("dark")
    expect(workspace.page.locator("html")).to_have_attribute("data-theme", "dark")
    settings.get_by_role("combobox", name="Movement").select_option("reduced")
    settings.get_by_role("combobox", name="Language").select_option("zh")
    expect(workspace.page.get_by_role("dialog", name="设置")).to_be_visible()
    workspace.page.reload()
    workspace.ready()
    html = workspace.page.locator("html")
    expect(html).to_have_attribute("data-theme", "dark")
    expect(html).to_have_attribute("data-motion", "reduced")
    expect(html).to_have_attribute("lang", "zh-CN")


def test_digits_and_notation_are_the_readers_choice(workspace: Workspace) -> None:
    workspace.type("y = x / 3")
    workspace.until("location.hash.includes('x%20/%203')")
    settings = sheet(workspace)
    settings.get_by_role("combobox", name="Significant digits").select_option("6")
    workspace.ready()
    expect(workspace.node("y")).to_contain_text("0.333333")
    settings.get_by_role("combobox", name="Derivatives as").select_option("total")
    workspace.ready()
    expect(workspace.page.locator("#values")).to_contain_text("dy/dx = 0.333333")
    settings.get_by_role("combobox", name="Derivatives as").select_option("adjoint")
    workspace.ready()
    expect(workspace.page.locator("#values")).to_contain_text("x\u0305 = 0.333333")


def test_a_person_who_wants_no_movement_sees_none(workspace: Workspace) -> None:
    sheet(workspace).get_by_role("combobox", name="Movement").select_option("reduced")
    workspace.button("Close").click()
    workspace.button("First step").click()
    for _ in range(3):
        workspace.button("Next step").click()
    assert workspace.page.locator(".token").count() == 0


def test_everything_kept_here_can_be_forgotten(workspace: Workspace) -> None:
    workspace.type("y = tan(x)")
    kept(workspace, "tan")
    settings = sheet(workspace)
    settings.get_by_role("combobox", name="Theme").select_option("dark")
    settings.get_by_role("button", name="Forget everything here").click()
    workspace.page.wait_for_url(f"{workspace.site}/**")
    expect(workspace.node("e")).to_be_visible()
    workspace.ready()
    assert workspace.gradient("b") == "5"
    expect(workspace.page.locator("html")).not_to_have_attribute("data-theme", "dark")


FORBIDDEN = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } })"""


def test_a_browser_that_keeps_nothing_is_no_hindrance(page: Page, site: str) -> None:
    page.add_init_script(FORBIDDEN)
    workspace = Workspace(page, site)
    workspace.open()
    workspace.type("y = tan(x)")
    sheet(workspace).get_by_role("button", name="Forget everything here").click()
    expect(workspace.node("e")).to_be_visible()
    assert workspace.complaints == []


def test_a_server_that_is_stopped_and_started_again_is_found_again(page: Page) -> None:
    port = free_port()
    workspace = Workspace(page, f"http://127.0.0.1:{port}")
    with running(port):
        workspace.open()
    workspace.slider("a").press("ArrowRight")
    notice = page.get_by_text("The server does not answer")
    expect(notice).to_be_visible()
    workspace.button("Previous step").click()
    assert workspace.step == 10
    workspace.editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("y = a * 2")
    with running(port):
        expect(notice).to_be_hidden(timeout=20_000)
        workspace.ready()
        assert workspace.value("a") == "2.1"
        assert workspace.value("y") == "4.2"
        assert workspace.editor.inner_text() == "y = a * 2"


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


@contextmanager
def running(port: int) -> Iterator[None]:
    """A server at this port, meanwhile."""
    command = [sys.executable, "-m", "server", "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        try:
            address_said_by(server)
            yield
        finally:
            server.terminate()
