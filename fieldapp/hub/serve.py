"""Running the server: where it listens, with which certificate, and until when."""

from __future__ import annotations

import signal
import socket
import ssl
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import uvicorn

from fieldapp.hub.app import EVERYTHING, make_app
from fieldapp.hub.booking.keeping import bookings_kept
from fieldapp.hub.bulk.working import bulk_written
from fieldapp.hub.changes.keeping import changes_numbered
from fieldapp.hub.daily.publishing import publishing
from fieldapp.hub.due.keeping import kept_up
from fieldapp.hub.erasure import again
from fieldapp.hub.erasure.keeping import erasing
from fieldapp.hub.errors import (
    BadCertificate,
    CannotListen,
    HubError,
    OneWorkerOnly,
    PartsNeedServer,
    PlainHttpRefused,
)
from fieldapp.hub.file_lock import lock_if_free
from fieldapp.hub.fold.projector import use_vaccines
from fieldapp.hub.garbage import seldom_collected
from fieldapp.hub.keeping_up import keeping_up, make_months
from fieldapp.hub.making import open_or_make
from fieldapp.hub.messages.due import Ground
from fieldapp.hub.regions.people import Judge, no_judge
from fieldapp.hub.regions.tending import tended
from fieldapp.hub.running import Hub, Part, unix_time
from fieldapp.hub.store import Store, is_on_server, open_store
from fieldapp.hub.sync_log.keeping import kept
from fieldapp.hub.upkeep import log_lines
from fieldapp.hub.upkeep.patience import MOST_CONNECTIONS, Patient, allow_many_connections
from fieldapp.hub.upkeep.tally import Tally
from fieldapp.hub.workers import Work, require_workers
from fieldapp.hub.workers import run as run_all
from fieldapp.wire.road import is_loopback

_BACKLOG = 512
_GOODBYE_S = 10
_STOPS = (signal.SIGINT, signal.SIGTERM)
_LOCK = "serving.lock"


class ServedAlready(HubError):
    """A hub in a file is served once: two would both send what is sent once, and publish."""

    happened = "Another `fieldapp hub serve` is running on this folder."
    safe = "That one goes on; a second was not started."
    next_step = "Use the one that runs, or stop it first (`systemctl stop fieldapp-hub`)."


def _say(line: str) -> None:
    print(line, flush=True)


def serve(
    data: Path,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    tls_cert: Path | None = None,
    tls_key: Path | None = None,
    vaccines: Iterable[str] | None = None,
    judge: Judge = no_judge,
    ground: Callable[[], Ground] | None = None,
    beside: Callable[[Hub], AbstractContextManager[None]] = lambda _: nullcontext(),
    database: str | None = None,
    workers: int = 1,
    now_s: Callable[[], int] = unix_time,
    log: str | None = None,
    only: str | None = None,
    say: Callable[[str], None] = _say,
) -> None:
    """Serve until told to stop (SIGINT, SIGTERM); then finish what is under way.

    Port 0 takes any free one. Nobody can look before whoever was erased is erased in this database,
    too, whichever was put back. When ready, says `fieldapp hub: listening on URL`. `vaccines` are
    the catalogue's ids; doses of others are kept in quarantine. `judge` says what is wrong
    with doses in rosters, `ground` whose next dose is due and who is fully covered; `beside` runs
    while the hub does, in one process; `log` is `json` or `words`, or what suits stderr; `only` is
    a `Part`, where other processes do the others.

    Raises PlainHttpRefused, CannotListen, BadCertificate, OneWorkerOnly, PartsNeedServer,
    ServedAlready, NoWorkersHere, LedgerDamaged, NothingIsErasedNow, NotErasedYet, and what opening
    the folder raises.
    """
    _check_processes(data, database, workers, only)
    check_tls(host, tls_cert, tls_key)
    parts = EVERYTHING if only is None else frozenset({Part(only)})
    log_lines.set_up(sys.stderr, log)
    allow_many_connections()
    store = open_or_make(data, database=database)
    try:
        with _listening(store, host, port) as listener, seldom_collected():
            if Part.KEEPING in parts:
                use_vaccines(store, vaccines)
                make_months(store, now_s())
            _erase_again(store, parts, now_s())
            tls = tls_cert, tls_key
            rules = _Rules(judge, ground)
            service = _Service(data, listener, tls, rules, beside, now_s, Tally(workers + 1), parts)
            url = f"http{'s' if tls_cert else ''}://{_written(host)}:{listener.getsockname()[1]}"
            service.run(store, workers, lambda: say(f"fieldapp hub: listening on {url}"))
    finally:
        store.close()


@contextmanager
def _listening(store: Store, host: str, port: int) -> Iterator[socket.socket]:
    """On a server as many processes as like serve a hub; a file has one. Raises ServedAlready."""
    alone = nullcontext(True) if store.on_server else lock_if_free(store.folder, _LOCK)
    with alone as free:
        if not free:
            raise ServedAlready()
        with _listening_socket(host, port) as listener:
            yield listener


def _erase_again(store: Store, parts: frozenset[Part], now_s: int) -> None:
    """Whoever was erased is so in this database, too, or nothing is served of it."""
    if Part.KEEPING in parts:
        again.compare(store, now_s)
    else:
        again.must_be_in_line(store)


def _check_processes(data: Path, database: str | None, workers: int, only: str | None) -> None:
    if workers != 1:
        require_workers()
        if workers < 1 or not is_on_server(data, database):
            raise OneWorkerOnly(workers=workers)
    if only is not None and not is_on_server(data, database):
        raise PartsNeedServer()


@dataclass(frozen=True)
class _Rules:
    """What is judged by."""

    judge: Judge
    ground: Callable[[], Ground] | None


@dataclass(frozen=True)
class _Service:
    """What a process does for the hub: answer, keep everything up, or both."""

    data: Path
    listener: socket.socket
    tls: tuple[Path | None, Path | None]
    rules: _Rules
    beside: Callable[[Hub], AbstractContextManager[None]]
    now_s: Callable[[], int]
    tally: Tally
    parts: frozenset[Part]

    def run(self, store: Store, workers: int, ready: Callable[[], None]) -> None:
        """In this process, or in so many that answer and one that keeps everything up."""
        if workers == 1:
            self.do_all(store, ready)
            return
        store.close()  # a connection that two processes have is nobody's
        works: list[Work] = [partial(self.answer, self.tally.of(row)) for row in range(workers)]
        if Part.KEEPING in self.parts:
            works.append(partial(self.keep, self.tally.of(workers)))
        run_all(works, ready)

    def do_all(self, store: Store, ready: Callable[[], None]) -> None:
        """Everything in one process, or all of one part."""
        hub = self._hub(store, self.tally)
        hub.fold()
        with _quiet_end(), self._kept_up(hub):
            self._answer(hub, ready)

    def answer(self, tally: Tally, ready: Callable[[], None]) -> None:
        """Answer laptops, beside other processes."""
        with _quiet_end(), closing(open_store(self.data)) as store:
            self._answer(self._hub(store, tally), ready)

    def keep(self, tally: Tally, ready: Callable[[], None]) -> None:
        """Do what is not done for one answer: fold, publish, send."""
        told = threading.Event()
        for number in _STOPS:
            signal.signal(number, lambda *_: told.set())
        with (
            closing(open_store(self.data)) as store,
            self._kept_up(self._hub(store, tally)),
        ):
            ready()
            told.wait()

    def _hub(self, store: Store, tally: Tally) -> Hub:
        folds, ground = Part.KEEPING in self.parts, self.rules.ground
        return Hub(store, self.now_s, tally=tally, folds=folds, ground=ground)

    @contextmanager
    def _kept_up(self, hub: Hub) -> Iterator[None]:
        """What goes on beside the answers, where this process does that."""
        if Part.KEEPING not in self.parts:
            yield
            return
        with (
            keeping_up(hub),
            tended(hub, self.rules.judge),
            kept_up(hub),
            bookings_kept(hub),
            publishing(hub),
            changes_numbered(hub),
            bulk_written(hub),
            erasing(hub),
            self.beside(hub),
        ):
            yield

    def _answer(self, hub: Hub, ready: Callable[[], None]) -> None:
        config = _config(make_app(hub, self.parts), *self.tls)
        with kept(hub, prunes=Part.KEEPING in self.parts):
            _Server(config, ready).run([self.listener])


@contextmanager
def _quiet_end() -> Iterator[None]:
    """Let a stop on request be a good end: uvicorn raises the signal again once it has stopped."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, lambda *_: None) for number in _STOPS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Server(uvicorn.Server):
    """Says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def _config(app: object, tls_cert: Path | None, tls_key: Path | None) -> uvicorn.Config:
    # asyncio sets TCP_NODELAY on every connection: header and body are written apart, and with
    # Nagle's algorithm the body would wait a whole round trip.
    return uvicorn.Config(
        app,  # type: ignore[arg-type]  # an ASGI application; Starlette's own types differ
        http=Patient,
        loop="asyncio",
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=75,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_graceful_shutdown=_GOODBYE_S,
        ssl_certfile=tls_cert,
        ssl_keyfile=tls_key,
    )


def check_tls(host: str, tls_cert: Path | None, tls_key: Path | None) -> None:
    """Raise PlainHttpRefused or BadCertificate before anything is opened."""
    if tls_cert is None and tls_key is None:
        if not is_loopback(host):
            raise PlainHttpRefused(host=host)
        return
    if tls_cert is None or tls_key is None:
        raise BadCertificate(why="both are needed")
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(tls_cert, tls_key)
    except (OSError, ssl.SSLError) as error:
        raise BadCertificate(why=error.strerror or type(error).__name__) from error


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _listening_socket(host: str, port: int) -> socket.socket:
    try:
        family, kind, proto, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, proto)
    except (OSError, OverflowError) as error:
        raise CannotListen(host=host, port=port, why=_why(error)) from error
    try:
        if sys.platform != "win32":  # there it would let two programs share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except (OSError, OverflowError) as error:
        listener.close()
        raise CannotListen(host=host, port=port, why=_why(error)) from error
    return listener


def _why(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
