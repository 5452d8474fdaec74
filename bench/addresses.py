"""What is measured: addresses by kind of page, chosen from what the database holds."""

from django.db.models import Count

from articles.lists.paging import LAST_PAGE, PER_PAGE, Place
from articles.models import Article, Coverage, Mention

WORDS = {
    "search2": ["慰问", "劳模", "职工", "石林", "酒吧"],
    "search4": ["工匠精神", "技能竞赛", "工人文化", "贴近实际"],
    "search_terms": ["劳模 慰问", "工匠精神 企业", "化州市 招聘会"],
}


def addresses() -> dict[str, list[str]]:
    stories = Article.objects.published().newest_first()
    total = stories.count()
    official = busiest(Mention, "person")
    chosen = {"person": official, "event": event_of(official)}
    place = stories[total // 2]
    found = {
        "home": ["/"],
        "article": [story.get_absolute_url() for story in stories[: total // 2 : total // 40]],
        "person": [f"/people/{official}/"],
        "filters": [
            f"/articles/?person={official}&event={chosen['event']}&section={section_of(**chosen)}"
        ],
        "deep": [
            f"/articles/?person={official}&page={last_page(official)}",
            f"/articles/?before={Place(place.public_from, place.pk)}",
        ],
        "feed": ["/feed/"],
    }
    return found | {kind: [f"/search/?q={word}" for word in words] for kind, words in WORDS.items()}


def busiest(links, field, **chosen) -> int:
    rows = links.objects.published().filter(**chosen).values(field).annotate(many=Count("pk"))
    return rows.order_by("-many", field).values_list(field, flat=True).first()


def event_of(person) -> int:
    return busiest(Coverage, "event", article__mentions__person=person)


def section_of(person, event) -> str:
    both = Article.objects.published().filter(mentions__person=person, coverages__event=event)
    return both.exclude(section=None).values_list("section__slug", flat=True).first()


def last_page(person) -> int:
    many = Mention.objects.published().filter(person=person).count()
    return max(1, min(LAST_PAGE, many // PER_PAGE))
