from unittest.mock import MagicMock

import responses

from app.services.notifications import send_error_notification

URL = "http://notify.test/notifications"


@responses.activate
def test_send_error_notification():
    responses.post(URL, json={"id": "n-1"})
    task = MagicMock()

    assert send_error_notification(task.name, ValueError("nothing to clean"), "t-1") == "n-1"
