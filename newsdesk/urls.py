"""The addresses of the site."""

from django.contrib import admin
from django.urls import include, path, re_path, register_converter

from articles.exchange import feed, sitemap
from articles.lists.addresses import Digits2, Digits4, TagSlug
from articles.views import (
    archive,
    calendars,
    contribute,
    events,
    export,
    files,
    lists,
    ninjs,
    pages,
    photos,
    story,
    topics,
)
from newsdesk.views import errors, front, honours, media, organizations, people, robots, search

register_converter(Digits4, "yyyy")
register_converter(Digits2, "dd")
register_converter(TagSlug, "tag")

urlpatterns = [
    path("", front.front, name="front"),
    path("articles/", lists.article_list, name="article_list"),
    path("articles/ninjs.json", ninjs.ninjs_list, name="ninjs_list"),
    path("articles/export/", export.export, name="article_export"),
    path("articles/<int:pk>/ninjs.json", ninjs.ninjs_item, name="ninjs_item"),
    path("articles/<int:pk>/", story.article_detail, name="article_detail"),
    path("articles/<int:pk>/qr.svg", story.article_qr, name="article_qr"),
    path("articles/<int:pk>/preview/", story.article_preview, name="article_preview"),
    path("people/", people.person_list, name="person_list"),
    path("people/<int:pk>/", people.person_detail, name="person_detail"),
    path("organizations/", organizations.organization_list, name="organization_list"),
    path("organizations/<int:pk>/", organizations.organization_detail, name="organization_detail"),
    path("events/", events.event_list, name="event_list"),
    path("events/calendar.ics", calendars.all_calendar, name="calendar"),
    path("events/<int:pk>/event.ics", calendars.event_ics, name="event_ics"),
    path("events/<int:pk>/calendar.ics", calendars.campaign_calendar, name="campaign_calendar"),
    path("events/<int:pk>/", events.event_detail, name="event_detail"),
    path("sections/<slug:slug>/", lists.section_detail, name="section_detail"),
    path("tags/<tag:slug>/", lists.tag_detail, name="tag_detail"),
    path("archive/", archive.archive, name="archive"),
    path("archive/<yyyy:year>/", archive.archive, name="archive_year"),
    path("archive/<yyyy:year>/<dd:month>/", archive.archive, name="archive_month"),
    path("archive/<yyyy:year>/<dd:month>/<dd:day>/", archive.archive, name="archive_day"),
    path("photos/<int:pk>/<str:name>", photos.photo, name="photo"),
    path("files/<int:pk>/", files.stored_file, name="file"),
    path("pages/<int:pk>/", pages.page_detail, name="page_detail"),
    path(
        "papers/<int:pk>/<yyyy:year>/<dd:month>/<dd:day>/", pages.issue_detail, name="issue_detail"
    ),
    path("contribute/", contribute.contribute, name="contribute"),
    path("contribute/sent/", contribute.sent, name="contribution_sent"),
    path("contribute/receipt/", contribute.look_up, name="contribution_look_up"),
    path("topics/", topics.topic_list, name="topic_list"),
    path("topics/<slug:slug>/", topics.topic_detail, name="topic_detail"),
    path("honours/", honours.honour_list, name="honour_list"),
    path("search/", search.search, name="search"),
    path("feed/", feed.VIEWS["feed"], name="feed"),
    path("feed/rss/", feed.VIEWS["feed_rss"], name="feed_rss"),
    path("feed/json/", feed.VIEWS["feed_json"], name="feed_json"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("sitemap-pages.xml", sitemap.sitemap_pages, name="sitemap_pages"),
    path("sitemap-news.xml", sitemap.sitemap_news, name="sitemap_news"),
    path("sitemap-<slug:kind>-<int:part>.xml", sitemap.sitemap_part, name="sitemap_part"),
    path("api/v1/", include("newsdesk.views.api.urls")),
    path("robots.txt", robots.robots, name="robots"),
    path("admin/", admin.site.urls),
    path("media/<path:path>", media.media, name="media"),
    # only with the slash, so that an address without one is still led to the one with it
    re_path(r"^(?P<address>[^\x00]*/)$", errors.nothing_here),
]

handler400 = errors.bad_request
