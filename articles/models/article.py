"""Articles: one story each, from draft to archive."""

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField
from taggit.managers import TaggableManager

from newsdesk import html
from newsdesk.addresses import of_record
from newsdesk.text import seen

from . import search_entry
from .article_queryset import ArticleQuerySet
from .section import Section
from .source import Source
from .states import State

MAX_BODY = 500_000  # characters of HTML; a printed page has about 5,000


class Article(models.Model):
    class Front(models.TextChoices):
        LEAD = "lead", _("lead (头条)")
        PICK = "pick", _("recommended (推荐)")

    LINES = (
        "banner",
        "kicker",
        "headline",
        "subheadline",
        "web_headline",
        "short_title",
        "standfirst",
    )

    banner = models.CharField(_("banner"), max_length=100, blank=True)
    kicker = models.CharField(_("kicker"), max_length=200, blank=True)
    headline = models.CharField(_("headline"), max_length=200, help_text=_("as printed"))
    subheadline = models.CharField(_("subheadline"), max_length=300, blank=True)
    web_headline = models.CharField(
        _("web headline"),
        max_length=200,
        blank=True,
        help_text=_("where the printed one says nothing alone"),
    )
    short_title = models.CharField(
        _("short title"), max_length=60, blank=True, help_text=_("for lists")
    )
    standfirst = models.TextField(_("standfirst"), blank=True)
    dateline = models.CharField(_("dateline"), max_length=50, blank=True)
    body = ProseEditorField(
        _("text"),
        extensions=html.EXTENSIONS,
        sanitize=html.clean,
        blank=True,
        validators=[MaxLengthValidator(MAX_BODY)],
    )
    plain_text = models.TextField(editable=False, blank=True)

    section = models.ForeignKey(
        Section,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="articles",
        verbose_name=_("section"),
    )
    tags = TaggableManager(
        _("tags"),
        through="articles.TaggedArticle",
        blank=True,
        help_text=_("separated by ， or 、; a term with a space stays one term"),
    )
    source = models.ForeignKey(
        Source,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("source"),
    )
    original_author = models.CharField(_("original author"), max_length=100, blank=True)
    original_headline = models.CharField(_("original headline"), max_length=200, blank=True)
    original_url = models.URLField(_("original address"), blank=True)
    responsible_editor = models.CharField(_("responsible editor"), max_length=50, blank=True)

    page = models.ForeignKey(
        "articles.PrintPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("printed page"),
    )
    page_order = models.PositiveSmallIntegerField(_("place on the page"), default=0)
    publication = models.ForeignKey(  # of the page or the source, a copy for lists
        "people.Organization",
        models.SET_NULL,
        null=True,
        editable=False,
        db_index=False,
        related_name="+",
    )

    state = models.CharField(
        _("state"), max_length=14, choices=State, default=State.DRAFT, editable=False
    )
    published_at = models.DateTimeField(_("published at"), null=True, blank=True, editable=False)
    public_from = models.DateTimeField(null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("approved by"),
    )
    corrects = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="working_copies",
        verbose_name=_("corrects"),
    )

    front = models.CharField(_("on the front page"), max_length=4, choices=Front, blank=True)
    front_order = models.PositiveSmallIntegerField(_("order there"), default=0)
    pinned = models.BooleanField(
        _("pinned (置顶)"), default=False, help_text=_("first in its section")
    )

    created = models.DateTimeField(_("created"), auto_now_add=True)
    updated = models.DateTimeField(_("changed"), auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("created by"),
    )
    filed_at = models.DateTimeField(_("handed in at"), null=True, blank=True, editable=False)
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("locked by"),
    )
    locked_at = models.DateTimeField(_("locked at"), null=True, blank=True, editable=False)
    lock_version = models.PositiveIntegerField(default=0, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["-public_from", "-id"], name="article_public"),
            models.Index(fields=["section", "-public_from", "-id"], name="article_in_section"),
            models.Index(
                fields=["publication", "-public_from", "-id"], name="article_in_publication"
            ),
            models.Index(
                fields=["section", "-public_from", "-id"],
                condition=Q(pinned=True),
                name="article_pinned",
            ),
            models.Index(fields=["state", "-updated"], name="article_desk"),
            models.Index(
                fields=["front", "front_order", "-public_from", "-id"],
                condition=Q(front__gt=""),
                name="article_on_front",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="article_public_when_approved",
                condition=Q(public_from__isnull=True)
                & (~Q(state=State.APPROVED) | Q(corrects__isnull=False))
                | Q(
                    state=State.APPROVED,
                    corrects__isnull=True,
                    public_from__isnull=False,  # a check that yields null would pass
                    public_from=F("published_at"),
                ),
            ),
            models.CheckConstraint(condition=~Q(headline=""), name="article_headline_not_empty"),
        ]
        permissions = [
            ("change_all_article", _("Can edit articles of others")),
            ("approve_article", _("Can approve articles")),
            ("withdraw_article", _("Can withdraw articles")),
            ("spike_article", _("Can spike articles")),
            ("preview_article", _("Can preview articles")),
            ("unlock_article", _("Can break locks on articles")),
            ("import_article", _("Can import stories of an archive")),
            ("place_article", _("Can choose what stands on the front page")),
        ]

    def __str__(self):
        return self.title

    @transaction.atomic
    def save(self, **kwargs):
        for name in self.LINES:
            setattr(self, name, seen(getattr(self, name)))
        self.body = html.clean(self.body)
        self.plain_text = html.plain(self.body).text
        self.lock_version += 1
        super().save(**kwargs)
        Article.objects.filter(pk=self.pk).set_publication()
        search_entry.note(self.pk)

    def get_absolute_url(self):
        return of_record("article_detail", self.pk)

    @transaction.atomic
    def delete(self, **kwargs):
        search_entry.SearchEntry.objects.forget(self.pk)
        return super().delete(**kwargs)

    def after_restoring(self):
        """Back from the bin."""
        search_entry.note(self.pk)

    @property
    def title(self) -> str:
        """For the web page's title and for feeds."""
        return self.web_headline or self.headline

    @property
    def list_title(self) -> str:
        return self.short_title or self.title

    @property
    def is_public(self) -> bool:
        return bool(self.public_from and self.public_from <= timezone.now())

    @property
    def is_due_later(self) -> bool:
        """待发: approved, its time has not come."""
        return bool(self.public_from and self.public_from > timezone.now())

    @property
    def status_words(self) -> str:
        """The state as the desk says it: an approved story waits until its time has come."""
        if self.is_due_later:
            return str(_("approved, waits for its time"))
        return str(_("published")) if self.is_public else self.get_state_display()

    def approve(self, *, by=None, at=None):
        """Sign the story off for the public, at once or from a time on."""
        self.approved_by = by
        if by and not self.responsible_editor:
            self.responsible_editor = by.display_name  # never the name one logs in with
        self.published_at = at or timezone.now()
        self._move_to(State.APPROVED)

    def withdraw(self):
        """Take an approved story off the site; its time is kept."""
        self._move_to(State.WITHDRAWN)

    def spike(self):
        self._move_to(State.SPIKED)

    def reopen(self):
        """Back to draft, from the bin of spiked stories or from off the site."""
        self._move_to(State.DRAFT)

    def file(self):
        """交稿: the desk may take it from here. A fact, not a state; the first time counts."""
        self.filed_at = self.filed_at or timezone.now()
        Article.objects.filter(pk=self.pk).update(filed_at=self.filed_at)

    def lock(self, user):
        """The text stays the version it is: forms that are open may go on."""
        self._set_lock(user, timezone.now())

    def unlock(self):
        self._set_lock(None, None)

    def _set_lock(self, user, at):
        self.locked_by, self.locked_at = user, at
        Article.objects.filter(pk=self.pk).update(locked_by=user, locked_at=at)

    def note_links_decided(self):
        """Somebody decided about this story's links elsewhere: a form that is open must notice."""
        Article.objects.filter(pk=self.pk).update(lock_version=F("lock_version") + 1)

    @transaction.atomic
    def _move_to(self, state):
        self.state = state
        approved = state == State.APPROVED and not self.corrects_id
        self.public_from = self.published_at if approved else None
        self.save()
        self._tell_links()

    def _tell_links(self):
        """Copy public_from to the rows that lists read it from."""
        for links in (self.mentions, self.organization_mentions, self.coverages):
            links.update(public_from=None)
            links.confirmed().update(public_from=self.public_from)
        for links in (self.bylines, self.tagged):
            links.update(public_from=self.public_from)
        for photo_use in self.photo_uses.all():
            photo_use.credits.update(public_from=self.public_from)
