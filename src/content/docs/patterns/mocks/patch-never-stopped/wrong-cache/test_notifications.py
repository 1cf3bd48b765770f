from unittest.mock import patch

import pytest
import responses

from app.services.notifications import NotificationError, send_notification

URL = "http://notify.test/notifications"


def test_returns_the_id():
    with patch("app.services.notifications.requests.Session") as session:
        session.return_value.post.return_value.json.return_value = {"id": "n-1"}

        assert send_notification("call", "ready") == "n-1"


@responses.activate
def test_raises_for_an_error_status():
    responses.post(URL, status=503)

    with pytest.raises(NotificationError):
        send_notification("call", "ready")
