import pytest
import responses
from responses.matchers import json_params_matcher

from app.services.notifications import NotificationError, send_notification

URL = "http://notify.test/notifications"


@pytest.mark.parametrize("status", [400, 404, 500, 503])
@responses.activate
def test_send_notification_http_error(status):
    responses.post(URL, status=status)

    with pytest.raises(NotificationError, match=f"answered {status}$"):
        send_notification("call", "hello")


@responses.activate
def test_send_notification():
    sent = {"kind": "call", "message": "hello"}
    responses.post(URL, json={"id": "n-1"}, match=[json_params_matcher(sent)])

    assert send_notification("call", "hello") == "n-1"
