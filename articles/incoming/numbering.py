"""Numbers that Word writes by itself (一、 （二） 3.), as text: HTML would begin each time anew, and with 1."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

DIGITS = "〇一二三四五六七八九"
CHINESE = {
    "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "japaneseCounting", "taiwaneseCounting",
    "taiwaneseCountingThousand", "ideographDigital",
}  # fmt: skip


@dataclass(frozen=True)
class Level:
    """Of a numbering: how its number is written, %1、 or （%1）, and from which on."""

    form: str
    words: str
    start: int


def write_out(text, numbering):
    """In the text of a document, by its numbering; both are XML. Lists whose points stand together stay lists."""
    lists = lists_of(numbering)
    counts = {}
    paragraphs = list(text.iter(f"{namespace(text)}p"))
    places = [None, *map(place_of, paragraphs), None]
    for before, paragraph, place, behind in zip(
        places, paragraphs, places[1:], places[2:], strict=False
    ):
        levels = lists.get(place[0], {}) if place else {}
        if not levels or place[1] not in levels:
            continue
        count(counts, levels, *place)
        is_alone = place[0] not in {each[0] for each in (before, behind) if each}
        form = levels[place[1]].form
        if form in CHINESE or (form == "decimal" and is_alone):
            put_before(paragraph, label(counts, levels, *place))


def namespace(element) -> str:
    return element.tag[: element.tag.index("}") + 1]


def value(element, path) -> str:
    """Of the one attribute of the element there, w:val."""
    found = element.find(path)
    return "" if found is None else next(iter(found.attrib.values()), "")


def attribute(element, name) -> str:
    return element.get(namespace(element) + name, "")


def lists_of(numbering) -> dict[str, dict[int, Level]]:
    kinds = {
        attribute(kind, "abstractNumId"): {
            int(attribute(level, "ilvl")): level_of(level) for level in kind.findall("{*}lvl")
        }
        for kind in numbering.findall("{*}abstractNum")
    }
    return {
        attribute(each, "numId"): kinds.get(value(each, "{*}abstractNumId"), {})
        for each in numbering.findall("{*}num")
    }


def level_of(element) -> Level:
    start = int(value(element, "{*}start") or 1)
    return Level(value(element, "{*}numFmt"), value(element, "{*}lvlText"), start)


def place_of(paragraph) -> tuple[str, int] | None:
    mark = paragraph.find("{*}pPr/{*}numPr")
    if mark is None:
        return None
    return value(mark, "{*}numId"), int(value(mark, "{*}ilvl") or 0)


def count(counts, levels, of, depth):
    counts[of, depth] = counts.get((of, depth), levels[depth].start - 1) + 1
    for deeper in [key for key in counts if key[0] == of and key[1] > depth]:
        del counts[deeper]


def label(counts, levels, of, depth) -> str:
    words = levels[depth].words
    for each, level in levels.items():
        number = counts.get((of, each), level.start)
        words = words.replace(
            f"%{each + 1}", chinese(number) if level.form in CHINESE else str(number)
        )
    return words + (" " if words.endswith(".") else "")


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    return ("" if not tens else "十" if tens == 1 else DIGITS[tens] + "十") + (
        DIGITS[ones] if ones else ""
    )


def put_before(paragraph, words):
    """As bold as the text that it stands before."""
    properties, look = paragraph.find("{*}pPr"), paragraph.find("{*}r/{*}rPr")
    properties.remove(properties.find("{*}numPr"))
    run = Element(f"{namespace(paragraph)}r")
    if look is not None:
        run.append(look)
    SubElement(run, f"{namespace(paragraph)}t").text = words
    paragraph.insert(list(paragraph).index(properties) + 1, run)
