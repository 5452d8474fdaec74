"""Every record has its page at the desk: list, search, form, history."""

import pytest
from django.contrib import admin
from django.contrib.admin.utils import flatten_fieldsets
from django.urls import reverse

from tests import make

pytestmark = pytest.mark.django_db

OURS = ("people", "articles")
MODELS = [model for model in admin.site._registry if model._meta.app_label in OURS]


TYPED = sorted(
    {
        (part.model._meta.label_lower, field)
        for model_admin in admin.site._registry.values()
        for part in (
            model_admin,
            *(row(model_admin.model, admin.site) for row in model_admin.inlines),
        )
        for field in part.autocomplete_fields
    }
    | {
        ("articles.taggedarticle", "tag"),
        ("articles.printpage", "publication"),
    }  # the list's filters
)


@pytest.fixture
def boss(client):
    user = make.make_user(is_superuser=True)
    client.force_login(user)
    return client


def address(model, name, *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_the_list_opens_and_searches_chinese(boss, model):
    assert boss.get(address(model, "changelist")).status_code == 200
    assert boss.get(address(model, "changelist"), {"q": "茂名"}).status_code == 200


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_the_empty_form_opens(boss, model):
    may_add = admin.site._registry[model].has_add_permission(boss.get("/admin/").wsgi_request)
    assert boss.get(address(model, "add")).status_code == (200 if may_add else 403)


@pytest.mark.parametrize("key", ["9" * 30, "zzz"])
@pytest.mark.parametrize("model", MODELS, ids=str)
def test_an_address_of_no_record_breaks_nothing(boss, model, key):
    assert boss.get(address(model, "change", key)).status_code in (302, 404)


@pytest.mark.parametrize("key", ["9" * 30, "zzz"])
def test_nobody_is_merged_with_nobody(boss, key):
    page = reverse("admin:person_merge", args=[make.make_person().pk])
    assert boss.get(page, {"other": key}).status_code == 404


@pytest.mark.parametrize(("model", "field"), TYPED)
def test_every_field_chosen_by_typing_answers(boss, model, field):
    app, name = model.split(".")
    query = {"app_label": app, "model_name": name, "field_name": field, "term": "茂名 zeng"}
    assert boss.get("/admin/autocomplete/", query).status_code == 200


def form_fields(model) -> set[str]:
    desk = admin.site._registry[model]
    return set(flatten_fieldsets(desk.fieldsets or [(None, {"fields": desk.fields or ALL})]))


ALL = ("__all__",)
OF_DJANGO = {"first_name", "last_name", "is_staff", "is_superuser", "user_permissions"}
OF_HISTORY = {"field", "model", "person", "record"}  # said in words beside
ELSEWHERE = {"Article": {"page", "page_order"}, "User": OF_DJANGO}
ELSEWHERE |= {"Change": OF_HISTORY | {"by"}, "Version": {"author", "content", "sha256"}}


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_every_editable_field_stands_in_the_form(model):
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    editable = {field.name for field in fields if field.editable and not field.primary_key}
    shown = form_fields(model)
    missing = editable - shown - ELSEWHERE.get(model.__name__, set())
    assert not missing or shown == set(ALL)
