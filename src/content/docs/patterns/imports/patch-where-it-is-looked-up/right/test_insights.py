from unittest.mock import patch

from app.services.insights import call_summary

TRANSCRIPT = "Asha called. She wants a refund."


@patch("app.services.insights.summarise", autospec=True, return_value="short")
def test_call_summary(summarise):
    summary = call_summary(TRANSCRIPT)

    assert summary == "short"
    summarise.assert_called_once_with(TRANSCRIPT)
