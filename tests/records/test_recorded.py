"""A video that a story shows says nothing of where it was filmed; its picture and sound stay as they are."""

import struct

import pytest

from tests.files import MP4, WEBM, stored

pytestmark = pytest.mark.django_db
PLACE, PICTURE, SOUND, ROUTE = b"+21.6627+110.9250/", b"picture" * 9, b"sound" * 9, b"$GPRMC" * 5


def box(kind: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return struct.pack(">I4s", 8 + len(content), kind) + content


def table(kind: bytes, *numbers: int) -> bytes:
    return box(kind, struct.pack(f">I{len(numbers)}I", 0, *numbers))


def track(handler: bytes, chunks: list[int], samples: list[int], *more: bytes) -> bytes:
    """One sample a chunk; QuickTime's second handler stands with the data's address."""
    tables = box(
        b"stbl",
        table(b"stco", len(chunks), *chunks),
        table(b"stsc", 1, 1, 1, 1),
        table(b"stsz", 0, len(samples), *samples),
    )
    inner = box(b"minf", box(b"hdlr", bytes(4), b"dhlrurl "), tables)
    return box(b"trak", box(b"mdia", box(b"hdlr", bytes(8), handler), inner), *more)


def filmed() -> bytes:
    """Picture, sound and a route, sample by sample in turn; the place in each way that telephones write it."""
    head = box(b"ftyp", b"isom", bytes(4), b"isommp42")
    content = box(b"mdat", PICTURE, ROUTE, SOUND, ROUTE)
    starts = [len(head) + 8]
    for sample in (PICTURE, ROUTE, SOUND):
        starts.append(starts[-1] + len(sample))
    film = box(
        b"moov",
        track(b"vide", [starts[0]], [len(PICTURE)], box(b"udta", PLACE)),
        track(b"soun", [starts[2]], [len(SOUND)]),
        track(b"meta", [starts[1], starts[3]], [len(ROUTE)] * 2),
        box(b"meta", box(b"keys", b"com.apple.quicktime.location.ISO6709"), PLACE),
        box(b"udta", box(b"\xa9xyz", PLACE)),
    )
    return head + content + film + box(b"uuid", bytes(16), PLACE)


def kept(content, kind="mp4") -> bytes:
    file = stored(f"现场.{kind}", content, kind)
    with file.original.open("rb") as opened:
        return opened.read()


def test_a_film_loses_its_places_and_nothing_moves():
    before, after = filmed(), kept(filmed())
    assert before.count(PLACE) == 4
    assert before.count(ROUTE) == 2
    assert len(after) == len(before)
    assert PLACE not in after
    assert ROUTE not in after
    assert after.index(PICTURE) == before.index(PICTURE)
    assert after.index(SOUND) == before.index(SOUND)
    assert after.count(b"trak") == 2


def test_a_film_for_the_web_loses_its_tags():
    info, tags, cluster = b"\x15\x49\xa9\x66\x82ab", PLACE * 4, b"\x1f\x43\xb6\x75\xff\xa3\x84film"
    content = (
        WEBM[:4] + b"\x87\x42\x82\x84webm"
        + b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff" + info
        + b"\x12\x54\xc3\x67\x40" + bytes([len(tags)]) + tags + cluster
    )  # fmt: skip
    after = kept(content, "webm")
    assert PLACE not in after
    assert len(after) == len(content)
    assert after.endswith(cluster)


@pytest.mark.parametrize(
    "content",
    [
        MP4,
        filmed()[:-30],
        filmed().replace(b"stsz", b"stss"),
        MP4 + struct.pack(">I4s", 99, b"moov"),
        MP4 + box(b"moov", track(b"meta", [2**32 - 1], [2**32 - 1])),
        MP4 + box(b"moov", box(b"trak", box(b"mdia", box(b"hdlr")))),
    ],
)
def test_one_that_is_cut_or_odd_is_taken_as_it_is(content):
    assert len(kept(content)) == len(content)
