"""The lessons cannot lie: every number is computed, every state runs, both languages agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.lessons import GLOSSARY, Block, Lesson, filled, lessons, runs
from engine.lessons.numbers import FIELD, fields
from engine.lessons.reader import BadLesson, read
from engine.quiz import KINDS, ask, judge
from engine.quiz.asking import find_edge
from engine.quiz.scene import scene_of
from engine.trace import trace
from engine.words import LANGUAGES, Words
from tests.markdown import ROOT

ALL = list(lessons().values())
BLOCKS = [
    pytest.param(lesson, block, id=f"{lesson.id}-{at}")
    for lesson in ALL
    for at, block in enumerate(lesson.blocks, 1)
]
ASKING = [p for p in BLOCKS if p.values[1].sort in ("predict", "spot")]
STATES = [p for p in BLOCKS if p.values[1].sort == "show"]
CODE = re.compile(r"`([^`]*)`")
WORD_WITH_DIGITS = re.compile(r"[^\W\d]\w*")
NAMED_STEPS = {"start", "forward", "end"}
every_lesson = pytest.mark.parametrize("lesson", ALL, ids=lambda lesson: lesson.id)


def texts(lesson: Lesson) -> list[Words]:
    return [lesson.title, *(words for block in lesson.blocks for words in block.texts)]


def test_there_are_thirteen_lessons_in_order() -> None:
    assert [lesson.number for lesson in ALL] == list(range(1, 14))


@every_lesson
def test_a_lesson_has_all_its_parts(lesson: Lesson) -> None:
    for sort in ("goals", "summary", "teacher", "why", "try"):
        assert lesson.of(sort)
    assert 3 <= len(lesson.of("predict")) <= 6
    assert len(lesson.of("spot")) == 1
    assert lesson.minutes <= 15
    assert lesson.blocks[0].sort == "goals"
    assert next(block for block in lesson.blocks if block.sort != "goals").sort == "show"


@pytest.mark.parametrize("block", [block for lesson in ALL for block in lesson.blocks])
def test_both_languages_hold_the_same_numbers_names_and_terms(block: Block) -> None:
    for english, chinese in block.texts:
        assert fields(english) == fields(chinese)
        assert sorted(CODE.findall(english)) == sorted(CODE.findall(chinese))
        terms = [sorted(filter(None, (run.term for run in runs(t)))) for t in (english, chinese)]
        assert terms[0] == terms[1]
        assert set(terms[0]) <= GLOSSARY.keys()


@pytest.mark.parametrize(("lesson", "block"), BLOCKS)
def test_every_number_is_computed_from_the_program(lesson: Lesson, block: Block) -> None:
    sources = " ".join("".join(p.source.split()) for p in lesson.programs.values())
    for words in block.texts:
        for text in words:
            assert "{" not in filled(text, lesson, block.on)
            typed = FIELD.sub("", text)
            for code in CODE.findall(typed):
                plain = WORD_WITH_DIGITS.sub("", code)
                assert not re.search(r"\d", plain) or "".join(code.split()) in known(sources)
            prose = re.sub(r"\[\[[^|]*\|", "", CODE.sub("", typed))
            assert not re.search(r"\d", prose), prose


def known(sources: str) -> str:
    """What a lesson may quote: its programs, and the first of them written in one line."""
    return f"{sources} e=(a+b)*(b+1)"


@pytest.mark.parametrize(("lesson", "block"), ASKING)
def test_every_question_can_be_asked_and_its_truth_is_right(lesson: Lesson, block: Block) -> None:
    scene = scene_of(*lesson.state(block))
    about = {k: v for k, v in block.settings.items() if k in ("node", "edge", "step")}
    question = ask(scene, about, block.settings["kind"], int(block.settings.get("seed", 0)))
    assert question.kind == block.settings["kind"]
    truth = KINDS[question.kind].truth(scene, question)
    answer = list(truth) if isinstance(truth, tuple) else truth
    assert judge(scene, question, answer).correct


@pytest.mark.parametrize(("lesson", "block"), STATES)
def test_every_state_loads(lesson: Lesson, block: Block) -> None:
    source, values = lesson.state(block)
    scene = lesson.scenes[block.on]
    run = trace(scene.tape.graph, values)
    step = block.settings.get("step", "end")
    assert step in NAMED_STEPS or 0 <= int(step) <= len(run.steps)
    for name in ("select", "from", "to"):
        if name in block.settings:
            where = block.settings[name]
            found = find_edge(scene, where) if "->" in where else scene.tape.graph.find(where)
            assert found >= 0
    known_keys = {"step", "mode", "select", "panel", "from", "to"}
    inputs = {node.name for node in scene.tape.graph.inputs}
    assert set(block.settings) <= known_keys | inputs
    assert source


@every_lesson
@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_short(lesson: Lesson, language: str) -> None:
    for words in texts(lesson):
        text = CODE.sub("x", FIELD.sub("n", words.zh if language == "zh" else words.en))
        for sentence in re.split(r"[.!?。！？：:；](?:\s|$|(?=[^\d]))", text):
            length = len(sentence) if language == "zh" else len(sentence.split())
            assert length <= (60 if language == "zh" else 32), sentence


def test_a_file_that_lacks_a_language_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "01-half.md"
    file.write_text("# Only one\n\nminutes: 1\n", encoding="utf-8")
    with pytest.raises(BadLesson):
        read(file)


def test_every_term_has_both_names_and_both_meanings() -> None:
    for term in GLOSSARY.values():
        assert all([*term.name, *term.meaning])


def test_the_updated_network_is_one_step_of_descent_from_the_first() -> None:
    network, updated = (lessons()["network"].programs[name] for name in ("network", "updated"))
    scene = lessons()["network"].scenes["network"]
    for at in range(1, 9):
        node = scene.tape.graph.find(f"w{at}")
        step = network.values[f"w{at}"] - 0.5 * scene.gradient(node)
        assert updated.values[f"w{at}"] == pytest.approx(step, rel=1e-9)


WORDS_A_MINUTE, MINUTES_A_QUESTION = 200, 0.5


def minutes_until(wanted: str, *kinds: str) -> float:
    """When somebody who reads lessons 1, 3 and 4 meets a question of one of these kinds."""
    minutes = 0.0
    for name in ("graph", "paths", "modes"):
        for block in lessons()[name].blocks:
            if name == wanted and block.settings.get("kind") in kinds:
                return minutes
            if block.sort in ("predict", "spot"):
                minutes += MINUTES_A_QUESTION
            elif block.sort != "teacher":
                words = sum(len(text.en.split()) for text in block.texts)
                minutes += words / WORDS_A_MINUTE
    raise AssertionError(f"no such question in {wanted}")


def test_a_newcomer_meets_the_first_ideas_in_time() -> None:
    assert minutes_until("graph", "value") <= 1
    assert minutes_until("paths", "gradient", "sum") <= 6
    assert minutes_until("modes", "next") <= 10


@pytest.mark.parametrize("page", ["newcomer.md", "newcomer.zh.md"])
def test_the_pages_for_newcomers_add_up_what_the_first_lessons_announce(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    minutes = [int(each) for each in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)]
    assert minutes[-1] == sum(lesson.minutes for lesson in ALL[:7])
