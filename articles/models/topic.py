"""Topic pages (专题): stories that editors put together under headings of their own."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.moves import MovesWithSlug
from newsdesk.publishing import PublishedQuerySet
from newsdesk.readings import pinyin
from people.models.change import Tracked

from .article import Article
from .event import Event
from .photo import Photo
from .tags import Tag

SLUG = 50  # characters


class TopicQuerySet(PublishedQuerySet):
    def newest_first(self):
        return self.order_by("-public_from", "-pk")

    def with_pictures(self):
        # readers' pages never open the original: it may lie far away or be lost
        return self.select_related("picture").defer("picture__original")

    def search(self, words: str):
        query = Q()
        for word in words.split():
            query &= Q(title__icontains=word) | Q(slug__icontains=word)
        return self.filter(query)


class Topic(MovesWithSlug, Tracked):
    title = models.CharField(_("topic title"), max_length=60)
    slug = models.SlugField(
        _("address"),
        max_length=SLUG,
        unique=True,
        blank=True,
        help_text=_("filled in from the title; a change leaves a redirect"),
    )
    standfirst = models.TextField(_("standfirst"), max_length=500, blank=True)
    picture = models.ForeignKey(
        Photo,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="topics",
        verbose_name=_("picture"),
    )
    tag = models.ForeignKey(
        Tag,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="topics",
        verbose_name=_("newest stories of the tag"),
    )
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="topics",
        verbose_name=_("newest stories of the event"),
        help_text=_("of a campaign also those of the events within it"),
    )
    newest = models.PositiveSmallIntegerField(_("how many of them"), default=10)
    shown = models.BooleanField(_("public"), default=False)
    published_at = models.DateTimeField(
        _("public from"), null=True, blank=True, help_text=_("empty: at once")
    )
    public_from = models.DateTimeField(null=True, editable=False)
    created = models.DateTimeField(_("created"), auto_now_add=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = [models.F("public_from").desc(nulls_first=True), "-pk"]
        indexes = [models.Index(fields=["-public_from", "-id"], name="topic_public")]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="topic_title_not_empty"),
            models.CheckConstraint(
                condition=Q(shown=False, public_from__isnull=True)
                | Q(shown=True, public_from__isnull=False, public_from=models.F("published_at")),
                name="topic_public_when_shown",
            ),
        ]
        permissions = [("publish_topic", _("Can publish topics"))]

    def __str__(self):
        return self.title

    def save(self, **kwargs):
        self.slug = self.slug or self.free_slug()
        if self.shown and not self.published_at:
            self.published_at = timezone.now()
        self.public_from = self.published_at if self.shown else None
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("topic_detail", kwargs={"slug": self.slug})

    @property
    def is_public(self) -> bool:
        return bool(self.public_from and self.public_from <= timezone.now())

    def moved_for_readers(self) -> bool:
        """A redirect would tell the address of a topic that nobody may know yet."""
        return self.is_public

    def free_slug(self) -> str:
        letters = "-".join(part for part in pinyin(self.title) if part.isalnum())
        base = letters.encode("ascii", "ignore").decode()[: SLUG - 4].strip("-").lower() or "topic"
        taken = set(Topic.objects.filter(slug__startswith=base).values_list("slug", flat=True))
        free = (f"{base}-{number}" for number in range(2, len(taken) + 3))
        return base if base not in taken else next(slug for slug in free if slug not in taken)


class TopicItem(models.Model):
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="items", verbose_name=_("topic"))
    article = models.ForeignKey(
        Article, models.CASCADE, related_name="topic_items", verbose_name=_("article")
    )
    group = models.CharField(
        _("heading above"), max_length=20, blank=True, help_text=_("动态, 人物, 评论 …")
    )
    headline = models.CharField(
        _("headline here"), max_length=60, blank=True, help_text=_("empty: as in other lists")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("story of the topic")
        verbose_name_plural = _("stories of the topic")
        ordering = ["topic", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["topic", "article"], name="article_once_in_a_topic")
        ]

    def __str__(self):
        return self.headline or str(self.article)
