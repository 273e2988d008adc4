"""`chainlight quiz` and `chainlight lesson`: the same questions and texts as on the page."""

from __future__ import annotations

import io
import json

import anyio
import httpx
import pytest

from engine.lessons import lessons
from server.app import create_app
from server.cli import main
from server.settings import Settings
from tests.cli.test_cli import Output, rest

SEED = "c = a + b\nd = b + 1\ne = c * d"
ABOUT_B = ["quiz", SEED, "a=2", "b=1", "--about", "b", "--kind", "gradient"]


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What stands on stdin."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def fetched(path: str) -> bytes:
    async def get() -> bytes:
        transport = httpx.ASGITransport(app=create_app(Settings()))
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return (await client.get(f"/api/v1/{path}")).content

    return anyio.run(get)


def test_a_question_is_asked_until_the_answer_is_right(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "3", "?", "log(", "5")
    assert main(ABOUT_B) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "? What is the gradient ∂e/∂b?"
    assert lines[1].startswith("✗ You followed one path.")
    assert lines[2].strip() == "Multiply along each path; add where paths meet."
    assert "no matching" in lines[3]
    assert lines[4].startswith("✓ ∂e/∂b")


def test_an_empty_line_shows_the_answer(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "")
    assert main([*ABOUT_B, "--lang", "zh"]) == 0
    assert "3·1 + 2·1 = 5" in capsys.readouterr().out


def test_a_choice_is_named_by_its_number(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "2", "1")
    assert main(["quiz", SEED, "a=2", "b=1", "--about", "b", "--kind", "sign"]) == 0
    out = capsys.readouterr().out
    assert "  1  positive" in out
    assert "✗ The size is right. Check the sign at b." in out
    assert "✓" in out


@pytest.mark.parametrize("about", ["d->b", "b->d", "7"])
def test_a_question_may_be_about_an_edge_or_a_step(
    capsys: Output, monkeypatch: pytest.MonkeyPatch, about: str
) -> None:
    typed(monkeypatch)
    code = main(["quiz", SEED, "a=2", "b=1", "--about", about])
    assert code == (1 if about == "d->b" else 0)
    assert capsys.readouterr()


def test_several_questions_end_in_a_score(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "1", "", "")
    assert main(["quiz", "y = 3*x", "x=2", "--kind", "local", "--count", "2"]) == 0
    assert capsys.readouterr().err.strip() == "0 of 2 right"


def test_json_is_what_the_api_answers(capsys: Output) -> None:
    assert main([*ABOUT_B, "--json"]) == 0
    asked = {"source": SEED, "values": {"a": 2, "b": 1}, "kind": "gradient", "about": {"node": "b"}}
    found = json.loads(capsys.readouterr().out)
    assert found == json.loads(rest("quiz", asked))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_list_names_every_lesson(capsys: Output, language: str) -> None:
    assert main(["lesson", "list", "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[1] for line in lines[1:]] == list(lessons())


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", list(lessons()))
def test_a_lesson_can_be_read_to_its_end(
    capsys: Output, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    lesson = lessons()[name]
    asked = sum(block.sort in ("predict", "spot") for block in lesson.blocks)
    typed(monkeypatch, *[""] * asked)
    assert main(["lesson", name, "--lang", language]) == 0
    out = capsys.readouterr().out
    assert out.count("\n? ") == asked
    assert lesson.title.in_language("zh" if language == "zh" else "en") in out
    assert "{" not in out


def test_a_lesson_may_be_played_right(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "3", "6", "2", "2")
    assert main(["lesson", "1", "--teacher"]) == 0
    out = capsys.readouterr().out
    assert out.count("✓") == 4
    assert "Notes for teachers" in out


def test_a_lesson_as_json_is_what_the_api_answers(capsys: Output) -> None:
    assert main(["lesson", "graph", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(fetched("lessons/graph"))
    assert main(["lesson", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(fetched("lessons"))


def test_a_lesson_that_is_not_there_is_named(capsys: Output) -> None:
    assert main(["lesson", "alchemy"]) == 2
    assert "alchemy" in capsys.readouterr().err
