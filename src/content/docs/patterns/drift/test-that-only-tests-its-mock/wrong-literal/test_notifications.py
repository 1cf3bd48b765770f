def test_notification_payload():
    payload = {"kind": "result", "message": "call c-1 is ready"}

    assert payload["kind"] == "result"
    assert "c-1" in payload["message"]
