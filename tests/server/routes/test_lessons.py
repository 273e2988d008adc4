"""/lessons: thirteen lessons, each complete in both languages, every question answerable."""

from __future__ import annotations

import httpx
import pytest

from engine.lessons import lessons
from server.schemas.lessons import Lesson, LessonsAnswer
from tests.server.conftest import API, Ask

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_list_names_all_thirteen(client: httpx.AsyncClient, language: str) -> None:
    found = (await client.get(f"{API}/lessons", params={"lang": language})).json()
    assert LessonsAnswer.model_validate(found).model_dump() == found
    assert [each["number"] for each in found["lessons"]] == list(range(1, 14))
    assert all(each["questions"] >= 4 and each["goals"] for each in found["lessons"])


@pytest.mark.parametrize("name", list(lessons()))
async def test_a_lesson_is_the_same_in_both_languages_but_for_its_words(
    client: httpx.AsyncClient, name: str
) -> None:
    english, chinese = [
        (await client.get(f"{API}/lessons/{name}", params={"lang": language})).json()
        for language in ("en", "zh")
    ]
    assert Lesson.model_validate(english).model_dump(exclude_unset=True) == english
    for ours, theirs in zip(english["blocks"], chinese["blocks"], strict=True):
        assert [ours[key] for key in ("id", "sort", "state", "question")] == [
            theirs[key] for key in ("id", "sort", "state", "question")
        ]
        assert len(ours["texts"]) == len(theirs["texts"])
    assert english["glossary"].keys() == chinese["glossary"].keys()
    assert english["title"] != chinese["title"]


@pytest.mark.parametrize("name", list(lessons()))
async def test_every_question_of_a_lesson_is_asked_by_the_quiz(
    client: httpx.AsyncClient, ask: Ask, name: str
) -> None:
    lesson = (await client.get(f"{API}/lessons/{name}")).json()
    for block in lesson["blocks"]:
        if block["question"]:
            question = block["question"]
            about = {
                key: int(where) if key == "step" else where
                for key, where in question["about"].items()
            }
            answer = await ask(
                "quiz",
                source=block["state"]["source"],
                values=block["state"]["values"],
                kind=question["kind"],
                seed=question["seed"],
                **({"about": about} if about else {}),
            )
            assert answer.status_code == 200, answer.json()
            assert answer.json()["kind"] == question["kind"]


async def test_a_lesson_that_is_not_there_is_named(client: httpx.AsyncClient) -> None:
    answer = await client.get(f"{API}/lessons/alchemy")
    assert answer.status_code == 404
    assert "alchemy" in answer.json()["detail"]
