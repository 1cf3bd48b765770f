from unittest.mock import patch

TRANSCRIPT = "Asha called. She wants a refund."


def test_call_summary():
    with patch("app.services.llm_client.summarise", return_value="short"):
        from app.services.insights import call_summary

        summary = call_summary(TRANSCRIPT)

    assert summary == "short"


def test_call_summary_for_real():
    from app.services.insights import call_summary

    summary = call_summary(TRANSCRIPT)

    assert summary == "Asha called."
