from unittest.mock import Mock

from app.services.notifications import error_payload


def test_send_error_notification():
    task = Mock(name="app.clean_text")

    payload = error_payload(task.name, ValueError("nothing to clean"), "t-1")

    assert payload["task"] == "app.clean_text"
