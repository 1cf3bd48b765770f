from unittest.mock import AsyncMock

import httpx
import pytest

from app.services.insights import fetch_insights


@pytest.mark.asyncio
async def test_insights_service():
    client = AsyncMock(spec_set=httpx.AsyncClient)
    request = httpx.Request("GET", "http://llm.test/calls/c-1/insights")
    client.get.return_value = httpx.Response(200, json={"summary": "Refund."}, request=request)

    insights = await fetch_insights(client, "c-1")

    assert insights == {"summary": "Refund.", "sentiment": "neutral"}
    client.get.assert_awaited_once_with("/calls/c-1/insights")
