from app import api


def test_version():
    assert api.get("/version") == (200, {"version": "v1.0.0"})
