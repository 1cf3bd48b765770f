from app.services.llm_client import summarise


def test_summary_is_the_first_sentence():
    assert summarise("Asha called. She wants a refund.") == "Asha called."
