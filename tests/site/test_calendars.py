"""Events as iCalendar: the rules of RFC 5545 by name, days that are known and none that are not, nothing hidden."""

import re
from datetime import date

import icalendar
import pytest

from articles.models import Event
from tests.make import make_article, make_draft, make_event, make_organization

pytestmark = pytest.mark.django_db
ALL = "/events/calendar.ics"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "https://news.example"
    settings.SITE_NAME = "茂名晚报"


@pytest.fixture
def read(client):
    """A calendar's bytes."""

    def read(address=ALL):
        response = client.get(address)
        assert response.status_code == 200
        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        return response.content

    return read


@pytest.fixture
def events(read):
    """A calendar's events, as a parser reads them."""

    def events(address=ALL):
        return list(icalendar.Calendar.from_ical(read(address)).walk("VEVENT"))

    return events


def told(name="劳模工匠代表迎春座谈会", start="2024-01-26", **fields):
    """A public event."""
    event = make_event(name, start, **fields)
    make_article(events=[event])
    return event


def days(entry):
    return entry["DTSTART"].dt, entry["DTEND"].dt


def test_a_parser_finds_all_of_an_event(events):
    event = told(venue="市青少年活动中心, 三楼", about="第一行\n第二行；完", date_inferred=True)
    event.organizers.add(make_organization(opened=True), make_organization("隐", hidden=True))
    [entry] = events()
    assert entry["SUMMARY"] == "劳模工匠代表迎春座谈会"
    assert entry["LOCATION"] == "市青少年活动中心, 三楼"
    assert entry["DESCRIPTION"] == (
        "日期为推定，并非报上所印。\n主办：茂名市总工会\n第一行\n第二行；完"
    )
    assert entry["URL"] == f"https://news.example{event.get_absolute_url()}"
    assert entry["CATEGORIES"].cats == ["其他"]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-01-26", "", (date(2024, 1, 26), date(2024, 1, 27))),
        ("2024-02-28", "2024-02-29", (date(2024, 2, 28), date(2024, 3, 1))),
        ("2024-01-26", "2024-03", (date(2024, 1, 26), date(2024, 1, 27))),
    ],
)
def test_dtend_is_the_day_after_the_last_that_is_known(events, start, end, expected):
    told(start=start, end=end)
    assert days(events()[0]) == expected


def test_an_end_that_is_only_a_month_is_said_in_words(events):
    told(end="2024-03")
    assert events()[0]["DESCRIPTION"] == "持续到2024年3月。"


@pytest.mark.parametrize("start", ["2024-01", "2024", ""])
def test_an_event_without_a_known_day_is_in_no_calendar(client, events, start):
    event = told(start=start)
    assert events() == []
    assert client.get(f"{event.get_absolute_url()}event.ics").status_code == 404
    assert "event.ics" not in client.get(event.get_absolute_url()).content.decode()


def test_an_events_page_leads_to_its_calendar(client, events):
    event = told()
    address = f"{event.get_absolute_url()}event.ics"
    assert f'href="{address}"' in client.get(event.get_absolute_url()).content.decode()
    assert [entry["SUMMARY"] for entry in events(address)] == [event.name]
    assert f'href="{ALL}"' in client.get("/events/").content.decode()


def test_the_calendar_of_a_campaign_holds_its_parts_and_nothing_else(client, events):
    campaign = told("专项行动", "2024-01")
    part, _other = told("启动仪式", part_of=campaign), told("别的")
    make_draft(events=[make_event("还没报道", part_of=campaign)])
    address = f"{campaign.get_absolute_url()}calendar.ics"
    assert [entry["SUMMARY"] for entry in events(address)] == [part.name]
    assert f'href="{address}"' in client.get(campaign.get_absolute_url()).content.decode()


def test_the_calendar_of_all_takes_the_filters_of_the_list(client, events):
    told("座谈会", "2024-01-26", kind="meeting")
    told("讲座", "2023-01-26", kind="lecture")
    assert [entry["SUMMARY"] for entry in events()] == ["座谈会", "讲座"]
    assert [entry["SUMMARY"] for entry in events(f"{ALL}?kind=lecture")] == ["讲座"]
    assert [entry["SUMMARY"] for entry in events(f"{ALL}?date=2024&q=座谈")] == ["座谈会"]
    assert client.get(f"{ALL}?date=zzz").status_code == 400


def test_events_that_are_not_public_are_in_no_calendar(client, events):
    known_from_draft = make_event("还没报道")
    make_draft(events=[known_from_draft])
    hidden = told("藏起来的", hidden=True)
    assert events() == []
    for event in (known_from_draft, hidden):
        for name in ("event.ics", "calendar.ics"):
            assert client.get(f"{event.get_absolute_url()}{name}").status_code == 404


# RFC 5545, by paragraph


def test_5545_3_1_lines_end_in_crlf_and_have_75_octets_at_most(read, events):
    name = "关于深入开展“劳模工匠助企行”专项行动、推动制造业高质量发展的动员部署会暨启动仪式🎉"
    told(name, about="长" * 200)
    content = read()
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]  # no character is cut in two
    assert events()[0]["SUMMARY"] == name


def test_5545_3_3_11_text_is_escaped(read, events):
    words = "甲,乙;丙\\丁\n戊:己"
    told(about=words)
    assert "甲\\,乙\\;丙\\\\丁\\n戊:己".encode() in read()
    assert events()[0]["DESCRIPTION"] == words


def test_5545_control_characters_are_left_out(read):
    told("座谈\x0b会")
    assert "SUMMARY:座谈会\r\n".encode() in read()


def test_5545_3_4_and_3_7_a_calendar_has_version_and_prodid_once(read):
    told()
    text = read().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert text.count("PRODID:") == text.count("VERSION:2.0") == 1


def test_5545_3_8_4_7_the_uid_stays_and_differs(events):
    told("甲", "2024-01-25"), told("乙", "2024-01-26")
    before = {entry["SUMMARY"]: entry["UID"] for entry in events()}
    Event.objects.filter(name="甲").update(name="丙", start="2024-01-27")
    after = {entry["SUMMARY"]: entry["UID"] for entry in events()}
    assert len(set(before.values())) == 2
    assert (after["丙"], after["乙"]) == (before["甲"], before["乙"])
    assert all(uid.endswith("@news.example") for uid in before.values())


def test_5545_3_8_7_2_dtstamp_is_in_utc_and_does_not_change_by_itself(read):
    told()
    make_event("开放的", opened=True)
    stamps = re.findall(r"DTSTAMP:(.*)\r\n", read().decode())
    assert stamps == ["20240126T000000Z", "20240127T000000Z"]


def test_5545_3_3_4_days_are_dates_without_a_time(read):
    told()
    text = read().decode()
    assert "DTSTART;VALUE=DATE:20240126\r\n" in text
    assert "DTEND;VALUE=DATE:20240127\r\n" in text
