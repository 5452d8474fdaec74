"""Write newsdesk/simplified.txt: traditional and variant characters, each with its simplified one, as OpenCC says.

    pip install opencc==1.4.1
    python bench/learn_folding.py

Stored, and not asked of OpenCC at run time: an index made with one edition of its dictionaries would silently miss
what the next one folds otherwise. Whoever writes the file anew raises VERSION in newsdesk/search.py.
"""

import unicodedata
from pathlib import Path

from opencc import OpenCC

TABLE = Path(__file__).parent.parent / "newsdesk" / "simplified.txt"
HAN = [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000), *range(0x20000, 0x31350)]
A_LINE = 40

MAINLAND, *ELSEWHERE = [OpenCC(name).convert for name in ("t2s", "hk2s", "tw2s")]
SIMPLE = {MAINLAND(character) for character in map(chr, HAN) if MAINLAND(character) != character}


def simplified(character: str) -> str:
    """As the mainland writes it; what is written so already stays, whatever else it may stand for elsewhere."""
    if character in SIMPLE:
        return character
    found = (convert(character) for convert in (MAINLAND, *ELSEWHERE))
    return next((each for each in found if each != character and len(each) == 1), character)


pairs = [character + simplified(character) for character in map(chr, HAN)]
pairs = [pair for pair in pairs if pair[0] != pair[1] and unicodedata.is_normalized("NFKC", pair)]
lines = ["".join(pairs[start : start + A_LINE]) for start in range(0, len(pairs), A_LINE)]
TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
print(len(pairs), "characters")  # noqa: T201
