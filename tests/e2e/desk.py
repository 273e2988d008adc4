"""The presenter's window, beside the page that a room sees."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e.workspace import Workspace

PROGRAM = "e=(a+b)*(b+1)&a=2&b=1&lang=en"


class Desk(Workspace):
    """The presenter's window."""

    def says(self, step: int) -> None:
        expect(self.page.locator("#step")).to_have_text(f"Step {step} of 11")

    def linked(self, said: str) -> None:
        expect(self.page.locator("#linked")).to_contain_text(said)

    @property
    def note(self) -> Locator:
        return self.page.get_by_role("textbox", name="Your notes")


def desk_of(workspace: Workspace) -> Desk:
    """Open it as a teacher does, by its button."""
    with workspace.page.expect_popup() as opened:
        workspace.button("Presenter's window").click()
    return met(opened.value, workspace)


def met(page: Page, workspace: Workspace) -> Desk:
    desk = Desk(page, workspace.site)
    desk.complaints = workspace.complaints  # of either
    desk.ready()
    return desk


def both(workspace: Workspace, step: int = 3) -> Desk:
    workspace.open(f"/present#{PROGRAM}&step={step}")
    return desk_of(workspace)


def room_at(workspace: Workspace, step: int) -> None:
    expect(workspace.page.locator("[data-step]")).to_have_attribute("data-step", str(step))
