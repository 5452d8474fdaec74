"""From bytes to text: what is read, and what is refused with a reason."""

import pytest

from articles.intake import MAX_BYTES, MAX_CHARACTERS, Unreadable, check, decode

PAGE = "我市召开会议\n\n本报讯 1月26日，会议召开。\r\n"


@pytest.mark.parametrize(
    "data",
    [
        PAGE.encode(),
        PAGE.encode("utf-8-sig"),
        PAGE.encode("utf-16"),
        b"\xfe\xff" + PAGE.encode("utf-16-be"),
        PAGE.encode("gbk"),
        PAGE.encode("gb18030"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big", "gbk", "gb18030"],
)
def test_text_is_read_in_the_encodings_of_the_trade(data):
    assert decode(data) == PAGE


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "empty"),
        (" \n\u3000\n".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00", "binary"),
        (("我" * (MAX_CHARACTERS + 1)).encode(), "too_long"),
        (b"a" * (MAX_BYTES + 1), "too_long"),
    ],
    ids=["nothing", "spaces", "picture", "archive", "long text", "long file"],
)
def test_what_is_no_page_is_refused_with_a_reason(data, key):
    with pytest.raises(Unreadable) as refusal:
        decode(data)
    assert refusal.value.key == key


def test_pasted_text_loses_its_byte_order_mark():
    assert check("\ufeff" + PAGE) == PAGE
