"""What a camera writes into a video beside picture and sound (where it was, when, whose it is): blanked in place.

Nothing moves: a part that tells becomes an empty one of the same length, so that all that points into the file stays
right. A file that is not understood is left as it is, as far as it is not.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, repeat

TELLING = {b"udta", b"meta", b"uuid"}  # a place, names, XMP
SEEN_AND_HEARD = {b"vide", b"soun"}  # any other track may be one of places: GoPro, DJI
LARGEST_TABLE = 8 * 1024**2
MOST_BOXES = 100_000
_BLANK = bytes(65_536)

# of WebM
SEGMENT, CLUSTER, TAGS, ATTACHMENTS, VOID = 0x18538067, 0x1F43B675, 0x1254C367, 0x1941A469, 0xEC
VOID_HEAD = 9  # bytes: its name, and a length in eight


@dataclass(frozen=True)
class Part:
    """Of a file, from its head to its end; `body` is where its content begins."""

    kind: bytes | int
    start: int
    body: int
    end: int


def forget(file, kind: str):
    """In a video that is open for writing; `kind` is a name of newsdesk.files.KINDS."""
    parts = {"mp4": telling_in_mp4, "webm": telling_in_webm}.get(kind)
    for part in list(parts(file)) if parts else ():
        blank(file, part.start, part.end)
        file.seek(part.start)
        file.write(emptied(part))
    file.seek(0)


def emptied(part) -> bytes:
    """The head of an empty part of that length."""
    length = part.end - part.start
    if isinstance(part.kind, int):
        return bytes([VOID]) + struct.pack(">Q", (1 << 56) | (length - VOID_HEAD))
    if not part.kind:  # samples: they have no head
        return b""
    if length >= 1 << 32:
        return struct.pack(">I4sQ", 1, b"free", length)
    return struct.pack(">I4s", length, b"free")


def blank(file, start, end):
    file.seek(start)
    while start < end:
        start += file.write(_BLANK[: end - start])


def taken(file, start, length) -> bytes:
    file.seek(start)
    return file.read(min(length, LARGEST_TABLE))


# MP4: boxes of boxes


def boxes(file, start, end) -> Iterator[Part]:
    for _box in range(MOST_BOXES):
        if start + 8 > end:
            return
        length, kind = struct.unpack(">I4s", taken(file, start, 8))
        head = 8
        if length == 1 and start + 16 <= end:
            (length,) = struct.unpack(">Q", taken(file, start + 8, 8))
            head = 16
        length = length or end - start  # none: to the end
        if length < head or start + length > end:
            return
        yield Part(kind, start, start + head, start + length)
        start += length


def telling_in_mp4(file) -> Iterator[Part]:
    for box in boxes(file, 0, file.size):
        if box.kind in TELLING:
            yield box
        elif box.kind == b"moov":
            yield from telling_in_film(file, box)


def telling_in_film(file, film) -> Iterator[Part]:
    for box in boxes(file, film.body, film.end):
        if box.kind in TELLING:
            yield box
        elif box.kind == b"trak":
            yield from telling_in_track(file, box)


def telling_in_track(file, track) -> Iterator[Part]:
    tables = tables_of(file, track)
    handler = tables.get(b"hdlr")
    if handler and taken(file, handler.body + 8, 4) not in SEEN_AND_HEARD:
        yield from samples(file, tables)
        yield track
    else:
        yield from (box for box in tables.values() if box.kind in TELLING)


def tables_of(file, track) -> dict[bytes, Part]:
    """The boxes in it down to its tables, by their kind."""
    found, inner = {}, [track]
    for kind in (b"mdia", b"minf", b"stbl", None):
        here = {box.kind: box for holder in inner for box in boxes(file, holder.body, holder.end)}
        found = here | found  # the outer one: QuickTime's minf has a hdlr of its own
        inner = [here[kind]] if kind in here else []
    return found


def samples(file, tables) -> Iterator[Part]:
    """Where the content of a track lies: it stands apart from the track, in chunks."""
    places = tables.get(b"co64") or tables.get(b"stco")
    if not places or not tables.keys() >= {b"stsz", b"stsc"}:
        return
    starts = numbers(file, places, "Q" if places.kind == b"co64" else "I", 8)
    sizes = sizes_of(file, tables[b"stsz"])
    counts = samples_a_chunk(file, tables[b"stsc"], len(starts))
    for start, count in zip(starts, counts, strict=False):
        end = start + sum(islice(sizes, count))
        if end <= file.size:
            yield Part(b"", start, start, end)


def numbers(file, box, form, behind) -> list[int]:
    """A table's numbers, which begin so many bytes behind its head."""
    width = struct.calcsize(f">{form}")
    content = taken(file, box.body + behind, box.end - box.body - behind)
    whole = content[: len(content) // width * width]
    return [number for (number,) in struct.iter_unpack(f">{form}", whole)]


def sizes_of(file, box) -> Iterator[int]:
    each, count = [*numbers(file, box, "I", 4)[:2], 0, 0][:2]
    return repeat(each, min(count, file.size)) if each else iter(numbers(file, box, "I", 12))


def samples_a_chunk(file, box, chunks) -> Iterator[int]:
    """From runs of (first chunk, samples in each, description); chunks are counted from 1."""
    flat = numbers(file, box, "I", 8)
    runs = [*zip(flat[::3], flat[1::3], strict=False), (chunks + 1, 0)]
    for (first, count), (following, _none) in pairwise(runs):
        yield from repeat(count, max(0, min(following, chunks + 1) - first))


# WebM: elements of elements


def elements(file, start, end) -> Iterator[Part]:
    for _element in range(MOST_BOXES):
        head = taken(file, start, 12) if start + 2 <= end else b"\0"
        width = 9 - head[0].bit_length()
        if not 1 <= width <= 4 or len(head) < width + 1 or not head[width]:
            return
        kind, length_width = int.from_bytes(head[:width]), 9 - head[width].bit_length()
        length = int.from_bytes(head[width : width + length_width]) ^ (1 << 7 * length_width)
        body = start + width + length_width
        if length == (1 << 7 * length_width) - 1:  # of a stream: to the end
            length = end - body
        if body + length > end:
            return
        yield Part(kind, start, body, body + length)
        start = body if kind in (SEGMENT, CLUSTER) else body + length


def telling_in_webm(file) -> Iterator[Part]:
    for element in elements(file, 0, file.size):
        if element.kind in (TAGS, ATTACHMENTS) and element.end - element.start >= VOID_HEAD:
            yield element
