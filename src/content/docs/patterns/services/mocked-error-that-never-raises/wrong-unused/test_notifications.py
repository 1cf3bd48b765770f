from unittest.mock import patch

import pytest

from app.services.notifications import NotificationError, send_notification


@patch("requests.post")
def test_send_notification_http_error(post):
    post.return_value.status_code = 500

    with pytest.raises(NotificationError):
        send_notification("call", "hello")
