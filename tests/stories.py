"""Many stories out of the sentences of the test pages: the same ones every time, common and rare words as in life."""

import random
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path

from articles.models import Article, State

PAGES = Path(__file__).parent / "pages"
NEWEST = datetime(2024, 12, 31, tzinfo=UTC)
_SENTENCE = re.compile(r"[^。！？!?\n]{8,120}[。！？!?]")
_CLAUSE = re.compile(r"[\u4e00-\u9fff“”《》0-9A-Za-z·　 ]{8,24}")
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉鹏玉华红健斌浩宇晨奕晃碧怡昊霖筠琦岚骁珺煜澜翊蓓嵘"


@cache
def sentences() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.txt"))]
    found = [each for text in texts for each in _SENTENCE.findall(text.replace("\r", ""))]
    random.Random(1).shuffle(found)
    return found


@cache
def weights() -> list[float]:
    """Zipf: the n-th sentence is told 1/n as often as the first."""
    return list(accumulate(1 / (rank + 20) for rank in range(len(sentences()))))


def name(rng) -> str:
    return rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=rng.choice((1, 2, 2))))


def told(rng, count) -> list[str]:
    chosen = rng.choices(sentences(), cum_weights=weights(), k=count)
    return [f"{name(rng)}说，{each}" if rng.random() < 0.2 else each for each in chosen]


def story(number: int) -> Article:
    """One published story, whole but for its key; the higher the number, the older."""
    rng = random.Random(number)
    text = told(rng, rng.choice((4, 8, 12, 16, 24)))
    paragraphs = ["".join(text[start : start + 3]) for start in range(0, len(text), 3)]
    clause = _CLAUSE.search(text[0])
    at = NEWEST - timedelta(hours=number)
    return Article(
        headline=(clause[0].strip() if clause else "") or f"第{number}篇报道",
        body="".join(f"<p>{each}</p>" for each in paragraphs),
        plain_text="\n".join(paragraphs),
        state=State.APPROVED,
        published_at=at,
        public_from=at,
    )
