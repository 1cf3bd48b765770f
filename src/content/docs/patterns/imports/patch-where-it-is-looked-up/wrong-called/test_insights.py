from unittest.mock import patch

from app.services.insights import call_summary

TRANSCRIPT = "Asha called. She wants a refund."


@patch("app.services.llm_client.summarise")
def test_call_summary_asks_the_model(summarise):
    call_summary(TRANSCRIPT)

    summarise.assert_called_once_with(TRANSCRIPT)
