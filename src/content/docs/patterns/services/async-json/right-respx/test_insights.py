import httpx
import pytest
import respx

from app.services.insights import fetch_insights


@pytest.mark.asyncio
async def test_insights_service():
    service = respx.MockRouter(base_url="http://llm.test")
    route = service.get("/calls/c-1/insights").respond(json={"summary": "Refund."})
    transport = httpx.MockTransport(service.async_handler)

    async with httpx.AsyncClient(base_url="http://llm.test", transport=transport) as client:
        insights = await fetch_insights(client, "c-1")

    assert insights == {"summary": "Refund.", "sentiment": "neutral"}
    assert route.call_count == 1
