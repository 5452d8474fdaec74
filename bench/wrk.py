"""Asks a running server as fast as it answers (wrk); a reply that is not 200 is a failure, not a figure."""

import http.client
import re
import shutil
import subprocess
import tempfile
import urllib.request
from urllib.parse import quote

CONNECTIONS = 8
WARM = 6  # times each address is asked for before it is measured: every worker should have seen it
SCRIPT = """
local paths, turn = {%s}, 0
request = function()
  turn = turn %% #paths + 1
  return wrk.format("GET", paths[turn])
end
"""
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


class Failed(Exception):
    """Why there is no figure, in words."""


def rate(port: int, addresses: list[str], seconds: int) -> dict:
    """Replies in a second, and in how many milliseconds half of them and 99 of 100 came."""
    if not shutil.which("wrk"):
        raise Failed("needs wrk: apt install wrk")
    paths = [quote(address, safe="/?=&%") for address in addresses]
    for path in paths * WARM:
        look(port, path)
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % ", ".join(f'"{path}"' for path in paths))
        script.flush()
        said = run(port, script.name, seconds)
    if wrong := re.search(r"(Non-2xx or 3xx responses|Socket errors): (.*)", said):
        raise Failed(f"{addresses[0]}: {wrong[0]}")
    return {
        "rps": float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]),
        "p50_ms": milliseconds(said, "50%"),
        "p99_ms": milliseconds(said, "99%"),
    }


def look(port, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as reply:
            if reply.status != 200 or not reply.read():
                raise Failed(f"{path}: {reply.status}")
    except (OSError, http.client.HTTPException) as error:  # a refusal, a broken connection
        raise Failed(f"{path}: {error}") from None


def run(port, script, seconds) -> str:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "60s", "--latency"]
    command += ["-s", script, f"http://127.0.0.1:{port}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def milliseconds(said, share) -> float:
    amount, unit = re.search(rf"{share}\s+([\d.]+)(us|ms|s|m)", said).groups()
    return round(float(amount) * UNITS[unit], 2)
