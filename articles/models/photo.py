"""Photos: the private original, what is known of it, and what readers get."""

from functools import reduce
from hashlib import file_digest
from operator import or_

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from newsdesk import dates, renditions
from newsdesk.renditions import CUT, WHOLE
from people.models import Person

from .article import Article
from .event import Event


def private_storage():
    return storages["private"]


class PhotoQuerySet(models.QuerySet):
    def published(self, at=None):
        """Those in a published story, before one of its videos, or over a public topic."""
        stories = Article.objects.published(at)
        shown = stories.filter(photo_uses__photo=OuterRef("pk"))
        still = stories.filter(videos__poster=OuterRef("pk"))
        topics = self.model.topics.rel.related_model.objects.published(at)
        over = topics.filter(picture=OuterRef("pk"))
        return self.filter(Exists(shown) | Exists(still) | Exists(over))

    def search(self, words: str):
        """Each word in what is known of the picture, who is on it, or what stories say under it."""
        query = Q()
        for word in words.split():
            query &= self._saying(word)
        return self.filter(query)

    def _saying(self, word: str) -> Q:
        found = reduce(or_, (Q(**{f"{name}__icontains": word}) for name in Photo.WORDS))
        on_it = Photo.persons.through.objects.filter(person__name__icontains=word)
        uses = Photo.uses.rel.related_model.objects
        used = uses.filter(Q(caption__icontains=word) | Q(credits__name__icontains=word))
        for rows in (on_it, used):
            found |= Q(Exists(rows.filter(photo=OuterRef("pk"))))
        return found | taken_in(word)


def taken_in(word: str) -> Q:
    """2024, 2024-01, 2024年1月 or 2024/1/26, where the word is one of these."""
    try:
        days = dates.bounds(word.replace("/", "-")) if word[:1].isdigit() else None
    except ValueError:
        days = None
    return Q(taken__range=(days.first, days.last)) if days else Q()


def percent(label, **options):
    return models.PositiveSmallIntegerField(
        label, default=50, validators=[MaxValueValidator(100)], **options
    )


class Photo(models.Model):
    """The original is private (it may carry a place and a camera); readers get the renditions.

    All lie in the private storage: a picture that only drafts use is as invisible as they are.
    """

    class Credited(models.TextChoices):
        NAMED = "named", _("photographer (摄)")
        PROVIDED = "provided", _("provided by (供图)")
        ARCHIVE = "archive", _("archive picture (资料图片)")

    # what search looks through, with the names of what is linked
    WORDS = (
        "caption",
        "description",
        "credit",
        "place",
        "keywords",
        "original",
        "photographer__name",
        "event__name",
    )

    original = models.ImageField(
        _("picture"),
        upload_to="photos/%Y/%m/",
        storage=private_storage,
        width_field="width",
        height_field="height",
    )
    sha256 = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    width = models.PositiveIntegerField(editable=False, default=0)
    height = models.PositiveIntegerField(editable=False, default=0)
    # [{"file", "shape", "width", "height", "bytes"}], the smallest first: newsdesk/renditions.py
    renditions = models.JSONField(default=list, blank=True, editable=False)
    focus_x = percent(_("focus from the left, %"))
    focus_y = percent(_("focus from the top, %"))

    caption = models.TextField(
        _("caption"), max_length=2000, blank=True, help_text=_("as delivered")
    )
    description = models.CharField(
        _("description"),
        max_length=200,
        blank=True,
        help_text=_("for those who cannot see the picture; filled in from the caption"),
    )
    credit = models.CharField(
        _("credit"),
        max_length=100,
        blank=True,
        help_text=_("who took or gave it; several names separated by 、"),
    )
    credited = models.CharField(_("kind of credit"), max_length=8, choices=Credited, blank=True)
    photographer = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="photographs",
        verbose_name=_("photographer"),
    )
    ai_made = models.BooleanField(
        _("made by AI"), default=False, help_text=_("readers see “AI生成” beside the picture")
    )
    taken = models.DateField(_("taken on"), null=True, blank=True)
    taken_time = models.TimeField(_("time"), null=True, blank=True)
    place = models.CharField(_("place where taken"), max_length=200, blank=True)
    keywords = models.CharField(_("keywords"), max_length=300, blank=True)
    persons = models.ManyToManyField(
        Person, blank=True, related_name="photos", verbose_name=_("persons in the picture")
    )
    event = models.ForeignKey(
        Event,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="photos",
        verbose_name=_("event"),
    )
    added = models.DateTimeField(_("added"), auto_now_add=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-added", "-pk"]
        indexes = [models.Index(fields=["-taken"], name="photo_taken")]
        constraints = [
            models.CheckConstraint(
                condition=Q(focus_x__lte=100, focus_y__lte=100), name="photo_focus_inside"
            )
        ]

    def __str__(self):
        words = self.description or self.caption
        return words or self.original.name.rsplit("/", 1)[-1]

    def save(self, **kwargs):
        """A new original gets its renditions; see newsdesk/images.py for what they leave out."""
        if self.original and not self.original._committed:
            self.make_ready()
        limit = Photo._meta.get_field("description").max_length
        self.description = self.description or self.caption[:limit]
        super().save(**kwargs)

    def get_absolute_url(self):
        """The largest JPEG; another picture has another address."""
        fitting = self.of_shape(WHOLE, "jpg")
        return self.address(fitting[-1]) if fitting else ""

    @property
    def is_cut(self) -> bool:
        return any(each["shape"] == CUT for each in self.renditions)

    def make_ready(self):
        """All that is slow about a new original, and its files; save() then only writes the row."""
        self.sha256 = digest(self.original.file)
        self.renditions = self._made(self.original.file, (WHOLE, CUT))
        self.original.save(self.original.name, self.original.file, save=False)

    def forget_files_unless_stored(self):
        """For what was made ready and not saved, or not for good."""
        rows = Photo.objects.filter(sha256=self.sha256)
        if not rows.filter(original=self.original.name).exists():
            self.original.delete(save=False)
        needed = {each["file"] for photo in rows for each in photo.renditions}
        for name in self._new_files - needed:
            private_storage().delete(name)

    def make_again(self, *shapes):
        """Cut out anew after the focus moved, or make what an older picture lacks; saves nothing."""
        kept = [each for each in self.renditions if each["shape"] not in shapes]
        with self.original.open() as file:
            self.sha256 = self.sha256 or digest(file)
            self.renditions = kept + self._made(file, shapes)

    def _made(self, file, shapes) -> list[dict]:
        """Older files stay: they are private, and a picture restored from the bin needs them."""
        made = renditions.make(file, (self.focus_x, self.focus_y), shapes)
        return [self._stored(each) for each in made]

    def _stored(self, rendition) -> dict:
        name = f"renditions/{self.sha256[:2]}/{self.sha256[:16]}/{rendition.name}"
        storage = private_storage()
        if not storage.exists(name):
            name = storage.save(name, ContentFile(rendition.content))
            self._new_files.add(name)
        size = {"width": rendition.width, "height": rendition.height}
        size |= {"bytes": len(rendition.content)}
        return {"file": name, "shape": rendition.shape, **size}

    def address(self, rendition: dict) -> str:
        return self._folder + base_name(rendition)

    @cached_property
    def _new_files(self) -> set[str]:
        return set()

    @cached_property
    def _folder(self) -> str:
        return reverse("photo", kwargs={"pk": self.pk, "name": "-"})[:-1]

    def of_shape(self, shape: str, ending="") -> list[dict]:
        """The smallest first; the whole picture where it was not cut yet."""
        found = [each for each in self.renditions if each["shape"] == shape]
        found = found or [each for each in self.renditions if each["shape"] == WHOLE]
        return [each for each in found if each["file"].endswith(ending)]

    def file_named(self, name: str) -> str:
        """Where the rendition of this name lies; "" for a name of another or of an older one."""
        found = (each["file"] for each in self.renditions if base_name(each) == name)
        return next(found, "")


def base_name(rendition: dict) -> str:
    return rendition["file"].rsplit("/", 1)[-1]


def digest(file) -> str:
    file.seek(0)
    found = file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return found
