"""Plain functions that make records for tests; a test names only what it is about."""

from datetime import UTC, datetime
from itertools import count

from django.contrib.auth.models import Group

from articles import models as a
from people import models as p

LONG_AGO = datetime(2024, 1, 27, 0, 0, tzinfo=UTC)
_number = count(1)


def make_user(role="", **fields):
    """An account of the desk, in the group `role` (see newsdesk/roles.py); the password is "x"."""
    number = next(_number)
    fields = {"username": f"user{number}", "display_name": f"同事{number}"} | fields
    user = p.User.objects.create_user(password="x", is_staff=True, **fields)
    if role:
        user.groups.add(Group.objects.get(name=role))
    return user


def make_person(name="黄奕奕", **fields):
    return p.Person.objects.create(name=name, **fields)


def make_organization(name="茂名市总工会", **fields):
    return p.Organization.objects.create(name=name, **fields)


def make_paper(name="茂名晚报", **fields):
    return make_organization(name, **{"kind": "paper", "city": "茂名"} | fields)


def make_post(label="主席", organization=None, **fields):
    return p.Post.objects.create(label=label, organization=organization, **fields)


def make_membership(person=None, post=None, **fields):
    if "organization" not in fields:
        post = post or make_post(f"主席{next(_number)}")
    person = person or make_person()
    return p.Membership.objects.create(person=person, post=post, **fields)


def make_award(name="劳动模范", level="national", **fields):
    return p.Award.objects.create(name=name, level=level, **fields)


def make_honour(award=None, **fields):
    if not {"person", "organization"} & fields.keys():
        fields["person"] = make_person()
    return p.Honour.objects.create(award=award or make_award(), **fields)


def make_section(name="要闻", slug="news", **fields):
    return a.Section.objects.create(name=name, slug=slug, **fields)


def make_event(name="劳模工匠代表迎春座谈会", start="2024-01-26", **fields):
    return a.Event.objects.create(name=name, start=start, **fields)


def make_page(raw="茂名市启动专项行动\n\n1月26日，启动。", **fields):
    return a.PrintPage.objects.create(raw=raw, **fields)


def make_draft(
    headline="劳模工匠欢聚一堂话发展", body="<p>1月26日，我市举行座谈会。</p>", **fields
):
    tags, persons = fields.pop("tags", []), fields.pop("persons", [])
    events, reporters = fields.pop("events", []), fields.pop("reporters", [])
    organizations = fields.pop("organizations", [])
    article = a.Article.objects.create(headline=headline, body=body, **fields)
    article.tags.add(*tags)
    for person in persons:
        make_mention(article, person)
    for event in events:
        a.Coverage.objects.create(article=article, event=event, confirmed=True)
    for organization in organizations:
        a.OrganizationMention.objects.create(
            article=article, organization=organization, confirmed=True
        )
    for reporter in reporters:
        a.Byline.objects.create(article=article, person=reporter, name=reporter.name, role="记者")
    return article


def make_article(headline="劳模工匠欢聚一堂话发展", published_at=LONG_AGO, **fields):
    """An approved article, public since January 2024 unless told otherwise."""
    article = make_draft(headline, **fields)
    article.approve(at=published_at)
    return article


def make_mention(article, person, confirmed=True, **fields):
    return a.Mention.objects.create(
        article=article,
        person=person,
        name=fields.pop("name", person.name),
        confirmed=confirmed,
        **fields,
    )


def make_participation(event, person, role="出席", **fields):
    return a.Participation.objects.create(event=event, person=person, role=role, **fields)


def make_topic(title="安全生产月", stories=(), **fields):
    """A public topic unless told otherwise, with these stories in this order."""
    topic = a.Topic.objects.create(title=title, **{"shown": True} | fields)
    for order, story in enumerate(stories):
        a.TopicItem.objects.create(topic=topic, article=story, order=order)
    return topic
