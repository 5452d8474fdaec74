"""A reading as a text for people to read."""

from django.utils.translation import gettext as _

from articles.printed.workbench import KIND_NAMES, LINES, RULE_NAMES


def report(reading: dict) -> str:
    """The reading as `as_json()` gives it, in lines."""
    lines = []
    for number, story in enumerate(reading["stories"], 1):
        lines += [f"── {number} ──", *_story(story), ""]
    if reading["staff"]:
        lines.append(_line(_("staff of the page"), [_signature(s) for s in reading["staff"]]))
    lines += [_discarded(row) for row in reading["discarded"] if row["text"].strip()]
    lines += [_change(change) for change in reading["changes"]]
    return "\n".join([*lines, _ledger(reading["ledger"])])


def _line(label, values) -> str:
    return f"{label}：{'；'.join(values)}"


def _story(story):
    yield from (_line(KIND_NAMES[name], [story[name]]) for name in LINES if story[name])
    if story["bylines"]:
        yield _line(_("bylines"), [_signature(each) for each in story["bylines"]])
    crossheads = {}
    for crosshead in story["crossheads"]:
        crossheads.setdefault(crosshead["before_paragraph"], []).append(crosshead["text"])
    for number, paragraph in enumerate(story["paragraphs"], 1):
        yield from (f"　　【{text}】" for text in crossheads.get(number, []))
        yield f"　　{paragraph}"
    for photo in story["photos"]:
        credits = "，".join(_signature(each) for each in photo["credits"])
        yield _line(
            _("photo"), [f"{photo['caption']}（{credits}）" if credits else photo["caption"]]
        )
    if story["people"]:
        yield _line(
            _("people"), [f"{who['title']} {who['name']}".strip() for who in story["people"]]
        )
    if story["events"]:
        yield _line(
            _("events"), [f"{each['date']} {each['name']}".strip() for each in story["events"]]
        )


def _signature(row) -> str:
    return f"{row.get('unit', '')}{row['role']} {row['name']}".strip()


def _discarded(row) -> str:
    kind = KIND_NAMES.get(row["kind"], row["kind"])
    values = {"line": row["line"], "kind": kind, "text": row["text"].strip()}
    return _("line %(line)s, set aside as %(kind)s: %(text)s") % values


def _change(change) -> str:
    return _("line %(line)s, column %(column)s, %(rule)s: “%(before)s” → “%(after)s”") % {
        **change,
        "rule": RULE_NAMES.get(change["rule"], change["rule"]),
        "before": change["before"].replace("\n", "⏎"),
    }


def _ledger(ledger) -> str:
    figures = {name: f"{value:,}" for name, value in ledger.items()}
    if ledger["unassigned"]:
        return _("%(unassigned)s of %(characters)s characters have no place.") % figures
    return _("✓ Each of the %(characters)s characters has its place.") % figures
