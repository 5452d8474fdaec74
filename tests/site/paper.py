"""A small paper with everything that a page can show, and the addresses of each kind of page."""

from django.conf import settings
from PIL import Image

from articles.models import Credit, Photo, PhotoUse
from tests import files
from tests.make import (
    make_article,
    make_award,
    make_event,
    make_honour,
    make_membership,
    make_mention,
    make_organization,
    make_page,
    make_paper,
    make_participation,
    make_person,
    make_post,
    make_section,
    make_topic,
)


class Paper:
    """A small paper with everything that a page can show."""

    def __init__(self):
        section = make_section()
        self.page = make_page(publication=make_paper(), number="3", name="要闻", date="2024-01-27")
        self.union = make_organization(founded="1950")
        self.luo = make_person("罗晃浩", featured=1)
        self.huang = make_person(featured=2, visibility="full")
        make_membership(self.huang, make_post("主席", self.union), start="2021-03")
        make_honour(make_award(), person=self.huang, year="2023")
        self.forum = make_event(date_inferred=True, venue="市青少年活动中心")
        self.forum.organizers.add(self.union)
        launch = make_event("“劳模工匠助企行”专项行动启动", part_of=self.forum)
        for person in (self.luo, self.huang):
            make_participation(self.forum, person, title="市人大常委会副主任、市总工会主席")
        common = {"section": section, "page": self.page, "tags": ["劳模"], "dateline": "茂名晚报讯"}
        reporter = make_person("梁奈")
        self.story = make_article(
            "劳模工匠欢聚一堂话发展 凝聚奋进新征程的青春力量",
            kicker="我市大力弘扬劳模工匠精神",
            subheadline="——黄奕奕出席",
            banner="全面深入学习贯彻党的二十大精神",
            body=f"<p>{'劳模工匠欢聚一堂，话发展。' * 60}</p><h2>小标题</h2><p>第二段。</p>",
            events=[self.forum],
            organizations=[self.union],
            reporters=[reporter],
            **common,
        )
        self.other = make_article("专项行动启动", events=[launch], persons=[self.huang], **common)
        make_article("第三篇", persons=[self.luo], **common)
        for person in (self.luo, self.huang):
            make_mention(self.story, person, title="市人大常委会副主任、市总工会主席")
        use = PhotoUse.objects.create(article=self.story, photo=picture(), caption="活动现场。")
        Credit.objects.create(photo_use=use, person=reporter, name="梁奈", role="摄")
        files.show_video(
            self.story, poster=use.photo, credit="梁奈 摄制", transcript="第一句。\n第二句。"
        )
        files.link_video(self.story)
        self.topic = make_topic(
            stories=[self.story, self.other], picture=use.photo, standfirst="为何而来，往何处去。"
        )
        self.topic.items.update(group="动态")
        files.attach(self.story, "2024年茂名市劳动模范评选结果公示及申请表填写说明")

    @property
    def addresses(self):
        rows = (self.story, self.huang, self.luo, self.union, self.forum, self.page, self.topic)
        return [
            "/", *(row.get_absolute_url() for row in rows), "/articles/", "/sections/news/",
            f"/articles/?person={self.huang.pk}&event={self.forum.pk}&q=劳模", "/people/",
            "/organizations/", "/events/", "/topics/", "/archive/", "/archive/2024/01/", "/archive/2024/01/27/",
            f"/papers/{self.page.publication_id}/2024/01/27/", "/honours/", "/honours/?by=award",
            "/search/?q=劳模", "/articles/?page=zzz", "/people/?page=zzz", "/nope/",
            "/contribute/", "/contribute/receipt/",
        ]  # fmt: skip


def picture():
    photo = Photo(original="o.png", width=600, height=400)
    file = settings.PRIVATE_ROOT / "a.png"
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (600, 400), "gray").save(file)
    photo.renditions = [{"file": "a.png", "shape": "whole", "width": 600, "height": 400}]
    Photo.objects.bulk_create([photo])
    return photo
