"""An invented council's sign-in: OpenID Connect as far as a council's own would speak it."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "joinedup", "only-in-tests"


@dataclass(slots=True)
class Provider:
    """Where it stands, and who it says has signed in there."""

    url: str
    says: dict[str, Any]
    asked: list[dict[str, str]] = field(default_factory=list)


def _answer(provider: Provider, key: rsa.RSAPrivateKey, path: str, sent: dict[str, str]) -> Any:
    public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key()))
    if path == "/.well-known/openid-configuration":
        names = ("authorization", "token", "userinfo")
        return {f"{name}_endpoint": f"{provider.url}/{name}" for name in names} | {
            "issuer": provider.url,
            "jwks_uri": f"{provider.url}/keys",
        }
    if path == "/keys":
        return {"keys": [public | {"kid": "one", "use": "sig", "alg": "RS256"}]}
    if path == "/token":
        provider.asked.append(sent)
        now = int(time.time())
        claims = {"iss": provider.url, "aud": CLIENT, "iat": now, "exp": now + 300}
        signed = jwt.encode(claims | provider.says, key, algorithm="RS256", headers={"kid": "one"})
        return {"access_token": "a", "token_type": "Bearer", "id_token": signed}
    return provider.says if path == "/userinfo" else None


@contextlib.contextmanager
def identity_provider(**says: Any) -> Iterator[Provider]:
    """A provider that listens until the block ends. Whoever is sent there comes back signed in."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            at = urlsplit(self.path)
            sent = {name: values[0] for name, values in parse_qs(at.query).items()}
            if at.path == "/authorization":
                back = urlencode({"code": "once", "state": sent["state"]})
                self.send_response(302)
                self.send_header("Location", f"{sent['redirect_uri']}?{back}")
                self.end_headers()
                return
            self._say(at.path, sent)

        def do_POST(self) -> None:
            words = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._say(self.path, {name: values[0] for name, values in parse_qs(words).items()})

        def _say(self, path: str, sent: dict[str, str]) -> None:
            said = json.dumps(_answer(provider, key, path, sent)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider = Provider(f"http://127.0.0.1:{server.server_port}", says)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield provider
    server.shutdown()
    server.server_close()
