"""The least that a hub of this kind can do for a page: check one signature, insert one row, commit,
sign one receipt. A process of its own, to be measured in the same run as the hub.

python -m tests.benchmarks.http_floor DATABASE
"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Queue

import uvicorn
from nacl.signing import SigningKey
from psycopg import Connection, connect
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

_POOL = 8
_TABLE = "CREATE TABLE IF NOT EXISTS floor (no bigserial PRIMARY KEY, body bytea NOT NULL)"


def app(database: str) -> Starlette:
    """The application."""
    key = SigningKey(b"k" * 32)
    genuine = key.sign(b"a page")
    free: Queue[Connection] = Queue()
    for _ in range(_POOL):
        free.put(connect(database))

    def store(body: bytes) -> bytes:
        key.verify_key.verify(genuine)
        connection = free.get()
        try:
            connection.execute("INSERT INTO floor (body) VALUES (%s)", (body,))
            connection.commit()
        finally:
            free.put(connection)
        return bytes(key.sign(body[:64]))

    async def sync(request: Request) -> Response:
        body = await request.body()
        return Response(await run_in_threadpool(store, body))

    return Starlette(routes=[Route("/v1/sync", sync, methods=["POST"])])


@contextmanager
def floor(database: str) -> Iterator[str]:
    """Its URL, for the length of a `with`."""
    with connect(database, autocommit=True) as connection:
        connection.execute(_TABLE)
    command = [sys.executable, "-m", "tests.benchmarks.http_floor", database]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.terminate()


def main(database: str) -> None:
    """Serve until ended."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        config = uvicorn.Config(app(database), http="h11", loop="asyncio", log_config=None)
        print(listener.getsockname()[1], flush=True)
        uvicorn.Server(config).run([listener])


if __name__ == "__main__":
    main(sys.argv[1])
