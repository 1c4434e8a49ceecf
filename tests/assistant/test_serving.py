"""The command itself: a client over standard input and output, one over HTTP, and what goes wrong before that."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import anyio
import httpx
import pytest
from mcp import Client, StdioServerParameters
from typer.testing import CliRunner

from mahdar.assistant import serving
from mahdar.cli import app

COMMAND = [sys.executable, "-m", "mahdar", "mcp"]
_PATIENCE = 60.0  # seconds, on a machine that does much else


def test_a_client_over_standard_input_and_output() -> None:
    parameters = StdioServerParameters(command=COMMAND[0], args=COMMAND[1:], env=dict(os.environ))

    async def session() -> tuple[str, str]:
        async with Client(parameters, read_timeout_seconds=_PATIENCE) as client:
            sentence = "The Security Council adopted resolution 2397 (2017) unanimously."
            result = await client.call_tool("check_sentence", {"sentence": sentence})
            assert result.structured_content is not None
            return str(client.instructions), result.structured_content["claims"][0]["verdict"]

    instructions, verdict = anyio.run(session)
    assert "never of who is right" in instructions
    assert verdict == "supported"


def test_a_client_over_http_on_loopback_alone() -> None:
    with serving.listen(0) as free:
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/mcp"

    async def session() -> int:
        async with Client(address, read_timeout_seconds=_PATIENCE) as client:
            result = await client.call_tool("find_vetoes", {"by": "USA", "limit": 1})
            assert result.structured_content is not None
            return int(result.structured_content["total"])

    with started("--http", str(port)) as server:
        assert listens(port, server)
        assert anyio.run(session) > 80
        assert httpx.post(address, json={}, headers={"Host": "evil.example"}).status_code == 421
        server.send_signal(signal.SIGINT)
        assert server.wait(_PATIENCE) == 0
        assert server.stderr is not None
        assert f"Mahdar is at {address}" in server.stderr.read().decode()


def test_over_http_it_ends_well_when_it_is_told_to() -> None:
    with serving.listen(0) as free:
        port = free.getsockname()[1]
    with started("--http", str(port)) as server:
        assert listens(port, server)
        server.send_signal(signal.SIGTERM)
        assert server.wait(_PATIENCE) == 0


def test_an_interruption_does_not_wait_for_the_client() -> None:
    with started() as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(b'{"jsonrpc": "2.0", "id": 1, "method": "ping"}\n')
        server.stdin.flush()
        assert server.stdout.readline()
        server.send_signal(signal.SIGINT)
        assert server.wait(_PATIENCE) == 130


def test_a_port_that_is_taken_is_said() -> None:
    with serving.listen(0) as taken:
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(app, ["mcp", "--http", str(port)])
    assert result.exit_code == 1
    assert f"port {port} cannot be used" in result.stderr
    assert "choose another with --http" in result.stderr


@pytest.mark.parametrize(("option", "words"), [("--library", "there is no library"), ("--record", "record")])
def test_what_cannot_be_opened_is_said(option: str, words: str, nowhere: str) -> None:
    if option == "--record":
        Path(nowhere).write_text("no record " * 2_000, "utf-8")
    result = CliRunner().invoke(app, ["mcp", option, nowhere])
    assert result.exit_code == 1
    assert words in result.stderr


@contextmanager
def started(*options: str) -> Iterator[subprocess.Popen[bytes]]:
    """The command as a process of its own, ended afterwards."""
    pipe = subprocess.PIPE
    with subprocess.Popen([*COMMAND, *options], stdin=pipe, stdout=pipe, stderr=pipe) as server:
        try:
            yield server
        finally:
            server.kill()


def listens(port: int, server: subprocess.Popen[bytes]) -> bool:
    """Whether somebody listens there before patience ends."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with suppress(ConnectionRefusedError), socket.create_connection((serving.HOST, port)):
            return True
        time.sleep(0.1)
    return False
