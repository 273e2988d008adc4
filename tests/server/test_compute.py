"""What a server computes with is there when it begins."""

from __future__ import annotations

import pytest
from prometheus_client import REGISTRY

from server.compute import Compute
from server.settings import Settings

pytestmark = pytest.mark.anyio


async def test_one_process_of_several_begins_once_it_has_workers() -> None:
    def started() -> float:
        return REGISTRY.get_sample_value("chainlight_heavy_starts_total") or 0.0

    compute, before = Compute(Settings(processes=2)), started()
    await compute.begin()
    assert started() == before + 1
    compute.close()
