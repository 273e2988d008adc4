"""What a newcomer sees before touching anything: the seed example, fully worked."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.workspace import Workspace


def test_the_seed_example_is_there_with_every_number(workspace: Workspace) -> None:
    assert workspace.numbers() == {
        "a": ("2", "2"),
        "b": ("1", "5"),
        "c": ("3", "2"),
        "1": ("1", ""),
        "d": ("2", "3"),
        "e": ("6", "1"),
    }


def test_every_edge_carries_its_local_derivative(workspace: Workspace) -> None:
    assert workspace.locals() == {
        "a->c:0": "1",
        "b->c:1": "1",
        "b->d:0": "1",
        "1->d:1": "",
        "c->e:0": "2",
        "d->e:1": "3",
    }


# each letter of a cut face beside that of the whole file: as wide, its ink as high and deep
CUT = """async () => {
  const ink = document.createElement("canvas").getContext("2d");
  const seen = (face, letter) => {
    ink.font = `100px ${face.family}`;
    const { width, actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } =
      ink.measureText(letter);
    return [width, up, down].join();
  };
  const found = [];
  for (const sheet of document.styleSheets)
    for (const { style, constructor } of sheet.href?.includes("fonts.css") ? sheet.cssRules : []) {
      const [, file] = /fonts\\/([\\w-]+)\\.first/.exec(style.src ?? "") ?? [];
      if (!file) continue;
      const faces = ["", ".first"].map((cut) => {
        const name = `face${found.length}of${cut.length}`;
        return new FontFace(name, `url(/static/vendor/fonts/${file}${cut}.woff2)`);
      });
      for (const face of faces) document.fonts.add(await face.load());
      const ranges = style.getPropertyValue("unicode-range").split(",");
      const letters = ranges.flatMap((range) => {
        const [from, to = from] = range.match(/[\\da-f]+/gi).map((code) => parseInt(code, 16));
        return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
      });
      const torn = letters.filter(
        (letter) => new Set(faces.map((face) => seen(face, letter))).size > 1,
      );
      found.push({ file, letters: letters.length, torn });
    }
  return found;
}"""


def test_the_letters_of_the_first_picture_are_those_of_the_whole_font(workspace: Workspace) -> None:
    found = workspace.page.evaluate(CUT)
    assert {each["file"] for each in found} == {"KaTeX_Main-Regular", "KaTeX_Main-Italic"}
    assert [each["torn"] for each in found] == [[]] * len(found)
    assert max(each["letters"] for each in found) > 95


def test_it_stands_at_its_last_step_and_nothing_plays(workspace: Workspace) -> None:
    assert workspace.step == 11
    expect(workspace.button("Play")).to_be_enabled()
    expect(workspace.button("Next step")).to_be_disabled()
    expect(workspace.button("Last step")).to_be_disabled()
    expect(workspace.button("First step")).to_be_enabled()
    expect(workspace.button("Previous step")).to_be_enabled()


def test_the_inspector_proves_the_gradient_of_b(workspace: Workspace) -> None:
    inspector = workspace.page.get_by_role("complementary", name="Inspector")
    expect(inspector).to_contain_text("∂e/∂b = ∂e/∂d · ∂d/∂b + ∂e/∂c · ∂c/∂b")
    expect(inspector).to_contain_text("4 of 4 agree")
    expect(
        inspector.get_by_role("table", name="Where the gradient of b comes from")
    ).to_contain_text("3 · 1 = 3")


def test_the_page_has_its_landmarks_and_its_language(workspace: Workspace) -> None:
    page = workspace.page
    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.get_by_role("navigation")).to_be_visible()
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("contentinfo")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
