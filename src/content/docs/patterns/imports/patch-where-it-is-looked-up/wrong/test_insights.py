from unittest.mock import patch

from app.services.insights import call_summary


@patch("app.services.llm_client.summarise", return_value="short")
def test_call_summary(summarise):
    summary = call_summary("Asha called. She wants a refund.")

    assert summary == "short"
