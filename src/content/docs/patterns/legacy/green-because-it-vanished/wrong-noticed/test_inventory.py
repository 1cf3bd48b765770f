from pathlib import Path


def test_no_test_vanished(request):
    known = Path(__file__).with_name("inventory.txt").read_text().split()
    collected = {item.nodeid for item in request.session.items}

    vanished = [test for test in known if test not in collected]

    assert not vanished, f"tests that vanished: {vanished}"
