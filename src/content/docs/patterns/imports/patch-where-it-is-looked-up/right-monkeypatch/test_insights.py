from app.services import insights


def test_call_summary(monkeypatch):
    monkeypatch.setattr(insights, "summarise", lambda text: f"summary of: {text}")

    summary = insights.call_summary("Asha called. She wants a refund.")

    assert summary == "summary of: Asha called. She wants a refund."
