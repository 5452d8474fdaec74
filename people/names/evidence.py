"""How much stands behind a name before it is looked at."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Evidence:
    """How much stands behind a name before it is looked at."""

    follow: int  # the least goes_on() must answer
    words: bool = False  # a word such as 高峰 may be a name
    unlikely: int = 0  # how many unlikely characters are allowed
    titled: int = 0  # 2 straight behind an office, 1 behind a standing, or in such a list
    plain: bool = False  # three characters that are plainly a name need nothing behind them
    prior: float = 0  # behind a title: how likely a name is before it is looked at


OFFICE = Evidence(follow=0, words=True, unlikely=1, titled=2, prior=3)
STANDING = Evidence(follow=2, words=True, titled=1, prior=3)
MANY = Evidence(follow=2, words=True, plain=True)
GOOD = Evidence(follow=2)
STRICT = Evidence(follow=3)
WORDY = Evidence(follow=3, words=True)
