"""What a delivered picture says of itself, in whatever encoding and block it says it."""

from datetime import UTC, date, datetime, timedelta, timezone
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.photo_metadata import Metadata, read, when
from tests.pictures import picture, with_exif, with_iptc, with_xmp

CAPTION = "1月26日，劳模工匠代表在市青少年活动中心座谈。"
FIELDS = {
    105: "迎春座谈会",
    120: CAPTION,
    80: "梁奈",
    110: "茂名晚报",
    115: "市总工会",
    95: "广东",
    90: "茂名",
    92: "市青少年活动中心",
    25: ["劳模", "工匠"],
    55: "20240126",
    60: "093000+0800",
}
SHANGHAI = timezone(timedelta(hours=8))


def of(content: bytes) -> Metadata:
    return read(BytesIO(content))


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("utf-8", True), ("utf-8", False), ("gbk", False), ("gb18030", False)],
)
def test_iptc_is_read_in_utf_8_and_in_gbk(encoding, declared):
    data = of(with_iptc(FIELDS, encoding, declared))
    assert data == Metadata(
        headline="迎春座谈会",
        caption=CAPTION,
        byline="梁奈",
        credit="茂名晚报",
        source="市总工会",
        place="广东、茂名、市青少年活动中心",
        keywords="劳模、工匠",
        taken=datetime(2024, 1, 26, 9, 30, tzinfo=SHANGHAI),
    )


def test_a_declaration_that_lies_is_not_believed():
    assert of(with_iptc({120: CAPTION}, "gbk", declared=True)).caption == CAPTION


def test_a_field_cut_off_within_a_character_stays_what_it_is():
    whole = "梁奈赖碧怡吴昊黄奕奕罗晃浩".encode()
    block = with_iptc(
        {80: whole[:32].decode("latin-1"), 120: CAPTION.encode().decode("latin-1")}, "latin-1"
    )
    assert of(block).byline == "梁奈赖碧怡吴昊黄奕奕"
    assert of(block).caption == CAPTION


def test_a_picture_without_any_says_nothing():
    assert of(picture(size=(6, 4))) == Metadata()
    assert of(picture("PNG", (6, 4))) == Metadata()


def test_xmp_alone_is_read():
    data = of(
        with_xmp(
            '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A forum.</rdf:li>'
            f'<rdf:li xml:lang="zh-CN">{CAPTION}</rdf:li></rdf:Alt></dc:description>'
            "<dc:creator><rdf:Seq><rdf:li>梁奈</rdf:li><rdf:li>吴昊</rdf:li></rdf:Seq></dc:creator>"
            "<dc:subject><rdf:Bag><rdf:li>劳模</rdf:li></rdf:Bag></dc:subject>"
            "<photoshop:City>茂名</photoshop:City><core:Location>会堂</core:Location>"
            "<photoshop:DateCreated>2024-01-26T09:30:00+08:00</photoshop:DateCreated>"
        )
    )
    assert (data.caption, data.byline, data.keywords) == (CAPTION, "梁奈、吴昊", "劳模")
    assert data.place == "茂名、会堂"
    assert data.taken == datetime(2024, 1, 26, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_exif_alone_is_read(encoding):
    data = of(
        with_exif(
            (60, 40),
            ImageDescription=CAPTION.encode(encoding),
            Artist="梁奈".encode(encoding),
            DateTimeOriginal="2024:01:26 09:30:00",
            OffsetTimeOriginal="+08:00",
        )
    )
    assert (data.caption, data.byline) == (CAPTION, "梁奈")
    assert data.taken == datetime(2024, 1, 26, 9, 30, tzinfo=SHANGHAI)


def test_windows_own_fields_and_the_users_comment_are_read():
    wide = {"XPTitle": "座谈会", "XPAuthor": "梁奈", "XPKeywords": "劳模;工匠"}
    tags = {name: f"{text}\0".encode("utf-16-le") for name, text in wide.items()}
    data = of(with_exif((60, 40), UserComment=b"UNICODE\0" + CAPTION.encode("utf-16-be"), **tags))
    assert (data.headline, data.byline, data.keywords) == ("座谈会", "梁奈", "劳模、工匠")
    assert data.caption == CAPTION


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "utf-16"])
@pytest.mark.parametrize("text", ["一线职工在A3号码头。", "Open day, 2024"])
def test_a_comment_is_read_whatever_order_its_program_kept(text, encoding):
    comment = b"UNICODE\0" + text.encode(encoding)
    assert of(with_exif((60, 40), UserComment=comment)).caption == text


def test_signs_of_lost_characters_are_no_caption():
    lost = with_exif((60, 40), ImageDescription="???? ??", Artist="???")
    assert (of(lost).caption, of(lost).byline) == ("", "")
    assert of(with_exif((60, 40), ImageDescription="为什么?".encode())).caption == "为什么?"


@pytest.mark.parametrize("words", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "dav"])
def test_what_a_camera_writes_by_itself_is_no_caption(words):
    assert of(with_exif((60, 40), ImageDescription=words)).caption == (
        "dav" if words == "dav" else ""
    )


def test_xmp_goes_before_iptc_and_iptc_before_exif_field_by_field():
    content = with_exif((60, 40), ImageDescription="EXIF", Artist="EXIF", Copyright="EXIF")
    content = with_iptc({120: "IPTC", 80: "IPTC"}, content=content)
    content = with_xmp(
        "<dc:description><rdf:Alt><rdf:li>XMP</rdf:li></rdf:Alt></dc:description>", content=content
    )
    data = of(content)
    assert (data.caption, data.byline, data.rights) == ("XMP", "IPTC", "EXIF")


@pytest.mark.parametrize(
    "said",
    [
        "<ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</ext:DigitalSourceType>",
        "<ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia</ext:DigitalSourceType>",
        '<tc260:AIGC>{"Label":"1","ContentProducer":"001"}</tc260:AIGC>',
        '<tc260:AIGC>{"AIGC":{"Label":"2"}}</tc260:AIGC>',
    ],
)
def test_a_picture_made_by_ai_is_recognised(said):
    assert of(with_xmp(said)).made_by_ai


@pytest.mark.parametrize(
    "said",
    [
        "<ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</ext:DigitalSourceType>",
        "<photoshop:Headline>AIGC 论坛</photoshop:Headline>",
    ],
)
def test_a_photograph_is_not_taken_for_one(said):
    assert not of(with_xmp(said)).made_by_ai


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("20240126", date(2024, 1, 26)),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59-12:00", None),
        ("2024-01-26", date(2024, 1, 26)),
        ("2024:01:26 09:30:00", datetime(2024, 1, 26, 9, 30)),  # noqa: DTZ001
        ("2024-01-26T09:30", datetime(2024, 1, 26, 9, 30)),  # noqa: DTZ001
        ("2024-01-26T09:30:00.52Z", datetime(2024, 1, 26, 9, 30, tzinfo=UTC)),
        ("0000:00:00 00:00:00", None),
        ("2024:13:01 00:00:00", None),
        ("", None),
    ],
)
def test_dates_are_read_as_programs_write_them(text, meant):
    assert when(text) == meant


def test_no_coordinates_are_taken_over():
    data = of(with_exif((60, 40)))
    assert data.place == ""
    assert "21" not in str(data)


def test_a_bomb_in_the_xmp_is_not_unpacked():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    content = with_xmp("<dc:creator>&b;</dc:creator>").replace(
        b"<x:xmpmeta", bomb.encode() + b"<x:xmpmeta"
    )
    assert of(with_iptc({80: "梁奈"}, content=content)).byline == "梁奈"


WHOLE = with_iptc(
    FIELDS,
    "gbk",
    content=with_xmp("<dc:creator>x</dc:creator>", content=with_exif((30, 20), Artist="x")),
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(2, 1500), st.integers(0, 255)), max_size=30))
def test_broken_data_never_stops_an_upload(changes):
    content = bytearray(WHOLE)
    for place, value in changes:
        content[place % len(content)] = value
    assert isinstance(of(bytes(content)), Metadata)
    assert isinstance(of(bytes(content[: len(changes) * 40])), Metadata)
