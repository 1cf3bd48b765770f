from unittest.mock import Mock

from app.services import insights


def test_card_shows_the_summary():
    insights.summarise = Mock(return_value="short")

    assert insights.call_card("Asha called. She waits.")["summary"] == "short"


def test_summary_is_the_first_sentence():
    assert insights.call_summary("Asha called. She waits.") == "Asha called."
