from app import api
from app.settings import settings

settings.app_version = "0.1.0"


def test_feedback_names_the_version():
    status, body = api.get("/version")

    assert status == 200
    assert body["version"] == "0.1.0"
