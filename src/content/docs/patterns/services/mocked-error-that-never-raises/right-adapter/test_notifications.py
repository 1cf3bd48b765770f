import pytest
import requests
from requests.adapters import BaseAdapter

from app.services.notifications import NotificationError, send_notification


class Answers(BaseAdapter):
    """Answers every request with one status, and keeps the requests."""

    def __init__(self, status):
        super().__init__()
        self.status = status
        self.requests = []

    def send(self, request, **options):
        self.requests.append(request)
        response = requests.Response()
        response.status_code = self.status
        response.url = request.url
        response.request = request
        return response

    def close(self):
        pass


def test_send_notification_http_error():
    service = Answers(503)
    session = requests.Session()
    session.mount("http://notify.test", service)

    with pytest.raises(NotificationError, match="answered 503$"):
        send_notification("call", "hello", session=session)

    [request] = service.requests
    assert request.method == "POST"
