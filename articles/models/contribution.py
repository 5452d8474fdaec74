"""来稿: what correspondents send in, seen by the desk alone until a draft is made of it."""

from secrets import randbelow

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsdesk import html, text

from .article import Article
from .photo import private_storage

DIGITS = 10  # of a receipt: nobody guesses one


def new_number() -> str:
    return f"{randbelow(9 * 10 ** (DIGITS - 1)) + 10 ** (DIGITS - 1)}"


class ContributionQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=Contribution.State.NEW)

    def of_receipt(self, number: str, last_digits: str):
        """The one that this receipt and the telephone's last four digits name."""
        return self.filter(number=number, telephone__endswith=last_digits).exclude(telephone="")


class Contribution(models.Model):
    class State(models.TextChoices):
        NEW = "new", _("new (待处理)")
        TAKEN = "taken", _("taken (已采用)")
        DECLINED = "declined", _("declined (未采用)")

    number = models.CharField(_("receipt"), max_length=DIGITS, unique=True, default=new_number)
    ticket = models.CharField(max_length=32, unique=True, editable=False)
    names = models.CharField(
        _("your name"),
        max_length=100,
        help_text=_("as it is to be printed; several separated by 、"),
    )
    unit = models.CharField(_("your unit"), max_length=50)
    telephone = models.CharField(
        _("telephone"), max_length=20, help_text=_("only the desk sees it and calls it")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    headline = models.CharField(_("headline of the contribution"), max_length=200)
    text = models.TextField(_("text"), max_length=50_000, blank=True)
    body = models.TextField(editable=False, blank=True)  # sanitised: of the document, or of `text`
    captions = models.TextField(
        _("captions"),
        max_length=5_000,
        blank=True,
        help_text=_("one line for each picture, in their order"),
    )
    left_out = models.TextField(
        _("pictures left out"), editable=False, blank=True
    )  # of the document, a line for each: name and reason
    received = models.DateTimeField(_("received"), auto_now_add=True)

    state = models.CharField(_("state"), max_length=8, choices=State, default=State.NEW)
    article = models.ForeignKey(
        Article,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="contributions",
        verbose_name=_("article"),
    )
    lock_version = models.PositiveIntegerField(null=True, editable=False)  # of the untouched draft
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    word = models.CharField(_("word to the correspondent"), max_length=300, blank=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution (来稿)")
        verbose_name_plural = _("contributions (来稿)")
        ordering = ["-received", "-pk"]
        indexes = [models.Index(fields=["state", "-received"], name="contribution_desk")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(word=""), name="contribution_declined_in_words"
            )
        ]
        permissions = [("take_contribution", _("Can take over or decline contributions"))]

    def __str__(self):
        return self.headline

    def save(self, **kwargs):
        self.body = html.clean(self.body)
        super().save(**kwargs)

    @property
    def is_new(self) -> bool:
        return self.state == self.State.NEW

    @property
    def words(self) -> int:
        return text.count(html.plain(self.body).text)

    def decide(self, state, *, by, word="", article=None):
        self.state, self.word, self.article = state, word, article
        self.lock_version = article.lock_version if article else None
        self.decided_by, self.decided_at = by, timezone.now()
        self.save()

    def reopen(self):
        self.state, self.word, self.article, self.lock_version = self.State.NEW, "", None, None
        self.decided_by = self.decided_at = None
        self.save()


class ContributedFile(models.Model):
    """A picture or the document of a contribution. Without one it waits, by the ticket of an open form."""

    class Kind(models.TextChoices):
        PHOTO = "photo", _("picture")
        DOCUMENT = "document", _("document")

    contribution = models.ForeignKey(
        Contribution,
        models.CASCADE,
        null=True,
        related_name="files",
        verbose_name=_("contribution (来稿)"),
    )
    ticket = models.CharField(max_length=32, db_index=True)
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=100)
    file = models.FileField(upload_to="contributions/%Y/%m/", storage=private_storage)
    preview = models.FileField(
        upload_to="contributions/%Y/%m/", storage=private_storage, blank=True
    )
    added = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("file of a contribution")
        verbose_name_plural = _("files of contributions")
        ordering = ["pk"]

    def __str__(self):
        return self.name

    def remove(self):
        """The row with what lies in the storage."""
        self.remove_files()
        self.delete()

    def remove_files(self):
        for field in (self.file, self.preview):
            if field:
                field.delete(save=False)
