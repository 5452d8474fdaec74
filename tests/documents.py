"""Word documents as programs make them, as small as they can be."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
PICTURE = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing">'
    f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData>'
    f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:blipFill><a:blip r:embed="r%d"/></pic:blipFill>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def document(
    *paragraphs: str, image: bytes = b"", images: tuple[bytes, ...] = (), **others: str
) -> bytes:
    """Texts, or Word's own elements; one image stands at the end, of several each where picture(1) says.

    `others` are the elements of other parts: styles, footnotes.
    """
    images = (image,) if image else images
    parts = [each if each.startswith("<w:") else paragraph(each) for each in paragraphs]
    parts += [picture(1)] if image else []
    body = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(parts)}</w:body></w:document>'
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", relations(("r0", "officeDocument", "word/document.xml")))
        file.writestr("word/document.xml", body)
        rows = [(f"r{n}", "image", f"media/{n}.png") for n, _image in enumerate(images, 1)]
        file.writestr("word/_rels/document.xml.rels", relations(*rows))
        for name, elements in others.items():
            file.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{elements}</w:{name}>')
        for number, content in enumerate(images, 1):
            file.writestr(f"word/media/{number}.png", content)
    return out.getvalue()


def garbled(content: bytes, name: str) -> bytes:
    """The package with this part of it overwritten, as by a bad disk or a broken download."""
    with ZipFile(BytesIO(content)) as parts:
        part = parts.getinfo(name)
    start = part.header_offset + 30 + len(part.filename)  # a part's own head comes first
    end = start + part.compress_size
    return content[:start] + b"\xff" * part.compress_size + content[end:]


def paragraph(text: str, properties="", run="") -> str:
    """`properties` of the paragraph and of its run, as Word writes them: <w:b/> is bold."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def picture(number: int, text="") -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r>{PICTURE % number}</w:p>"


def table(*rows) -> str:
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def relations(*rows) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"/>'
        for key, kind, target in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'
