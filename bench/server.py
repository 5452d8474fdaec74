"""The production server, as README.md starts it, on a port of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from bench.wrk import Failed

ROOT = Path(__file__).resolve().parent.parent
WORKERS, THREADS = 2, 4


def environment(database: str, stories: int) -> dict:
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "DATABASE_URL": database,
        "DEBUG": "0",
        "SECRET_KEY": "known to everybody, for the benchmark alone",
        "STORIES": str(stories),
        "PYTHONPATH": str(ROOT),
    }


def manage(environment, *arguments):
    subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True)


def inside(environment, what):
    """What bench/inside.py says of the database, or does to it."""
    command = [sys.executable, "-m", "bench.inside", what]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


@contextmanager
def running(environment):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "newsdesk.wsgi", "--log-level", "error"]
    command += ["--workers", str(WORKERS), "--threads", str(THREADS), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    try:
        wait_for(port, process)
        yield port, process.pid
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def wait_for(port, process, seconds=120):
    end = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise Failed("the server did not start")


def heaviest(pid) -> int:
    """Megabytes of the largest worker of a server."""
    workers = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return max(megabytes(int(worker)) for worker in workers)


def megabytes(pid) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) // 1024
