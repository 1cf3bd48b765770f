from app.services.notifications import error_payload


def test_error_payload():
    payload = error_payload(
        "app.clean_text",
        ValueError("nothing to clean"),
        "t-1",
    )

    assert payload
