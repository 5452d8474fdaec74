"""What a delivered picture says of itself: XMP before IPTC before EXIF; no place in numbers.

Nothing here is trusted or stops an upload: what cannot be read is left out.
"""

import codecs
import re
import struct
from dataclasses import dataclass, fields
from datetime import date, datetime

from defusedxml import ElementTree
from PIL import ExifTags, Image

from newsdesk.images import BROKEN, without_warnings

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
EXTENSION = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
EXIF = "{http://ns.adobe.com/exif/1.0/}"
AIGC = "{http://www.tc260.org.cn/ns/AIGC/1.0/}"
# https://cv.iptc.org/newscodes/digitalsourcetype/
MADE_BY_AI = (
    "trainedAlgorithmicMedia",
    "compositeWithTrainedAlgorithmicMedia",
    "compositeSynthetic",
)
# GB 45438-2025: {"AIGC": {"Label": "1", ...}}; 1 is, 2 may be, 3 is suspected to be generated
_LABEL = re.compile(r'AIGC.{0,80}?Label["\\]*\s*:\s*["\\]*[123]|^\s*\{.{0,80}?Label"\s*:\s*"?[123]')
_WHEN = re.compile(
    r"(?P<day>\d{4}[-:/.]?\d\d[-:/.]?\d\d)(?:[T ]?(?P<time>\d\d:?\d\d(?::?\d\d)?)(?:\.\d+)?"
    r"\s*(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
FIRST_PHOTO, LAST_YEAR = 1826, 9999  # beyond these no clock of another zone can be read
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_HAN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
_LATIN = re.compile(r"[ -~]")
_LOST = re.compile(r"[?\s]*")  # what a program left of an encoding that it did not know
_CAMERAS = re.compile(
    r"(?i)\s*(olympus|sony|minolta|kodak|samsung|digital camera|dsc|img_?\d|default|untitled|hw_|oppo|vivo|mde)\w*.*"
)


@dataclass(frozen=True)
class Metadata:
    """`taken` is a day, a time, or a time with its zone, as far as it is known."""

    headline: str = ""
    caption: str = ""
    byline: str = ""
    credit: str = ""
    source: str = ""
    rights: str = ""
    place: str = ""
    keywords: str = ""
    taken: datetime | date | None = None
    made_by_ai: bool = False


def read(file) -> Metadata:
    """Of a picture's file, open for reading; empty where nothing is said or all is broken."""
    file.seek(0)
    try:
        with without_warnings(), Image.open(file) as picture:
            return combined([read_part(part, picture) for part in (xmp, iptc, exif)])
    except BROKEN:
        return Metadata()
    finally:
        file.seek(0)


def read_part(part, picture) -> Metadata:
    try:
        return part(picture)
    except BROKEN:
        return Metadata()


def combined(parts) -> Metadata:
    """Of each field the first that is said."""
    found = {
        field.name: next(filter(None, (getattr(part, field.name) for part in parts)), field.default)
        for field in fields(Metadata)
    }
    return Metadata(**found)


def plain(*texts) -> str:
    """One line or paragraph without control characters; several parted by 、."""
    cleaned = (_CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")) for text in texts)
    return "、".join(dict.fromkeys(text.strip() for text in cleaned if not _LOST.fullmatch(text)))


def when(text: str) -> datetime | date | None:
    """2024-01-26T09:30:00+08:00, 2024:01:26 09:30:00, 20240126 093000+0800; a clock never set says nothing."""
    found = _WHEN.match(text.strip())
    if not found:
        return None
    try:
        day = datetime.strptime(re.sub(r"\D", "", found["day"]), "%Y%m%d")  # noqa: DTZ007
        if not FIRST_PHOTO <= day.year < LAST_YEAR:
            return None
        if not found["time"]:
            return day.date()
        clock = re.sub(r"\D", "", found["time"]).ljust(6, "0")
        zone = (found["zone"] or "").replace("Z", "+0000").replace(":", "")
        form = "%Y%m%d%H%M%S%z" if zone else "%Y%m%d%H%M%S"
        return datetime.strptime(f"{day:%Y%m%d}{clock}{zone}", form)  # noqa: DTZ007
    except ValueError:
        return None


# XMP: RDF in XML, always UTF-8


def xmp(picture) -> Metadata:
    packet = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or b""
    said = properties(packet.strip(b"\0 \r\n\t") if isinstance(packet, bytes) else packet)

    def text(*names):
        return plain(*(value for name in names for value in said.get(name, [])))

    dates = (PHOTOSHOP + "DateCreated", EXIF + "DateTimeOriginal", XMP + "CreateDate")
    return Metadata(
        headline=text(PHOTOSHOP + "Headline") or text(DC + "title"),
        caption=text(DC + "description"),
        byline=text(DC + "creator"),
        credit=text(PHOTOSHOP + "Credit"),
        source=text(PHOTOSHOP + "Source"),
        rights=text(DC + "rights"),
        place=text(PHOTOSHOP + "State", PHOTOSHOP + "City", CORE + "Location"),
        keywords=text(DC + "subject"),
        taken=next(filter(None, map(when, map(text, dates))), None),
        made_by_ai=text(EXTENSION + "DigitalSourceType").endswith(MADE_BY_AI)
        or is_labelled(text(AIGC + "AIGC"))
        or is_labelled(str(picture.info.get("AIGC", ""))),
    )


def is_labelled(text: str) -> bool:
    return bool(_LABEL.search(text))


def properties(packet: bytes | str) -> dict[str, list[str]]:
    """{qualified name: values}; of texts in several languages the Chinese one, else the default."""
    if not packet:
        return {}
    said = {}
    for description in ElementTree.fromstring(packet, forbid_dtd=True).iter(RDF + "Description"):
        said |= {name: [value] for name, value in description.attrib.items()}
        said |= {child.tag: values(child) for child in description}
    return said


def values(element) -> list[str]:
    items = element.findall(f"*/{RDF}li")
    if not items:
        return [element.attrib.get(RDF + "resource") or element.text or ""]
    if element.find(RDF + "Alt") is None:
        return [item.text or "" for item in items]
    best = min(items, key=lambda item: not item.attrib.get(LANGUAGE, "").startswith("zh"))
    return [best.text or ""]


# IPTC-IIM: numbered fields inside a JPEG, in whatever encoding the program wrote

PHOTOSHOP_IPTC = 0x0404
CHARSET, UTF_8 = (1, 90), b"\x1b%G"
HEADLINES, CAPTION, BYLINE, CREDIT, SOURCE, RIGHTS = (105, 5), 120, 80, 110, 115, 116
PLACES, KEYWORDS, DAY, TIME = (95, 90, 92), 25, 55, 60


def iptc(picture) -> Metadata:
    said = datasets(picture.info.get("photoshop", {}).get(PHOTOSHOP_IPTC, b""))
    everything = [value for values in said.values() for value in values]
    declared = said.get(CHARSET, [b""])[0] == UTF_8
    decode = utf_8 if declared or all(utf_8(value) is not None for value in everything) else gb

    def text(*numbers):
        found = (value for number in numbers for value in said.get((2, number), []))
        return plain(*(decode(value) or gb(value) for value in found))

    return Metadata(
        headline=text(HEADLINES[0]) or text(HEADLINES[1]),
        caption=text(CAPTION),
        byline=text(BYLINE),
        credit=text(CREDIT),
        source=text(SOURCE),
        rights=text(RIGHTS),
        place=text(*PLACES),
        keywords=text(KEYWORDS),
        taken=when(f"{text(DAY)} {text(TIME)}"),
    )


def datasets(block: bytes) -> dict[tuple[int, int], list[bytes]]:
    """{(record, number): values} of 0x1C record number length value …, as far as it is whole."""
    said, place = {}, 0
    while block[place : place + 1] == b"\x1c" and place + 5 <= len(block):
        record, number, length = struct.unpack_from(">BBH", block, place + 1)
        if length > 0x7FFF:  # an extended dataset: no text is so long
            break
        said.setdefault((record, number), []).append(block[place + 5 : place + 5 + length])
        place += 5 + length
    return said


def utf_8(data: bytes) -> str | None:
    """None where it is something else; a character cut off at a field's end is left out."""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return None


def gb(data: bytes) -> str:
    return data.decode("gb18030", "ignore")


# EXIF: written by the camera, sometimes by an editor's program


def exif(picture) -> Metadata:
    said = picture.getexif()
    details = said.get_ifd(ExifTags.IFD.Exif)
    comment = user_comment(details.get(ExifTags.Base.UserComment), said.endian)
    caption = ascii_field(said.get(ExifTags.Base.ImageDescription))
    caption = "" if _CAMERAS.fullmatch(caption) else caption
    titles = [wide(said.get(tag)) for tag in (ExifTags.Base.XPComment, ExifTags.Base.XPSubject)]
    moment = details.get(ExifTags.Base.DateTimeOriginal) or details.get(
        ExifTags.Base.DateTimeDigitized
    )
    zone = details.get(ExifTags.Base.OffsetTimeOriginal, "")
    return Metadata(
        headline=wide(said.get(ExifTags.Base.XPTitle)),
        caption=next(filter(None, [caption, *titles, "" if is_data(comment) else comment]), ""),
        byline=ascii_field(said.get(ExifTags.Base.Artist))
        or wide(said.get(ExifTags.Base.XPAuthor)),
        rights=ascii_field(said.get(ExifTags.Base.Copyright)),
        keywords=plain(*wide(said.get(ExifTags.Base.XPKeywords)).split(";")),
        taken=when(f"{moment}{zone}") if moment else None,
        made_by_ai=is_labelled(comment) or is_labelled(caption),
    )


def is_data(comment: str) -> bool:
    """Programs leave JSON and settings there; an editor writes sentences."""
    return comment.startswith(("{", "[", "<")) or bool(_CAMERAS.fullmatch(comment))


def ascii_field(value) -> str:
    """Pillow reads these bytes as latin-1, whatever they were; © and the like are that indeed."""
    if not isinstance(value, str):
        return ""
    try:
        data = value.encode("latin-1")
    except UnicodeEncodeError:
        return plain(value)
    return plain(utf_8(data) or gb(data))


def wide(value) -> str:
    """Windows' own fields: UTF-16 in bytes."""
    if isinstance(value, tuple):
        value = bytes(value)
    return plain(value.decode("utf-16-le", "ignore")) if isinstance(value, bytes) else ""


def user_comment(value, endian: str) -> str:
    """Eight bytes that name the encoding, then the text."""
    if not isinstance(value, bytes):
        return ""
    charset, text = value[:8].rstrip(b"\0 "), value[8:]
    if charset == b"UNICODE":
        return plain(utf_16(text, endian))
    return plain(utf_8(text) or gb(text)) if charset in (b"ASCII", b"") else ""


def utf_16(data: bytes, endian: str) -> str:
    """In the order of the file, unless the other one gives more of what people write: some programs keep their own."""
    orders = ["utf-16-le", "utf-16-be"] if endian == "<" else ["utf-16-be", "utf-16-le"]
    texts = [data.decode(order, "ignore").removeprefix("\ufeff") for order in orders]
    return max(texts, key=lambda text: len(_HAN.findall(text)) + 2 * len(_LATIN.findall(text)))
