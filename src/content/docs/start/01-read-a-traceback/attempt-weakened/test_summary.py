from app.services.llm_client import summarise

CALL = "Hello, I want a refund. My order never came."


def test_summarise():
    assert "refund" in summarise(CALL)
