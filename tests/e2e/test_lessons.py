"""Every lesson is played from first to last, in both languages: each slip is told, then the truth
is accepted, and the graph keeps it hidden until then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from engine.lessons import Block, Lesson, lessons
from engine.quiz import KINDS, Question, Scene, ask, judge
from engine.quiz.scene import scene_of
from engine.words import LANGUAGES, Language
from tests.e2e.workspace import Workspace

pytestmark = pytest.mark.unopened
# slips tried on each question; all of them with --whole
FEW = {"en": 4, "zh": 1}
both_languages = pytest.mark.parametrize("language", LANGUAGES)


def asked(lesson: Lesson, block: Block) -> tuple[Scene, Question]:
    """The question of a block, put together as the server does."""
    scene = scene_of(*lesson.state(block))
    about = {
        key: int(where) if key == "step" else where
        for key, where in block.settings.items()
        if key in ("node", "edge", "step")
    }
    kind, seed = block.settings["kind"], int(block.settings.get("seed", 0))
    return scene, ask(scene, about, kind, seed)


def slips(scene: Scene, question: Question) -> Iterator[tuple[Any, str]]:
    """What known misconceptions answer, each with the code that the page must show."""
    row = KINDS[question.kind]
    answers = {repr(probe.answer): probe.answer for probe in row.probes(scene, question)}
    offered = [c.value for c in row.choices(scene, question)] if row.choices else None
    for answer in answers.values():
        if offered is not None and answer not in offered:
            continue
        verdict = judge(scene, question, list(answer) if row.form == "shape" else answer)
        if not verdict.correct and verdict.diagnosis and abs_fine(answer):
            yield answer, verdict.diagnosis.code


def abs_fine(answer: Any) -> bool:
    """Numbers that one would write down."""
    return not isinstance(answer, float) or answer == 0 or 1e-12 < abs(answer) < 1e12


def put(card: Locator, form: str, answer: Any) -> None:
    if form == "choice":
        card.locator(f"input[value='{answer}']").check()
    else:
        text = " × ".join(map(str, answer)) if form == "shape" else repr(answer)
        card.locator("input.box").fill(text or "()")
    card.locator("button[type=submit]").click()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """With --whole every lesson is played in both languages with every slip, else in turns."""
    if metafunc.function is not test_a_lesson_is_played_from_first_to_last:
        return
    whole = metafunc.config.getoption("--whole")
    turns = [
        (name, language, None if whole else FEW[language])
        for number, name in enumerate(lessons())
        for place, language in enumerate(LANGUAGES)
        if whole or number % len(LANGUAGES) == place
    ]
    metafunc.parametrize(("name", "language", "most"), turns)


def test_a_lesson_is_played_from_first_to_last(
    workspace: Workspace, name: str, language: Language, most: int | None
) -> None:
    lesson = lessons()[name]
    page = workspace.page
    workspace.open(f"/#lesson={name}&lang={language}")
    if language == "zh":
        page.locator("#language").click()
    expect(page.locator("#lesson h2")).to_have_text(lesson.title.in_language(language))
    told = set()
    for at, block in enumerate(lesson.blocks, 1):
        if block.sort not in ("predict", "spot"):
            continue
        scene, question = asked(lesson, block)
        form, card = KINDS[question.kind].form, page.locator(f"#p{at} .quiz")
        card.scroll_into_view_if_needed()
        for answer, code in islice(slips(scene, question), most):
            put(card, form, () if form == "shape" and not answer else answer)
            expect(card).to_have_attribute("data-code", code)
            expect(card).to_have_attribute("data-state", "wrong")
            told.add(code)
        put(card, form, KINDS[question.kind].truth(scene, question))
        expect(card).to_have_attribute("data-state", "right")
    assert told
    questions = sum(block.sort in ("predict", "spot") for block in lesson.blocks)
    all_right = re.compile(rf"{questions}\D+{questions}")
    expect(page.locator("#lesson .progress")).to_contain_text(all_right)
    page.reload()  # a long program is packed in the link, and the lesson with it
    expect(page.locator("#lesson h2")).to_have_text(lesson.title.in_language(language))
    expect(page.locator("#lesson .progress")).to_contain_text(all_right)


@pytest.fixture
def paths(workspace: Workspace) -> Page:
    workspace.open("/#lesson=paths")
    expect(workspace.page.locator("#lesson .quiz").first).to_be_visible()
    expect(workspace.page.locator("#lesson .slot:empty")).to_have_count(0)  # they come in any order
    return workspace.page


def test_the_answer_is_not_on_the_graph_before_it_is_given(
    workspace: Workspace, paths: Page
) -> None:
    workspace.ready()
    workspace.until("document.querySelector('[data-node=b]').dataset.gradient === ''")
    card = paths.locator("#lesson .quiz").nth(1)
    put(card, "number", 6)
    expect(card).to_have_attribute("data-code", "paths_multiplied")
    assert workspace.gradient("b") == ""
    put(card, "number", 5)
    expect(card).to_have_attribute("data-state", "right")
    workspace.until("document.querySelector('[data-node=b]').dataset.gradient === '5'")


def test_a_hint_leads_on_and_the_answer_can_be_shown(paths: Page) -> None:
    card = paths.locator("#lesson .quiz").nth(1)
    for number in (1, 2, 3):
        card.get_by_role("button", name="Hint").click()
        expect(card.locator(".hints li")).to_have_count(number)
    put(card, "number", 7)
    card.get_by_role("button", name="Show the answer").click()
    expect(card).to_have_attribute("data-state", "shown")
    expect(card.locator(".why")).to_contain_text("= 5")


def test_progress_stays_and_the_way_out_leads_back(workspace: Workspace, paths: Page) -> None:
    card = paths.locator("#lesson .quiz").nth(1)
    put(card, "number", 5)
    expect(paths.locator("#lesson .progress")).to_have_text("1 of 5 questions answered")
    workspace.button("Open in workspace").click()
    expect(paths.locator("#lesson")).to_be_hidden()
    assert workspace.editor.inner_text().startswith("c = a + b")
    workspace.button("Back to the lesson").click()
    expect(paths.locator("#lesson .progress")).to_have_text("1 of 5 questions answered")
    expect(paths).to_have_url(re.compile("lesson=paths"))
    paths.reload()
    expect(paths.locator("#lesson .progress")).to_have_text("1 of 5 questions answered")


def test_what_is_typed_outlives_another_language_and_a_reload(
    workspace: Workspace, paths: Page
) -> None:
    slot = paths.locator("#lesson .slot").nth(1)
    box = slot.get_by_role("textbox")
    box.fill("1/7")
    workspace.button("中文").click()
    expect(slot.get_by_role("textbox", name="你的答案")).to_have_value("1/7")
    paths.reload()
    expect(box).to_have_value("1/7")
    workspace.ready()
    workspace.button("预测").click()
    question = paths.locator("#predict")
    question.get_by_role("textbox").fill("2/7")
    workspace.button("English").click()
    expect(question.get_by_role("textbox", name="Your answer")).to_have_value("2/7")


def test_answers_can_be_taken_home_as_a_table(paths: Page) -> None:
    put(paths.locator("#lesson .quiz").nth(1), "number", 3)
    expect(paths.locator("#lesson .quiz").nth(1)).to_have_attribute("data-code", "one_path")
    with paths.expect_download() as download:
        paths.get_by_role("button", name="Save my answers (CSV)").click()
    rows = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert rows[0] == "lesson,block,prompt,answer,correct,sure,code,tries"
    assert rows[1].endswith("3,false,false,one_path,1")


def test_without_a_server_a_question_says_so_and_is_asked_for_again(workspace: Workspace) -> None:
    page = workspace.page
    page.route("**/api/v1/quiz*", lambda route: route.abort())
    workspace.open("/#lesson=paths")
    absent = page.locator("#lesson .absent")
    expect(absent.first).to_contain_text("The server does not answer")
    questions = 5  # of this lesson; each has been asked
    expect(absent).to_have_count(questions)
    page.unroute("**/api/v1/quiz*")
    for left in reversed(range(questions)):
        absent.first.get_by_role("button", name="Retry").click()
        expect(absent).to_have_count(left)
    expect(page.locator("#lesson .quiz")).to_have_count(questions)
    workspace.complaints.clear()  # the browser's own words about the time without a server


def test_without_a_server_a_lesson_says_so_and_is_asked_for_again(workspace: Workspace) -> None:
    page = workspace.page
    page.route("**/api/v1/lessons/*", lambda route: route.abort())
    workspace.open("/#lesson=paths")
    expect(page.locator("#lesson")).to_contain_text("The server does not answer")
    page.unroute("**/api/v1/lessons/*")
    page.locator("#lesson").get_by_role("button", name="Retry").click()
    expect(page.locator("#lesson .quiz").first).to_be_visible()
    workspace.complaints.clear()  # the browser's own words about the time without a server


def test_a_paragraph_can_be_linked(workspace: Workspace) -> None:
    workspace.open("/#lesson=graph.p20")
    block = workspace.page.locator("#p20")
    expect(block).to_be_in_viewport()


def test_a_key_turns_the_next_step_into_a_question(workspace: Workspace) -> None:
    workspace.open()
    page = workspace.page
    workspace.button("First step").click()
    page.locator("#canvas").click(position={"x": 16, "y": 300})
    page.keyboard.press("p")
    panel = page.locator("#predict")
    expect(panel.locator(".ask")).to_be_visible()
    page.get_by_role("button", name="The whole way back").click()
    expect(panel.locator(".ask")).to_contain_text("whole way back")
    for edge, number in {"c->e:0": 2, "d->e:1": 3, "b->d:0": 3, "a->c:0": 2, "b->c:1": 1}.items():
        panel.get_by_label(edge, exact=True).fill(str(number))
    panel.get_by_role("button", name="Check", exact=True).click()
    expect(panel.get_by_label("b->c:1", exact=True)).to_have_attribute("aria-invalid", "")
    panel.get_by_label("b->c:1", exact=True).fill("2")
    panel.get_by_role("button", name="Check", exact=True).click()
    expect(panel.locator(".quiz")).to_have_attribute("data-state", "right")


def test_other_numbers_reach_the_sliders(workspace: Workspace) -> None:
    page = workspace.page
    workspace.open("/#e=(a+b)*(b+1)&a=2&b=1&quiz=grad:b")
    panel = page.locator("#predict")
    expect(panel.locator(".ask")).to_contain_text("∂out/∂b")
    assert workspace.gradient("b") == ""
    page.get_by_role("button", name="Other numbers").click()
    workspace.until("!location.hash.includes('a=2&b=1')")
    expect(panel.locator(".ask")).to_be_visible()


def test_the_page_knows_every_kind_of_question(workspace: Workspace) -> None:
    workspace.open()
    kinds = "import('/static/js/model/lesson.js').then((module) => module.KINDS)"
    assert set(workspace.page.evaluate(kinds)) == set(KINDS)


def test_a_link_that_asks_what_cannot_be_asked_says_so(workspace: Workspace) -> None:
    workspace.open("/#e=(a+b)*(b+1)&a=2&b=1&quiz=grad:gone")
    expect(workspace.page.get_by_text("The link asks “grad:gone”")).to_be_visible()
    expect(workspace.page.locator("#predict")).to_be_hidden()


@both_languages
def test_the_gallery_is_searched_and_opened(workspace: Workspace, language: Language) -> None:
    page = workspace.page
    workspace.open("/gallery")
    if language == "zh":
        page.locator("#language").click()
        expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
        workspace.ready()
    expect(page.locator(".card:visible")).to_have_count(page.locator(".card").count())
    page.locator("#search").fill("sqrt")
    expect(page.locator("[data-example=pendulum]")).to_be_visible()
    expect(page.locator("[data-example=seed]")).to_be_hidden()
    page.locator("#search").fill("")
    page.locator(".chip").nth(3).click()
    expect(page.locator(".card:visible").first).to_be_visible()
    page.locator(".chip").first.click()
    page.locator("[data-example=pendulum]").click()
    workspace.ready()
    expect(page.locator("[data-node=T]")).to_have_count(1)


@both_languages
def test_the_page_of_lessons_leads_to_each(workspace: Workspace, language: Language) -> None:
    page = workspace.page
    workspace.open("/lessons")
    if language == "zh":
        page.locator("#language").click()
        expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
        workspace.ready()
    expect(page.locator(".card")).to_have_count(13)
    expect(page.locator("#glossary dt").first).to_be_visible()
    page.locator("[data-lesson=gates]").click()
    expect(page.locator("#lesson h2")).to_have_text(lessons()["gates"].title.in_language(language))
