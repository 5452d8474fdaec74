"""Who is already there under a like name: the same one, one that sounds or looks like it, one character away."""

from collections import defaultdict

from django.utils.translation import gettext_lazy as _

from newsdesk.text import normalise_name, pinyin_key
from people.models import OtherName, Person

# characters that are easily typed or read for one another
SHAPES = (
    "己已巳", "未末", "土士", "千干于", "日曰", "侯候", "奕弈", "荣嵘", "今令", "大太犬", "天夫", "王玉", "刀力", "田由甲申",
    "白自", "贝见", "戊戌戍", "析折", "亨享", "肖尚", "旻昊", "余佘", "盂孟", "赢羸嬴", "治冶", "宇字", "恒垣", "晴睛",
    "佳住", "栗粟", "祟崇", "茶荼", "傅博搏", "瑞端", "岚风", "沬沫", "崔雀",
)  # fmt: skip
_FOLDED = str.maketrans({each: group[0] for group in SHAPES for each in group})

SAME, OTHER, SOUND, SHAPE, ONE = "same", "other", "sound", "shape", "one"
WORDS = {
    SAME: _("the same name"),
    OTHER: _("another name of theirs"),
    SOUND: _("sounds the same"),
    SHAPE: _("looks alike"),
    ONE: _("one character differs"),
}
NEAREST = list(WORDS)


def persons_like(names) -> dict[str, list[Person]]:
    """For each of the names the persons of a like one, nearest first, `like` saying how; with titles and other names.

    Five queries, however many names: all names there are pass by once.
    """
    wanted = {name: normalise_name(name) for name in names if name}
    forms = _by_form(wanted.values())
    found = defaultdict(dict)  # name -> key of the person -> how alike
    for key, known, sound, is_other in _everybody():
        for form, how in _forms(known, sound):
            for name in forms.get((form, how), ()):
                said = OTHER if is_other and how == SAME else how
                found[name][key] = min(found[name].get(key, said), said, key=NEAREST.index)
    keys = {key for persons in found.values() for key in persons}
    rows = Person.objects.with_titles().prefetch_related("other_names").in_bulk(keys)
    return {name: _nearest_first(rows, found[plain]) for name, plain in wanted.items()}


def _by_form(names) -> dict[tuple[str, str], list[str]]:
    forms = defaultdict(list)
    for name in set(names):
        for form in _forms(name, pinyin_key(name, surname=True)):
            forms[form].append(name)
    return forms


def _everybody():
    for key, name, sound in Person.objects.values_list("pk", "name", "sort_key"):
        yield key, name, sound, False
    for key, name in OtherName.objects.values_list("person_id", "name"):
        yield key, name, pinyin_key(name, surname=True), True


def _forms(name, sound):
    """What two names have in common when they are alike, and how they are alike then."""
    yield name, SAME
    yield sound, SOUND
    yield name.translate(_FOLDED), SHAPE
    if len(name) > 2:
        yield from ((f"{name[:at]}*{name[at + 1 :]}", ONE) for at in range(len(name)))


def _nearest_first(rows, found) -> list[Person]:
    order = sorted(found, key=lambda key: (NEAREST.index(found[key]), rows[key].sort_key, key))
    persons = [rows[key] for key in order]
    for person in persons:
        person.like = found[person.pk]
    return persons
