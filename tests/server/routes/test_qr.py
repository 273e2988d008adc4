"""POST /qr: a link becomes squares that a phone reads; what is too long for them is refused."""

from __future__ import annotations

import pytest
import segno

from server import qr
from server.settings import Settings
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
LINK = "http://127.0.0.1:8000/#e=(a+b)*(b+1)&a=2&b=1"


async def test_a_link_is_answered_as_a_picture(ask: Ask) -> None:
    answer = await ask("qr", text=LINK)
    assert answer.headers["content-type"] == "image/svg+xml"
    squares = len(segno.make_qr(LINK, error="l").matrix)
    assert f'width="{4 * (squares + 8)}"' in answer.text
    assert "<script" not in answer.text


async def test_two_links_are_two_pictures(ask: Ask) -> None:
    assert (await ask("qr", text=LINK)).text != (await ask("qr", text=LINK + "&step=9")).text


@pytest.mark.parametrize("text", ["</title><script>alert(1)</script>", "θ 前 🙂", "\0"])
async def test_any_text_becomes_squares_and_nothing_else(ask: Ask, text: str) -> None:
    answer = await ask("qr", text=text)
    assert answer.status_code == 200
    assert text not in answer.text


def test_half_a_character_is_no_fault() -> None:
    assert qr.svg("\ud800", Settings().limits) == qr.svg("?", Settings().limits)


async def test_what_no_phone_could_read_is_refused(ask: Ask) -> None:
    most = Settings().limits.qr_bytes
    assert (await ask("qr", text="x" * most)).status_code == 200
    for text in ("x" * (most + 1), ""):
        answer = await ask("qr", text=text)
        assert (answer.status_code, answer.json()["reason"]) == (422, "qr_too_long")
        assert str(most) in answer.json()["detail"]
