"""Rows as a file for Excel and its like: CSV and XLSX, in which no text is ever a formula."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import chain

import xlsxwriter

CELL = 32_767  # characters; Excel takes no more
ROWS = 1_048_575  # below the heading; Excel takes no more
WIDTH = 16  # of a column, in digits
# what a program that opens CSV takes for the beginning of a formula
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def as_csv(head, rows):
    """Line by line, UTF-8 with the mark by which Excel knows it."""
    line = StringIO()
    writer = csv.writer(line)
    yield "\ufeff".encode()
    for row in chain([head], rows):
        writer.writerow([harmless(value) for value in row])
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()


def harmless(value) -> str:
    """A text with ' before it where a program would reckon with it; numbers stay numbers."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    text = "" if value is None else str(value)
    reckoned = not isinstance(value, int) and text.lstrip(" ").startswith(FORMULA)
    return f"'{text}" if reckoned else text


def as_xlsx(head, rows) -> bytes:
    """A workbook of one sheet whose heading stays in sight."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        formats = {kind: book.add_format({"num_format": form}) for kind, form in FORMATS.items()}
        bold = book.add_format({"bold": True})
        sheet.set_column(0, len(head) - 1, WIDTH)
        for column, text in enumerate(head):
            sheet.write_string(0, column, text, bold)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                _write(sheet, number, column, value, formats)
            if number == ROWS:
                break
    return out.getvalue()


FORMATS = {datetime: "yyyy-mm-dd hh:mm", date: "yyyy-mm-dd"}


def _write(sheet, row, column, value, formats):
    if isinstance(value, date):  # a moment is a day, too
        sheet.write_datetime(row, column, value, formats[type(value)])
    elif isinstance(value, int):
        sheet.write_number(row, column, value)
    elif value:
        sheet.write_string(row, column, str(value)[:CELL])
