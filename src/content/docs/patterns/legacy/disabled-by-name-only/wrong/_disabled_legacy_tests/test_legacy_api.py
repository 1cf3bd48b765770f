from app.legacy_api import handle_call


def test_handle_call():
    assert handle_call("c-1")["status"] == "submitted"
