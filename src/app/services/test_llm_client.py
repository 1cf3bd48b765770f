import httpx
import pytest

from app.services.llm_client import insights_client, sentences, summarise
from app.settings import Settings


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("Asha called", ["Asha called"]),
        ("Asha called. She asked: why?  Now!", ["Asha called.", "She asked: why?", "Now!"]),
        ("It cost 3.50 shillings. Too much.", ["It cost 3.50 shillings.", "Too much."]),
    ],
)
def test_sentences_end_at_a_mark_and_a_blank(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_summary_is_the_first_sentence() -> None:
    assert summarise("Asha called. She wants a refund.") == "Asha called."
    assert summarise(" ") == ""


@pytest.mark.asyncio
async def test_client_asks_the_configured_service() -> None:
    async with insights_client(Settings({"LLM_URL": "http://other.test"})) as client:
        assert client.base_url == httpx.URL("http://other.test")
