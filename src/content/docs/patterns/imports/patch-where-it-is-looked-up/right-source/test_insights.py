from unittest.mock import patch

from app.services.insights import call_card


@patch("app.services.llm_client.sentences", autospec=True)
def test_call_card_counts_sentences(sentences):
    sentences.return_value = ["Asha called.", "She wants a refund.", "She is cross."]

    card = call_card("whatever was said")

    assert card == {"summary": "Asha called.", "sentences": 3}
