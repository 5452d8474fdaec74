"""What the text editor is given: words for its buttons and dialogs, which come in English, and the photos."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles import placing
from newsdesk.text import COUNTED

# what the editor says -> what our editors read; "text" names the text itself
WORDS = {
    "text": _("Text of the story"),
    "paragraph": _("Paragraph or crosshead"),
    "heading 2": _("Crosshead"),
    "heading 3": _("Small crosshead"),
    "unordered list": _("List"),
    "ordered list": _("Numbered list"),
    "blockquote": _("Quotation"),
    "horizontal rule": _("Rule"),
    "bold": _("Bold"),
    "italic": _("Italic"),
    "insert link": _("Link"),
    "remove link": _("Remove the link"),
    "Bold": _("Bold"),
    "Italic": _("Italic"),
    "insert photo": _("Insert a photo"),
    "undo": _("Undo"),
    "redo": _("Redo"),
    "Undo": _("Undo"),
    "Redo": _("Redo"),
    "Insert table": _("Insert a table"),
    "Add column": _("Add a column"),
    "Delete column": _("Delete the column"),
    "Add row": _("Add a row"),
    "Delete row": _("Delete the row"),
    "Merge cells": _("Merge cells"),
    "Split cell": _("Split the cell"),
    "Toggle header cell": _("Head cell or not"),
    "Delete table": _("Delete the table"),
    "List properties": _("Kind of numbering"),
    "Paragraph": _("Paragraph"),
    "Heading 2": _("Crosshead"),
    "Heading 3": _("Small crosshead"),
    # dialogs
    "Update": _("Apply"),
    "Cancel": _("Cancel"),
    "Edit Link": _("Link"),
    "Insert": _("Insert"),
    "Insert Table": _("Insert a table"),
    "URL": _("Address"),
    "Title": _("Title"),
    "Rows": _("Rows"),
    "Columns": _("Columns"),
    "Include header row": _("With a head row"),
    "List type": _("Kind of numbering"),
    "Start at": _("Start at"),
    "Decimal numbers": _("1, 2, 3"),
    "Lowercase letters": _("a, b, c"),
    "Uppercase letters": _("A, B, C"),
    "Lowercase Roman numerals": _("i, ii, iii"),
    "Uppercase Roman numerals": _("I, II, III"),
    "Bullets": _("Bullets"),
}
PHOTO_WORDS = {
    "choose": _("Choose a photo of this article"),
    "none": _("This article has no photos yet. Upload some here, or add them beside the text."),
    "upload": _("Upload photos"),
    "unknown": _("This photo does not belong to the article any more and will not be shown."),
    "nameless": _("(no caption)"),
    "ai_made": pgettext_lazy("beside a picture", "made by AI"),
    "close": _("Close"),
}

COUNT_WORDS = {
    "headline": _("headline: %s characters"),
    "all": _("%s characters"),
    "without": _("without marks %s"),
    "paragraphs": _("paragraphs: %s"),
    "lines": _("about %s printed lines (of 17)"),
    "minutes": _("about %s minutes to read"),
}


def editor_context(article) -> dict:
    uses = placing.for_editor(article) if article else []
    return {
        "prose_words": spoken(WORDS),
        "text_photos": {"uses": uses, "words": spoken(PHOTO_WORDS)},
        "text_count": {"pattern": COUNTED, "words": spoken(COUNT_WORDS)},
    }


def spoken(words) -> dict:
    return {name: str(word) for name, word in words.items()}
