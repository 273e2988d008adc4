"""The whole walk, as the page promises it: typed, stepped, changed, shared, broken and mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.test_looks import violations
from tests.e2e.workspace import PATIENCE, Workspace

PROGRAM = "(a+b)*(b+1)"
VALUES = {"a": "2", "b": "1", "a + b": "3", "b + 1": "2", "out": "6"}
GRADIENTS = {"a": "2", "b": "5", "a + b": "2", "b + 1": "3", "out": "1"}
LOCALS = {
    "a->a + b:0": "1",
    "b->a + b:1": "1",
    "b->b + 1:0": "1",
    "1->b + 1:1": "",
    "a + b->out:0": "2",
    "b + 1->out:1": "3",
}
LAST = 11


@dataclass(frozen=True)
class Way:
    """One way to use the page."""

    language: str = "en"
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)

    @property
    def words(self) -> dict[str, str]:
        return WORDS[self.language]


KEYS = (
    *("Expression", "Value of a", "Value of b", "First", "Back", "Next", "Last"),
    *("Values", "Editor", "repair"),
)
SAID = {
    "en": "Expression,Value of a,Value of b,First step,Previous step,Next step,Last step,"
    "Values,Editor,Add )",
    "zh": "表达式,a 的取值,b 的取值,首步,上一步,下一步,末步,取值,编辑,补上 )",
}
WORDS = {language: dict(zip(KEYS, said.split(","), strict=True)) for language, said in SAID.items()}
WAYS = {
    "at a desk": Way(),
    "in Chinese": Way(language="zh"),
    "in the dark": Way(theme="dark"),
    "on a phone": Way(size=(375, 812)),
    "on a phone, in Chinese, in the dark": Way("zh", "dark", (375, 812)),
}


class Walker:
    """Someone who uses the page in one of these ways."""

    def __init__(self, page: Page, site: str, way: Way) -> None:
        self.workspace = Workspace(page, site)
        self.page = page
        self.words = way.words
        self.narrow = way.size[0] < 700

    def tab(self, name: str) -> None:
        """On a phone one panel shows at a time."""
        if self.narrow:
            self.page.get_by_role("tab", name=self.words[name], exact=True).click()

    def type(self, program: str) -> None:
        self.tab("Editor")
        self.page.get_by_role("textbox", name=self.words["Expression"], exact=True).click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(program)

    def enter(self, name: str, value: str) -> None:
        self.tab("Values")
        box = self.page.get_by_role("textbox", name=self.words[f"Value of {name}"], exact=True)
        box.fill(value)
        box.press("Enter")
        expect(self.workspace.node(name)).to_have_attribute("data-value", value)
        self.workspace.ready()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=self.words[name], exact=True).click()


@pytest.fixture(params=WAYS.values(), ids=WAYS)
def walker(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Walker]:
    way: Way = request.param
    width, height = way.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if way.theme == "dark" else "light",
        locale="zh-CN" if way.language == "zh" else "en-US",
        has_touch=width < 700,
    )
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    walking = Walker(context.new_page(), site, way)
    walking.workspace.open()
    yield walking
    assert "\n".join(walking.workspace.complaints) == ""
    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []
    context.close()


def test_the_seed_is_typed_stepped_shared_broken_and_mended(walker: Walker, site: str) -> None:
    workspace = walker.workspace
    begin(walker)
    assert {name: workspace.value(name) for name in VALUES} == VALUES
    assert {name: workspace.gradient(name) for name in GRADIENTS} == GRADIENTS
    assert workspace.locals() == LOCALS
    walk(walker)
    walker.press("Last")
    walker.enter("b", "3")
    assert (workspace.value("out"), workspace.gradient("b")) == ("20", "9")
    share(walker, site)
    mend(walker)
    assert violations(workspace) == ""


def begin(walker: Walker) -> None:
    """Type the seed on one line, and set its values."""
    walker.type(PROGRAM)
    expect(walker.workspace.node("out")).to_be_attached(timeout=PATIENCE)
    walker.enter("a", "2")
    walker.enter("b", "1")


def walk(walker: Walker) -> None:
    """Through all steps and back: each looks the same from both sides."""
    workspace = walker.workspace
    walker.press("First")
    onward = [workspace.scene()]
    for step in range(1, LAST + 1):
        walker.press("Next")
        expect(walker.page.locator(f"[data-step='{step}']")).to_be_attached()
        onward.append(workspace.scene())
    back = [workspace.scene()]
    for step in range(LAST - 1, -1, -1):
        walker.press("Back")
        expect(walker.page.locator(f"[data-step='{step}']")).to_be_attached()
        back.append(workspace.scene())
    assert onward == back[::-1]
    assert len({scene[3] for scene in onward}) == LAST + 1  # every step has its own sentence


def share(walker: Walker, site: str) -> None:
    """The link opens at the same step for a stranger."""
    workspace = walker.workspace
    walker.press("Back")
    workspace.until(f"location.hash.includes('step={LAST - 1}')")
    browser = walker.page.context.browser
    assert browser
    with browser.new_context(locale="en-US") as fresh:
        stranger = Workspace(fresh.new_page(), site)
        stranger.open("/" + workspace.fragment)
        assert stranger.step == workspace.step
        assert stranger.numbers() == workspace.numbers()
        assert stranger.complaints == []


def mend(walker: Walker) -> None:
    """Break the syntax, and press the button that repairs it."""
    walker.type("log(a+b")
    problem = walker.page.get_by_role("alert")
    problem.get_by_role("button", name=walker.words["repair"]).click()
    expect(walker.workspace.node("out")).to_be_attached()
    walker.workspace.ready()
    expect(problem).to_be_empty()


def test_keys_alone_are_enough(workspace: Workspace) -> None:
    page = workspace.page
    page.keyboard.press("e")
    expect(workspace.editor).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type(PROGRAM)
    expect(workspace.node("out")).to_be_attached()
    workspace.ready()
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    for step in range(1, LAST + 1):
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"[data-step='{step}']")).to_be_attached()
    page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("g")
    page.keyboard.type("9")
    page.keyboard.press("Enter")
    assert workspace.step == 9
    page.keyboard.press("v")
    expect(workspace.slider("a")).to_be_focused()
    page.keyboard.press("ArrowRight")
    workspace.ready()
    assert workspace.value("a") == "2.1"
    page.keyboard.press("Control+z")
    expect(workspace.node("a")).to_have_attribute("data-value", "2")
    page.keyboard.press("e")
    workspace.editor.press("Control+End")
    page.keyboard.type(" + log(a")
    repair = page.get_by_role("alert").get_by_role("button", name="Add )")
    expect(repair).to_be_visible()
    for _ in range(4):
        page.keyboard.press("Tab")
        if repair.evaluate("(button) => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    workspace.ready()
    assert workspace.editor.inner_text() == PROGRAM + " + log(a)"


SHEETS = {"Share": "Share what you see", "Settings": "Settings", "Keyboard": "Keyboard"}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/embed", "/present"])
def test_every_view_and_sheet_is_open_to_assistive_tools(
    browser: Browser, site: str, path: str, theme: str
) -> None:
    with browser.new_context(color_scheme="dark" if theme == "dark" else "light") as context:
        workspace = Workspace(context.new_page(), site)
        workspace.open(path)
        if path == "/":
            workspace.button("More for a").click()
            workspace.button("Plot").click()
            expect(workspace.page.locator(".plot canvas").first).to_be_visible()
        assert violations(workspace) == ""
        for opener, title in SHEETS.items() if path == "/" else ():
            workspace.button(opener).click()
            expect(workspace.page.get_by_role("dialog", name=title)).to_be_visible()
            assert violations(workspace) == ""
            workspace.page.keyboard.press("Escape")
        assert workspace.complaints == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_sheets_fit_a_small_phone(browser: Browser, site: str, sheet: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True) as context:
        workspace = Workspace(context.new_page(), site)
        workspace.open()
        if sheet != "Share":
            workspace.button("More tools").click()
        workspace.button(sheet).click()
        spilled = workspace.page.evaluate(
            """() => [...document.querySelectorAll("dialog[open] *")]
                 .map((e) => e.getBoundingClientRect())
                 .filter((r) => r.width > 1 && (r.left < -1 || r.right > innerWidth + 1)).length"""
        )
        assert spilled == 0


def test_the_keypad_of_a_phone_types_what_its_keyboard_hides(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 812}, has_touch=True)
    with context:
        workspace = Workspace(context.new_page(), site)
        workspace.open()
        workspace.editor.click()
        workspace.page.keyboard.press("Control+a")
        workspace.page.keyboard.press("Delete")
        for key in ["sigmoid(", "(", ")"]:
            expect(workspace.button(key)).to_be_visible()
            box = workspace.button(key).bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44
        workspace.button("sigmoid(").click()
        workspace.page.keyboard.type("x")
        workspace.button(")").click()
        workspace.ready()
        assert workspace.editor.inner_text() == "sigmoid(x)"
