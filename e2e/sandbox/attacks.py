"""Ways out, tried from inside: each test passes if it is refused. Run by the reader's own runner.

A counting server, whose address the spec puts below, is the judge; these asserts only say that the
attack was really tried and did not look like a success.
"""

import asyncio
import socket
import urllib.request

import js
import pyodide.code
import pyodide.ffi
import pyodide.http
import pytest
import requests

ORIGIN = "http://counting-server.invalid"


def refused(attempt):
    """Try it; return the error's name. A promise counts as refused later, by the server's count."""
    try:
        value = attempt()
    except BaseException as error:  # noqa: BLE001 - whatever the engine raises
        return type(error).__name__
    return value


def script(source):
    """Run JavaScript by every door there is; return how each answered."""
    blob = js.Blob.new(pyodide.ffi.to_js([source]))
    return js.URL.createObjectURL(blob)


def test_fetch():
    refused(lambda: js.fetch(f"{ORIGIN}/fetch"))


def test_fetch_no_cors():
    refused(lambda: js.fetch(f"{ORIGIN}/no-cors", pyodide.ffi.to_js({"mode": "no-cors"}, dict_converter=js.Object.fromEntries)))


def test_fetch_keepalive():
    refused(lambda: js.fetch(f"{ORIGIN}/keepalive", pyodide.ffi.to_js({"keepalive": True}, dict_converter=js.Object.fromEntries)))


def test_request_object():
    refused(lambda: js.fetch(js.Request.new(f"{ORIGIN}/request")))


def test_xhr_sync():
    def attempt():
        xhr = js.XMLHttpRequest.new()
        xhr.open("GET", f"{ORIGIN}/xhr-sync", False)
        xhr.send()

    assert refused(attempt) is not None


def test_xhr_async():
    def attempt():
        xhr = js.XMLHttpRequest.new()
        xhr.open("GET", f"{ORIGIN}/xhr-async", True)
        xhr.send()

    refused(attempt)


def test_websocket():
    refused(lambda: js.WebSocket.new(f"{ORIGIN.replace('http', 'ws')}/websocket"))


def test_event_source():
    refused(lambda: js.EventSource.new(f"{ORIGIN}/event-source"))


def test_send_beacon():
    refused(lambda: js.navigator.sendBeacon(f"{ORIGIN}/beacon", "x"))


def test_web_transport():
    refused(lambda: js.WebTransport.new(f"{ORIGIN.replace('http', 'https')}/transport"))


def test_rtc():
    refused(lambda: js.RTCPeerConnection.new())


def test_import_scripts_remote():
    assert refused(lambda: js.importScripts(f"{ORIGIN}/import-scripts.js")) is not None


def test_dynamic_import_remote():
    refused(lambda: js.eval(f"import('{ORIGIN}/import.mjs')"))


def test_dynamic_import_inside_blob():
    refused(lambda: pyodide.code.run_js(f"import('{ORIGIN}/run-js-import.mjs')"))


def test_eval():
    assert refused(lambda: js.eval(f"fetch('{ORIGIN}/eval')")) == "JsException"


def test_function_constructor():
    assert refused(lambda: js.Function.new(f"return fetch('{ORIGIN}/function')")()) == "JsException"


def test_constructor_chain():
    def attempt():
        return js.fetch.constructor(f"return fetch('{ORIGIN}/constructor')")()

    assert refused(attempt) is not None


def test_set_timeout_string():
    refused(lambda: js.setTimeout(f"fetch('{ORIGIN}/timeout-string')", 0))


def test_run_js():
    assert refused(lambda: pyodide.code.run_js(f"fetch('{ORIGIN}/run-js')")) == "JsException"


def test_pyodide_api():
    def attempt():
        import pyodide_js

        return pyodide_js._api.public_api.runPython(f"import js; js.fetch('{ORIGIN}/api')")

    refused(attempt)


def test_pyfetch():
    refused(lambda: pyodide.http.open_url(f"{ORIGIN}/open-url"))


def test_requests_library():
    with pytest.raises(Exception):  # noqa: B017, PT011 - each engine names it its own way
        requests.get(f"{ORIGIN}/requests", timeout=1)


def test_urllib():
    with pytest.raises(Exception):  # noqa: B017, PT011
        urllib.request.urlopen(f"{ORIGIN}/urllib", timeout=1)


def test_socket():
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", int(ORIGIN.rsplit(":", 1)[1])), timeout=1)


def test_asyncio_connection():
    with pytest.raises(OSError):
        asyncio.run(asyncio.open_connection("127.0.0.1", int(ORIGIN.rsplit(":", 1)[1])))


def test_nested_worker():
    url = script(f"fetch('{ORIGIN}/nested-worker')")
    assert refused(lambda: js.Worker.new(url)) is not None


def test_shared_worker():
    url = script(f"fetch('{ORIGIN}/shared-worker')")
    assert refused(lambda: js.SharedWorker.new(url)) is not None


def test_service_worker():
    refused(lambda: js.navigator.serviceWorker.register(f"{ORIGIN}/service-worker.js"))


def test_indexed_db():
    refused(lambda: js.indexedDB.open("stolen"))


def test_caches():
    refused(lambda: js.caches.open("stolen"))


def test_local_storage():
    assert refused(lambda: js.localStorage.getItem("x")) == "AttributeError"


def test_cookies():
    assert refused(lambda: js.document.cookie) == "AttributeError"


def test_broadcast_channel():
    def attempt():
        channel = js.BroadcastChannel.new("redgreen")
        channel.postMessage("stolen")

    refused(attempt)


def test_origin_is_opaque():
    assert str(js.self.origin) == "null"


def test_no_parent():
    assert refused(lambda: js.parent.document) == "AttributeError"


def test_no_window_open():
    assert refused(lambda: js.open(f"{ORIGIN}/window")) is not None


def test_notification():
    refused(lambda: js.Notification.requestPermission())


def test_clipboard():
    refused(lambda: js.navigator.clipboard.readText())


def test_fonts_and_images():
    refused(lambda: js.FontFace.new("x", f"url({ORIGIN}/font.woff2)").load())


def test_forged_results():
    """Results for another run, another worker, and a page's own words: the page must not believe them."""
    for message in (
        {"kind": "end", "run": 10_000},
        {"kind": "event", "run": 10_000, "json": "{}"},
        {"kind": "ready", "worker": 0},
        {"kind": "loaded"},
        {"kind": "event", "run": 0, "json": "<img src=x onerror=alert(1)>"},
    ):
        js.postMessage(pyodide.ffi.to_js(message, dict_converter=js.Object.fromEntries))
