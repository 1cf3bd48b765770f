import httpx
import pytest

from app.services.insights import fetch_insights


def client(answer):
    """A real client whose requests go to a function of the test."""
    return httpx.AsyncClient(base_url="http://llm.test", transport=httpx.MockTransport(answer))


@pytest.mark.asyncio
async def test_insights_service():
    def answer(request):
        assert (request.method, request.url.path) == ("GET", "/calls/c-1/insights")
        return httpx.Response(200, json={"summary": "Refund."})

    async with client(answer) as http:
        insights = await fetch_insights(http, "c-1")

    assert insights == {"summary": "Refund.", "sentiment": "neutral"}


@pytest.mark.asyncio
async def test_insights_service_unavailable():
    async with client(lambda request: httpx.Response(503)) as http:
        with pytest.raises(httpx.HTTPStatusError, match="503"):
            await fetch_insights(http, "c-1")


@pytest.mark.asyncio
async def test_insights_service_too_slow():
    def answer(request):
        raise httpx.ReadTimeout("no answer in 10 seconds", request=request)

    async with client(answer) as http:
        with pytest.raises(httpx.ReadTimeout):
            await fetch_insights(http, "c-1")
