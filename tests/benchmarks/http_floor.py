"""The least that a hub of this kind can do for a page: check one signature, insert one row, commit,
sign one receipt. A process of its own, to be measured in the same run as the hub.

python -m tests.benchmarks.http_floor DATABASE
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import uvicorn
from nacl.signing import SigningKey
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
    connections = [psycopg.connect(database) for _ in range(_POOL)]

    def store(body: bytes) -> bytes:
        key.verify_key.verify(genuine)
        connection = connections.pop()
        try:
            connection.execute("INSERT INTO floor (body) VALUES (%s)", (body,))
            connection.commit()
        finally:
            connections.append(connection)
        return bytes(key.sign(body[:64]))

    async def sync(request: Request) -> Response:
        body = await request.body()
        return Response(await run_in_threadpool(store, body))

    return Starlette(routes=[Route("/v1/sync", sync, methods=["POST"])])


@contextmanager
def floor(database: str) -> Iterator[str]:
    """Its URL, for the length of a `with`."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(_TABLE)
    command = [sys.executable, "-m", "tests.benchmarks.http_floor", database]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.terminate()


def main(database: str) -> None:
    """Serve until ended."""
    import anyio.to_thread

    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        application = app(database)

        async def few_threads() -> None:
            anyio.to_thread.current_default_thread_limiter().total_tokens = _POOL

        application.router.add_event_handler("startup", few_threads)
        config = uvicorn.Config(application, http="h11", loop="asyncio", log_config=None)
        print(listener.getsockname()[1], flush=True)
        uvicorn.Server(config).run([listener])
        os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
