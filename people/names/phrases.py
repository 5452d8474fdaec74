"""Set phrases: a name in them belongs to a doctrine, a prize, a room, and tells of nobody."""

import re

LEADERS = ("习近平", "毛泽东", "邓小平", "周恩来", "江泽民", "胡锦涛")

_NAMES = "|".join(LEADERS)
_TEACHING = re.compile(
    rf"(?P<name>{_NAMES})(?P<office>总书记|主席|同志)?(?:"
    r"(?:新时代)?[^，。；：！？“”\s]{0,14}?思想(?!家)|理论|"
    r"为核心|"
    r"(?!(?:[^，。；：！？“”\s]{0,12}?)(?:指出|强调|考察|出席|发表|主持|作出|会见|宣布|要求|勉励|致信|回信(?!精神)|说))"
    r"[^，。；：！？“”\s]{0,60}?(?:重要论述|重要讲话|重要指示|重要批示|重要回信|重要贺信|重要思想|回信精神|贺信精神|讲话精神|"
    r"指示精神|批示精神|重要文章|重要著作|谈治国理政|著作|文选|选集|嘱托|教诲|关怀|厚望)"
    r")"
)
_RELAYED = re.compile(
    rf"(?P<name>{_NAMES})(?:总书记|主席|同志)?[^，。；：！？“”\s]{{0,40}}?"
    r"(?:重要论述|重要讲话|重要指示|重要批示|批示|指示|回信|贺信|致信|讲话)[^，。；！？“”\s]{0,12}?精神"
)
_NAMED_AFTER = re.compile(
    r"(?:劳模|劳动模范|工匠|技能|技师|职工|名师|名医|首席|大师|创新|党代表|人大代表|专家|院士|名家|书记)*"
    r"(?:和工匠人才)?(?:创新)?(?:工作室|工作站|工作法|操作法|焊接法|精神|纪念馆|故居|故里|纪念堂|烈士陵园|班组|大师工作室|"
    r"调解室|奖(?!章?获得者)|杯|小学|中学|大道|路|广场|公园|志愿服务队|服务队|突击队|岗)"
)


def teachings(text):
    """(start, end) of each leader's name that stands only in a set phrase."""
    spans = set()
    for pattern in (_TEACHING, _RELAYED):
        for match in pattern.finditer(text):
            spans.add(match.span("name"))
    return sorted(spans)


def named_after(text, end):
    """Does the name that ends here name a room, a method, a prize?"""
    return bool(_NAMED_AFTER.match(text, end))
