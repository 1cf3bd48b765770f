from unittest.mock import AsyncMock

import httpx
import pytest

from app.services.insights import fetch_insights


@pytest.mark.asyncio
async def test_insights_service():
    client = AsyncMock(spec_set=httpx.AsyncClient)
    client.get.return_value = httpx.Response(200, json={"summary": "Refund."})

    insights = await fetch_insights(client, "c-1")

    assert insights == {"summary": "Refund.", "sentiment": "neutral"}
