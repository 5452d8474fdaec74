"""What single characters and short words say for or against a name."""

import re

from people.names.surnames import GIVEN
from people.names.words import ALIKE, ALIKE_LONGER, CHOSEN, STYLED, UNLIKELY

NEVER = frozenset("的了在是着与及这那不没也都还被把给让们说某")
FUNCTION = frozenset("和国都由但居来从后向者同经却")
# 蓝阿妹（女，畲族）: who is called so is given no particulars.
PARTICULARS = re.compile("（(?:[男女]|[一-鿿]{1,5}族)[，）]")


def is_han(char):
    return "㐀" <= char <= "鿿" or "\U00020000" <= char <= "\U0003134f"


def styled(text, given, end):
    return given in STYLED and not PARTICULARS.match(text, end)


def is_rare(char):
    """Outside the 3,755 characters that texts are mostly made of: 犇, 淼, 婷."""
    code = char.encode("gb2312", "ignore")
    return not code or code[0] >= 0xD8


def like_a_word(name):
    return name[:2] in ALIKE or name[:2] in CHOSEN or name in ALIKE_LONGER


def all_fit(given):
    return GIVEN.issuperset(given) and UNLIKELY.isdisjoint(given)
