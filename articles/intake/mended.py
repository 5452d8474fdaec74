"""The text as an editor mended it, with the places it came from."""

from bisect import bisect_left


class Mended:
    """The text after the editor's mends, with the place in the raw text of each character.

    `where[i]` never falls, `where[len(text)]` is the raw text's length: so a partition of the
    text is a partition of the raw text too.
    """

    def __init__(self, raw, mends):
        pieces, where, place = [], [], 0
        for mend in mends:
            pieces.append(raw[place : mend.start])
            where.extend(range(place, mend.start))
            pieces.append(mend.text)
            where.extend([mend.start] * len(mend.text))
            place = mend.end
        pieces.append(raw[place:])
        where.extend(range(place, len(raw)))
        self.raw, self.text = raw, "".join(pieces)
        self.where = [*where, len(raw)]
        if where:
            self.where[0] = 0

    def place(self, at):
        """From a place in the raw text to one in the text."""
        return min(bisect_left(self.where, at), len(self.text))

    def span(self, start, end):
        return self.where[start], self.where[end]
