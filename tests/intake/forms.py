"""A story around one form: what the tests of forms print and read."""

from articles.intake import read

HEAD = "全市职工技能竞赛举行"
FIRST = "1月26日，我市举行职工技能竞赛，一百二十名选手参加比赛。市总工会主席出席活动并讲话。"
LAST = "当天的比赛分为三个组别，选手们各展所长，赛出了风格和水平。"


def story(raw):
    """The only story of a page."""
    reading = read(raw)
    assert reading.ledger.unassigned == 0
    (only,) = reading.stories
    return only


def names(credits):
    return [(each.name, each.role, each.unit) for each in credits]
