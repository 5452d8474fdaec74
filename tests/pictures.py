"""Picture files as cameras, programs and tricksters make them."""

import struct
import zlib
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image

UTF_8 = b"\x1b%G"


def picture(kind="JPEG", size=(3000, 2000), mode="RGB", **options) -> bytes:
    out = BytesIO()
    Image.new(mode, size, "#b3201c" if mode == "RGB" else 0).save(out, kind, **options)
    return out.getvalue()


def upload_of(content: bytes, name="a.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def with_exif(size=(3000, 2000), orientation=1, **tags) -> bytes:
    """With the camera's name and the place in numbers, and these tags of EXIF."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "SecretCamera"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (21.0, 39.0, 46.0)
    details = exif.get_ifd(ExifTags.IFD.Exif)
    for name, value in tags.items():
        tag = ExifTags.Base[name]
        in_details = name.startswith(("DateTimeO", "Offset", "UserComment"))
        (details if in_details else exif)[tag] = value
    return picture(size=size, exif=exif)


def from_a_camera(orientation=6) -> bytes:
    return with_exif(orientation=orientation)


def with_iptc(fields: dict, encoding="utf-8", declared=False, content: bytes = b"") -> bytes:
    """{number of record 2: text or texts} as Photoshop writes them, put into a JPEG."""
    block = dataset(1, 90, UTF_8) if declared else b""
    for number, texts in fields.items():
        for text in [texts] if isinstance(texts, str) else texts:
            block += dataset(2, number, text.encode(encoding))
    return with_segment(content or picture(size=(60, 40)), resource(block))


def dataset(record: int, number: int, value: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value


def resource(block: bytes) -> bytes:
    head = b"Photoshop 3.0\0" + b"8BIM" + struct.pack(">HBBI", 0x0404, 0, 0, len(block))
    return head + block + b"\0" * (len(block) % 2)


def with_segment(jpeg: bytes, data: bytes, marker=0xED) -> bytes:
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data + jpeg[2:]


def with_xmp(properties: str, content: bytes = b"") -> bytes:
    """A JPEG with these elements in its XMP."""
    namespaces = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "core": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        "ext": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
        "exif": "http://ns.adobe.com/exif/1.0/",
        "tc260": "http://www.tc260.org.cn/ns/AIGC/1.0/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    }
    names = " ".join(f'xmlns:{short}="{name}"' for short, name in namespaces.items())
    packet = (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {names}>'
        f'<rdf:Description rdf:about="">{properties}</rdf:Description></rdf:RDF></x:xmpmeta>'
    )
    data = b"http://ns.adobe.com/xap/1.0/\0" + packet.encode()
    return with_segment(content or picture(size=(60, 40)), data, marker=0xE1)


def bomb(side=12000) -> bytes:
    """A PNG of 144 megapixels in a few kilobytes."""

    def chunk(name, data):
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    row = b"\0" + bytes(side // 8)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(row * side, 9))
        + chunk(b"IEND", b"")
    )


def moving(kind="GIF") -> bytes:
    out = BytesIO()
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "white")]
    frames[0].save(out, kind, save_all=True, append_images=frames[1:])
    return out.getvalue()


def of_a_telephone() -> bytes:
    """A JPEG with a second picture behind it, as telephones make them (MPO)."""
    return moving("MPO")
