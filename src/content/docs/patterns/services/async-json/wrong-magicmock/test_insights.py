from unittest.mock import AsyncMock, MagicMock

import pytest

from app.services.insights import fetch_insights


@pytest.mark.asyncio
async def test_insights_service():
    client = AsyncMock()
    client.get.return_value = MagicMock(status_code=200)

    insights = await fetch_insights(client, "c-1")

    assert insights["summary"] == "Refund."
