from unittest.mock import create_autospec

import pytest
import requests

from app.services.notifications import NotificationError, send_notification


def test_send_notification_http_error():
    session = create_autospec(requests.Session, instance=True, spec_set=True)
    response = session.post.return_value
    response.status_code = 500
    response.raise_for_status.side_effect = requests.HTTPError("500 Server Error")

    with pytest.raises(NotificationError, match="answered 500$"):
        send_notification("call", "hello", session=session)
