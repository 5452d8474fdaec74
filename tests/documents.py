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
    f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:blipFill><a:blip r:embed="r1"/></pic:blipFill>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def document(*paragraphs: str, image: bytes = b"") -> bytes:
    texts = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    texts += f"<w:p>{PICTURE}</w:p>" if image else ""
    body = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{texts}</w:body></w:document>'
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", TYPES)
        parts.writestr("_rels/.rels", relations(("r0", "officeDocument", "word/document.xml")))
        parts.writestr("word/document.xml", body)
        if image:
            parts.writestr(
                "word/_rels/document.xml.rels", relations(("r1", "image", "media/1.png"))
            )
            parts.writestr("word/media/1.png", image)
    return out.getvalue()


def relations(*rows) -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}"/>'
        for key, kind, target in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'
