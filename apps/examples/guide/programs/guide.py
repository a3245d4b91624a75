# Reads OAuth2 clients from a server that answers as the first guide says.
# Python 3.8 or newer, with requests.

import json
import os
import re
import sys
import time
from urllib.parse import quote, urlencode

import requests

BASE_URL = os.environ.get("DOCSPACE_URL", "").rstrip("/")
API_KEY = os.environ.get("DOCSPACE_API_KEY", "").strip()


class ServerError(Exception):
    pass


def get(path, is_public=False):
    """Send a GET. After a 429, wait for as long as the server says."""
    credential = {} if is_public else {"Authorization": f"Bearer {API_KEY}"}
    give_up_at = time.monotonic() + 120
    while True:
        answer = requests.get(
            BASE_URL + path,
            headers={"Accept": "application/json", **credential},
            allow_redirects=False,
            timeout=30,
        )
        if answer.status_code == 200:
            return unwrap(path, answer)
        delay = seconds(answer.headers.get("Retry-After")) or 1
        if answer.status_code != 429 or time.monotonic() + delay > give_up_at:
            is_portal = answer.status_code == 403
            hint = " A portal wants a token, not the key." if is_portal else ""
            raise ServerError(f"GET {path}: {answer.status_code}.{hint}")
        time.sleep(delay)


def seconds(text):
    return int(text) if re.fullmatch(r"[0-9]+", text or "") else 0


def unwrap(path, answer):
    """What is in the envelope, if there is one."""
    try:
        body = answer.json()
    except ValueError:
        raise ServerError(f"GET {path}: the answer is not JSON.") from None
    return body.get("response", body) if isinstance(body, dict) else body


def get_clients_info(client_ids):
    """The bulk answer leaves out what it does not know."""
    query = urlencode([("ids", client_id) for client_id in client_ids])
    found = get(f"/api/2.0/clients/info?{query}")
    known = {id_of(client) for client in found}
    missing = [client_id for client_id in client_ids if client_id not in known]
    return {"found": found, "missing": missing}


def id_of(client):
    return client.get("client_id") or client["id"]


def show(title, value):
    """Print a value: no secret, no long text, no character that a terminal obeys."""
    print(f"{title}\n{json.dumps(shorten(value), indent=2)}\n")


def shorten(value, key=None):
    if key == "client_secret":
        return "(hidden)"
    if isinstance(value, dict):
        return {name: shorten(item, name) for name, item in value.items()}
    if isinstance(value, list):
        return [shorten(item) for item in value]
    if isinstance(value, str) and len(value) > 80:
        return f"{value[:40]}..."
    return value


def main():
    is_url = re.fullmatch(r"https?://[^@?#]+", BASE_URL)
    if not is_url or not re.fullmatch(r"[!-~]+", API_KEY):
        print(
            "Set DOCSPACE_URL to the address of a server"
            " and DOCSPACE_API_KEY to an API key of it.",
            file=sys.stderr,
        )
        return 2
    try:
        clients = get("/api/2.0/clients")
        names = [
            {"client_id": id_of(client), "name": client["name"]} for client in clients
        ]
        show(f"Step 1: {len(clients)} clients", names)
        if clients:
            client_id = id_of(clients[0])
            segment = quote(client_id, safe="")
            show("Step 2: the client", get(f"/api/2.0/clients/{segment}"))
            show("Step 3: its details", get(f"/api/2.0/clients/{segment}/info"))
            public = get(f"/api/2.0/clients/public/{segment}/info", is_public=True)
            show("Step 4: what anyone may see", public)
            ids = [client_id, "00000000-0000-4000-8000-000000000000"]
            show("Step 5: the details of several", get_clients_info(ids))
    except (ServerError, requests.RequestException) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
