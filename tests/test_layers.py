"""Imports and model relations point down: the site, articles, people, the ground floor (docs/architecture.md)."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
GROUND, PEOPLE, ARTICLES, SITE = range(4)
# What of `newsdesk` is the site; every other module there is the ground floor.
SITE_MODULES = {
    "admin_site", "apps", "asgi", "context", "demo", "management", "roles", "settings", "templatetags", "urls",
    "views", "wsgi",
}  # fmt: skip
PURE = [
    "articles.history.diffing",
    "articles.exchange.wechat",
    "articles.intake",
    "articles.proofing",
    "articles.history.threeway",
    "newsdesk.marks",
    "people.names",
]
# The rooms of `articles`, the lowest first: each uses those below it only.
ROOMS = [
    ["intake", "models"],
    ["lists", "history"],
    ["public", "linking"],
    ["exchange", "printed"],
    ["incoming"],
    ["admin", "views", "management"],
]
MODULES = [
    path
    for app in ("newsdesk", "people", "articles")
    for path in sorted((ROOT / app).rglob("*.py"))
]


def layer(module: str) -> int | None:
    """The floor of one of our modules; None for somebody else's."""
    first, _, rest = module.partition(".")
    if first == "newsdesk":
        return SITE if rest.partition(".")[0] in SITE_MODULES else GROUND
    return {"people": PEOPLE, "articles": ARTICLES}.get(first)


def imports(module: str, source: str, *, package: bool = False) -> list[str]:
    """The full names of all modules that this source imports, also inside functions."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            parents = (
                module.split(".")[: len(module.split(".")) + package - node.level]
                if node.level
                else []
            )
            base = ".".join([*parents, *filter(None, [node.module])])
            # `from newsdesk import dates` imports the module newsdesk.dates.
            found += [
                f"{base}.{alias.name}" if base in ("newsdesk", "") else base for alias in node.names
            ]
    return found


def upward(module: str, source: str, *, package: bool = False) -> list[str]:
    floor = layer(module)
    names = imports(module, source, package=package)
    return [name for name in names if layer(name) is not None and layer(name) > floor]


def room(module: str) -> int | None:
    """How high the room of this module stands in `articles`; None for a module that stands in none."""
    app, _, rest = module.partition(".")
    name = rest.partition(".")[0]
    return next((at for at, rooms in enumerate(ROOMS) if app == "articles" and name in rooms), None)


def upstairs(module: str, source: str) -> list[str]:
    """What a module of a room takes from higher rooms."""
    floor = room(module)
    return [
        name for name in imports(module, source) if floor is not None and (room(name) or 0) > floor
    ]


def hidden(source: str) -> list[int]:
    """Lines of imports inside functions."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    inside = [node for node in ast.walk(ast.parse(source)) if isinstance(node, functions)]
    return [
        node.lineno
        for function in inside
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path):
    assert upward(name_of(path), path.read_text(), package=path.name == "__init__.py") == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_rooms_use_those_below_them(path):
    assert upstairs(name_of(path), path.read_text()) == []


def test_a_room_that_uses_a_higher_one_is_seen():
    source = "from articles.admin import acts\nfrom articles.models import Article"
    assert upstairs("articles.public.story_page", source) == ["articles.admin"]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_stand_at_the_top(path):
    # An AppConfig's ready() is where Django wants late imports.
    assert path.name == "apps.py" or hidden(path.read_text()) == []


@pytest.mark.parametrize(
    ("module", "source", "wrong"),
    [
        ("people.models.person", "from articles.models import Article", ["articles.models"]),
        ("people.models", "def f():\n    import articles.models", ["articles.models"]),
        ("newsdesk.text", "from people import names", ["people"]),
        ("newsdesk.text", "from . import html, urls", ["newsdesk.urls"]),
        ("articles.models.article", "from newsdesk import urls, text", ["newsdesk.urls"]),
        (
            "articles.models.article",
            "from people.models import Person\nfrom .event import Event",
            [],
        ),
        ("newsdesk.views.front", "from articles.models import Article", []),
    ],
)
def test_an_import_that_points_up_is_seen(module, source, wrong):
    assert upward(module, source) == wrong


def test_an_import_inside_a_function_is_seen():
    assert hidden("import a\ndef f():\n    import b\n") == [3]


def relations_up(models) -> list[str]:
    return [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in models
        for field in model._meta.get_fields(include_hidden=False)
        if not field.auto_created
        and getattr(field, "related_model", None)
        and (layer(field.related_model.__module__) or 0) > layer(model.__module__)
    ]


def test_model_relations_point_down():
    ours = [model for model in apps.get_models() if layer(model.__module__) is not None]
    assert ours
    assert relations_up(ours) == []


def test_the_ground_floor_has_no_tables():
    assert [model for model in apps.get_models() if model.__module__.startswith("newsdesk")] == []


@pytest.mark.parametrize("package", PURE)
def test_pure_packages_work_without_django(package):
    """Every module of the package loads where Django cannot be imported."""
    path = ROOT.joinpath(*package.split("."))
    files = path.rglob("*.py") if path.is_dir() else filter(Path.exists, [path.with_suffix(".py")])
    modules = sorted(map(name_of, files))
    script = f"import sys; sys.modules['django'] = None\nfor name in {modules!r}: __import__(name)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
