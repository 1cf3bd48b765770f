from unittest.mock import patch

import pytest
from requests import HTTPError

from app.services.notifications import NotificationError, send_notification


@patch("app.services.notifications.requests")
def test_send_notification_http_error(requests):
    response = requests.Session.return_value.post.return_value
    response.raise_for_status.side_effect = HTTPError("500 Server Error")

    with pytest.raises(NotificationError):
        send_notification("call", "hello")
