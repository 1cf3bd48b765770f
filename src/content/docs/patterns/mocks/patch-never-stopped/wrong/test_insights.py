from unittest.mock import patch

from app.services import insights


def test_card_shows_the_summary():
    summarise = patch.object(insights, "summarise").start()
    summarise.return_value = "short"

    assert insights.call_card("Asha called. She waits.")["summary"] == "short"


def test_summary_is_the_first_sentence():
    assert insights.call_summary("Asha called. She waits.") == "Asha called."
