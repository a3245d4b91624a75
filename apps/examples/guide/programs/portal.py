# Reads the OAuth2 clients of a DocSpace portal. Python 3.8 or newer, with requests.

# region settings
import json
import os
import random
import re
import sys
import time
from datetime import datetime, timedelta
from urllib.parse import quote, urlencode

import requests

BASE_URL = os.environ.get("DOCSPACE_URL", "").rstrip("/")  # https://portal.example.com
API_KEY = os.environ.get("DOCSPACE_API_KEY", "").strip()  # sk-...
# endregion


# region send
def send(path, credential=None):
    """Send a GET. A 429 is not a failure: send it again when there is room."""
    give_up_at = time.monotonic() + 120
    refusals = 0
    while True:
        answer = requests.get(
            BASE_URL + path,
            headers={"Accept": "application/json", **(credential or {})},
            # Following one would show the credential to another server.
            allow_redirects=False,
            timeout=30,
        )
        delay = delay_after(answer.headers, refusals)
        if answer.status_code != 429 or time.monotonic() + delay > give_up_at:
            return answer
        time.sleep(delay)
        refusals += 1


def delay_after(headers, refusals):
    """How long to wait after a 429, in seconds."""
    # A portal does not send it, but a proxy in front of one may.
    seconds = number(headers.get("Retry-After"))
    # Until there is room for one call. 0 means that the portal does not say.
    nanoseconds = number(headers.get("X-Ratelimit-Reset"))
    least = seconds or nanoseconds / 1_000_000_000 or 0.5
    # Programs that share a key must not come back at the same moment.
    return least + random.random() * min(5, 0.5 * 2**refusals)


def number(text):
    return int(text) if re.fullmatch(r"[0-9]+", text or "") else 0


# endregion


# region token
token = None


def exchange_key():
    """Buy a token of five minutes. The API key is sent here and nowhere else."""
    path = "/api/2.0/security/oauth2/token"
    body = parse(path, send(path, {"Authorization": f"Bearer {API_KEY}"}))
    bought = body.get("response") if isinstance(body, dict) else None
    if re.fullmatch(r"[\w-]+\.[\w-]+\.[\w-]+", str(bought), re.ASCII):
        return bought
    raise PortalError(f"GET {path}: the answer has no token.")


def get_signed(path):
    """Send a GET with the token. One that is refused has expired: renew it, once."""
    global token
    token = token or exchange_key()
    answer = send(path, {"x-signature": token})
    if is_token_refused(answer):
        token = exchange_key()
        answer = send(path, {"x-signature": token})
    return parse(path, answer)


# endregion


# region failures
class PortalError(Exception):
    def __init__(self, message, status=None):
        super().__init__(message)
        self.status = status


def is_token_refused(answer):
    """Many empty answers have a 403. Without both headers it is about the token."""
    return (
        answer.status_code == 403
        and not answer.content
        and "X-Ratelimit-Remaining" not in answer.headers
        and "Set-Cookie" not in answer.headers
    )


def parse(path, answer):
    """The JSON of an answer, or an error that says what its status means."""
    problem = meaning_of(path, answer)
    if problem is None:
        try:
            return answer.json()
        except ValueError:
            problem = "the answer is not JSON"
    status = answer.status_code
    raise PortalError(f"GET {path}: {status}, {problem}.", status)


def meaning_of(path, answer):
    """What went wrong; None for a success."""
    status, headers, is_empty = answer.status_code, answer.headers, not answer.content
    if status == 200:
        return None
    if status < 400:
        return "a redirect: check DOCSPACE_URL"
    if status == 400:
        return "a value in the request is not allowed"
    if status == 402:
        return "the portal is not paid for"
    if status == 429:
        return "there are too many calls: try later"
    if status >= 500:
        return "the portal failed: try later"
    if headers.get("Content-Type", "").startswith("text/html"):
        return "a page of something in front of the portal"
    if path.endswith("/token"):
        if status == 401:
            return "the API key is unknown, expired or disabled"
        if status == 403 and is_empty:
            return "the API key is Restricted: make one with All or Read only"
        if status == 403:
            return "the portal is being restored, or does not admit your IP address"
        if b'"traceId"' in answer.content:
            return "the portal is suspended"
        return "this is not a portal, or it is older than DocSpace 3.1"
    if status == 404:
        return "there is no such client, or you may not see it"
    if status != 403:
        return "this is not a portal"
    if not is_empty:
        return "guests may not read clients, nor may users without developer tools"
    if "X-Ratelimit-Remaining" in headers:
        return "there is no such path, or a proxy lost the token"
    if "Set-Cookie" in headers:
        return "a character of the id is refused, or a part of the portal is down"
    return "the token is refused"


# endregion


# region every-client
def every_client(path):
    """Every client of a list, each once, the newest first."""
    seen = set()
    cursors = [{}]
    while cursors:
        cursor = cursors.pop(0)
        try:
            page = get_signed(f"{path}?{urlencode({'limit': 50, **cursor})}")
        except PortalError as error:
            # An older portal may not read this form of the cursor. Then try the next.
            if cursors and error.status in (400, 500):
                continue
            raise
        data = page.get("data") if isinstance(page, dict) else None
        if not isinstance(data, list):
            raise PortalError(f"GET {path}: the answer is not a page of clients.")
        if not data:
            return
        fresh = [client for client in data if client["client_id"] not in seen]
        for client in fresh:
            seen.add(client["client_id"])
            yield client
        if fresh:
            cursors = cursors_after(data[-1], page["last_created_on"] is None)
        elif len(data) == 50 and len({client["created_on"] for client in data}) == 1:
            print(
                "Warning: more than 50 clients may share one date;"
                " some of them may be missing.",
                file=sys.stderr,
            )


def cursors_after(last, is_end):
    """What may continue the list after its last client, the best first."""
    date = last["created_on"]
    dates = [date]
    form = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z"
    if re.fullmatch(form, date, re.ASCII):
        dates.insert(0, f"{date}[UTC]")
        if not is_end:
            dates.insert(0, just_after(date))
    return [
        {"last_client_id": last["client_id"], "last_created_on": date} for date in dates
    ]


def just_after(date):
    """The date one microsecond later, with nine digits and the offset of one minute."""
    seconds, _, fraction = date.replace("Z", "").partition(".")
    nanoseconds = int(fraction.ljust(9, "0")) + 1000
    carry, nanoseconds = divmod(nanoseconds, 1_000_000_000)
    moment = datetime.fromisoformat(seconds) + timedelta(seconds=60 + carry)
    return f"{moment.isoformat()}.{nanoseconds:09d}+00:01"


# endregion


# region step-1
def get_clients():
    return list(every_client("/api/2.0/clients"))


# endregion


# region step-2
def get_client(client_id):
    path = f"/api/2.0/clients/{quote(client_id, safe='')}"
    return without_null_text(get_signed(path))


def without_null_text(client):
    """A portal's cache writes the text "null" where one of these fields is empty."""
    for field in ("description", "website_url", "terms_url", "policy_url", "logo"):
        if client.get(field) == "null":
            client[field] = None
    return client


# endregion


# region step-3
def get_client_info(client_id):
    path = f"/api/2.0/clients/{quote(client_id, safe='')}/info"
    return without_null_text(get_signed(path))


# endregion


# region step-4
def get_public_client_info(client_id):
    path = f"/api/2.0/clients/{quote(client_id, safe='')}/public/info"
    return without_null_text(parse(path, send(path)))  # No credential.


# endregion


# region step-5
def get_clients_info(client_ids):
    found = []
    missing = list(dict.fromkeys(client_id.lower() for client_id in client_ids))
    for client in every_client("/api/2.0/clients/info"):
        if client["client_id"].lower() in missing:
            missing.remove(client["client_id"].lower())
            found.append(client)
        if not missing:
            break
    return {"found": found, "missing": missing}


# endregion


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
            "Set DOCSPACE_URL to the address of a portal"
            " and DOCSPACE_API_KEY to an API key of it.",
            file=sys.stderr,
        )
        return 2
    try:
        clients = get_clients()
        names = [
            {"client_id": client["client_id"], "name": client["name"]}
            for client in clients
        ]
        show(f"Step 1: {len(clients)} clients", names)
        if clients:
            client_id = clients[0]["client_id"]
            show("Step 2: the client", get_client(client_id))
            show("Step 3: its details", get_client_info(client_id))
            show("Step 4: what anyone may see", get_public_client_info(client_id))
            ids = [client_id, "00000000-0000-4000-8000-000000000000"]
            show("Step 5: the details of several", get_clients_info(ids))
    except (PortalError, requests.RequestException) as error:
        print(f"Error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
