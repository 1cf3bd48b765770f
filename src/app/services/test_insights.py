from typing import Any
from unittest.mock import patch

import httpx
import pytest
import respx

from app.services.insights import call_card, call_summary, fetch_insights
from app.services.llm_client import insights_client
from app.settings import Settings

TRANSCRIPT = "Asha called. She wants a refund."


def test_summary_gets_the_whole_transcript() -> None:
    with patch("app.services.insights.summarise", autospec=True, return_value="short") as summarise:
        assert call_summary(TRANSCRIPT) == "short"

    summarise.assert_called_once_with(TRANSCRIPT)


def test_card_shows_summary_and_length() -> None:
    assert call_card(TRANSCRIPT) == {"summary": "Asha called.", "sentences": 2}


async def fetch(answer: respx.MockRouter, call_id: str = "c-1") -> Any:
    with answer:
        async with insights_client(Settings({})) as client:
            return await fetch_insights(client, call_id)


@pytest.fixture
def service() -> respx.MockRouter:
    return respx.mock(base_url="http://llm.test")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("found", "sentiment"), [({"sentiment": "angry"}, "angry"), ({}, "neutral")], ids=str
)
async def test_fetches_a_call(service: respx.MockRouter, found: dict[str, str], sentiment: str) -> None:
    service.get("/calls/c-1/insights").respond(json={"summary": "Refund.", **found, "more": 1})

    assert await fetch(service) == {"summary": "Refund.", "sentiment": sentiment}


@pytest.mark.asyncio
async def test_error_status_is_raised(service: respx.MockRouter) -> None:
    service.get("/calls/c-1/insights").respond(503)

    with pytest.raises(httpx.HTTPStatusError, match="503"):
        await fetch(service)


@pytest.mark.asyncio
async def test_time_out_is_passed_on(service: respx.MockRouter) -> None:
    service.get("/calls/c-1/insights").mock(side_effect=httpx.ReadTimeout("slow"))

    with pytest.raises(httpx.ReadTimeout):
        await fetch(service)


@pytest.mark.asyncio
async def test_answer_without_a_summary_is_an_error(service: respx.MockRouter) -> None:
    service.get("/calls/c-1/insights").respond(json={"sentiment": "angry"})

    with pytest.raises(KeyError, match="summary"):
        await fetch(service)
