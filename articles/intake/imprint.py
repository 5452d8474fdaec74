"""What a paper says of itself around its pages: prices, owners, codes to scan, notes and rules."""

import re

from . import genre
from .marks import HAN

PAPER = rf"[{HAN}]{{1,10}}{genre.PAPER}(?<![预海情喜战简公汇申通捷播回]报)社?(?:出版)?"

_RULE = re.compile(r"[\s—―–\-=_*＊~～·•□■◆◇○●★☆▲△▼▽※#+|｜]+")
_NOTE = re.compile(
    r"[\s▶►●→▲■◆※*☞>＞（(【\[]*(?:"
    r"版权所有.{0,20}|(?:未经(?:本报)?(?:授权|许可|允许)[，, ]?)(?:不得|禁止|严禁|谢绝)转载"
    r"|(?:更多(?:精彩|内容|新闻|资讯|报道)\S{0,4})?请?扫(?:一扫|描|码|二维码)[^，。]{0,16}"
    r"|(?:零售|定|订|售)价[:：]?\s?(?:每[份月季年])?\s?\d+(?:\.\d+)?元|每份\s?\d+(?:\.\d+)?元"
    rf"|(?:国内)?(?:统一)?(?:连续出版物)?刊?号[:：]?\s?CN\S+|官方(?:微信|微博|抖音|网站)(?:公众号)?[:：]\s?\S+"
    rf"|主[管办](?:单位)?[:：]\s?[{HAN}]{{3,24}}"
    r"|(?:[详另参请]|(?:相关|更多|后续|系列)?(?:报道|内容|图片|新闻)[详请]?|全文[详请]?)见\s?(?:今日)?(?:本报)?第?\s?"
    r"(?:[A-Z]?\d{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳])(?:[-—至、～]\d{1,2})?\s?版|紧转第?[A-Z]?[\d一二三四五六七八九十]{1,2}版"
    r")[\s▶►◀◄）)】\]]*"
)


def is_rule(text):
    """＊＊＊, ———: a line that only parts."""
    return bool(_RULE.fullmatch(text))


def is_note(text):
    """What readers are told besides the news: 零售价：1元, 扫码看视频, （详见3版）."""
    return len(text) < 60 and bool(_NOTE.fullmatch(text))
