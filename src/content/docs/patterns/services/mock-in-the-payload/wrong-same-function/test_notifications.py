import json

import responses

from app.services.notifications import error_payload, send_error_notification

URL = "http://notify.test/notifications"


@responses.activate
def test_send_error_notification():
    sent = responses.post(URL, json={"id": "n-1"})
    exc = ValueError("nothing to clean")

    send_error_notification("app.clean_text", exc, "t-1")

    expected = error_payload("app.clean_text", exc, "t-1")
    assert json.loads(sent.calls[0].request.body) == expected
