from app import api


def test_version():
    assert api.get("/version") == (200, {"version": "v1.0.0"})


def test_models_are_known():
    status, body = api.get("/models")

    assert (status, len(body.get("models", {}))) == (200, 5)
