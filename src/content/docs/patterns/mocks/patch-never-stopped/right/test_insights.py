from unittest.mock import patch

import pytest

from app.services import insights


@pytest.fixture
def summarise():
    with patch.object(insights, "summarise", autospec=True) as mock:
        yield mock


def test_card_shows_the_summary(summarise):
    summarise.return_value = "short"

    assert insights.call_card("Asha called. She waits.")["summary"] == "short"


def test_summary_is_the_first_sentence():
    assert insights.call_summary("Asha called. She waits.") == "Asha called."
