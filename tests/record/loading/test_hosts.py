"""Which addresses may be fetched from, and that names are looked up once."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.record.loading.hosts import FetchError, PassingError, next_place, place_of, public, resolved

PRIVATE = """
127.0.0.1 127.8.8.8 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 198.18.0.1 224.0.1.1
239.255.255.250 240.0.0.1 255.255.255.255 :: ::1 fe80::1 fc00::1 fec0::1 ff02::1 ff0e::1 2001:db8::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a00:1 64:ff9b:1::1 2002:7f00:1:: 2002:a00:1::
"""
PUBLIC = ["8.8.8.8", "157.150.195.10", "2606:4700::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
NO_ADDRESS = [
    *("ftp://un.org/a", "file:///etc/passwd", "un.org/a", "http://", "https:///a", "", "javascript:alert(1)", "http:a"),
    *("http://user@un.org/", "https://user:secret@un.org/", "http://@un.org/", "http://un.org:0/", "http://un.org:x/"),
    *("http://un.org:99999/", "http://[::1/", "http://un.org/a\r\nHost: b", "http://un.org/\x00", "http://a..b/"),
    "https://un.org/" + "a" * 5_000,
]


@pytest.mark.parametrize("address", PRIVATE.split())
def test_private_local_and_multicast_addresses_are_not_public(address: str) -> None:
    assert not public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_public_also_inside_ipv6(address: str) -> None:
    assert public(address)


@pytest.mark.parametrize("address", NO_ADDRESS)
def test_what_is_no_address_of_the_web_is_refused(address: str) -> None:
    with pytest.raises(FetchError) as caught:
        place_of(address)
    assert "secret" not in str(caught.value)


@given(st.text(max_size=60))
def test_an_address_is_taken_apart_or_refused_and_its_target_is_always_plain(text: str) -> None:
    for address in (text, f"http://{text}", f"https://un.org/{text}"):
        try:
            place = place_of(address)
        except FetchError:
            continue
        assert place.host
        assert place.target.startswith("/")
        assert place.target.isascii()
        assert not any(ord(c) <= 32 for c in place.target)


def test_an_address_is_taken_apart() -> None:
    place = place_of("HTTPS://Treaties.UN.org./doc/Volume I/IV-4.en.xml?a=b c#part")
    assert (place.scheme, place.host, place.port) == ("https", "treaties.un.org", 443)
    assert place.target == "/doc/Volume%20I/IV-4.en.xml?a=b%20c"
    assert place.shown == "https://treaties.un.org/doc/Volume%20I/IV-4.en.xml"
    assert place_of("http://[::1]:8080/a").name == "[::1]:8080"
    assert place_of("https://الأمم.example/ا").target == "/%D8%A7"


def test_a_redirect_leads_on_relatively_or_absolutely_but_never_down_to_http() -> None:
    place = place_of("https://un.org/a/b?c=d")
    assert next_place(place, "../e").target == "/e"
    assert next_place(place, "//who.int/f").host == "who.int"
    assert next_place(place, "/أ".encode().decode("latin-1")).target == "/%D8%A3"
    for location in (
        "http://un.org/",
        "http://[::1",
        "ftp://un.org/",
        "https://u:p@un.org/",
        "file:///etc/passwd",
        "",
        None,
    ):
        with pytest.raises(FetchError):
            next_place(place, location)


def test_names_that_mean_this_machine_are_refused() -> None:
    for name in ("localhost", "127.1", "2130706433", "0x7f000001", "0", "[::1]", "[::ffff:127.0.0.1]"):
        with pytest.raises(FetchError, match=r"private or local|looked up") as caught:
            resolved(place_of(f"http://{name}/"), allow_private=False, seconds=5)
        assert caught.value.host


def test_of_several_addresses_only_public_ones_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, 1, 6, "", (ip, 80)) for ip in ("10.0.0.1", "8.8.8.8", "127.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: found)
    wheres = resolved(place_of("http://mixed.example/"), allow_private=False, seconds=5)
    assert wheres == [(socket.AF_INET, ("8.8.8.8", 80))]


def test_a_name_that_does_not_exist_is_final_and_a_name_server_in_trouble_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing(code: int) -> None:
        def ask(*args: object, **options: object) -> None:
            raise socket.gaierror(code, "no")

        monkeypatch.setattr(socket, "getaddrinfo", ask)

    failing(socket.EAI_NONAME)
    with pytest.raises(FetchError, match=r"the name gone\.example cannot be looked up") as caught:
        resolved(place_of("http://gone.example/"), allow_private=False, seconds=5)
    assert caught.value.unreachable
    failing(socket.EAI_AGAIN)
    with pytest.raises(PassingError):
        resolved(place_of("http://gone.example/"), allow_private=False, seconds=5)
