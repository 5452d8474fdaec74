"""An account for each role, for trying the desk; only ever made with DEBUG on."""

from django.contrib.auth.models import Group

from people.models import User

PASSWORD = "newsdesk-demo"  # noqa: S105 - no secret: these accounts exist only where DEBUG is on
# account, shown name, group
ACCOUNTS = [
    ("reporter", "演示记者", "记者"),
    ("editor", "演示编辑", "编辑"),
    ("head", "演示栏目主任", "栏目主任"),
    ("chief", "演示总编辑", "总编辑"),
    ("proofreader", "演示校对", "校对"),
    ("keeper", "演示资料员", "资料员"),
    ("admin", "演示管理员", "管理员"),
]


def are_there() -> bool:
    return User.objects.filter(username__in=[username for username, *_ in ACCOUNTS]).exists()


def make():
    for username, display_name, group in ACCOUNTS:
        fields = {"display_name": display_name, "is_staff": True}
        user = User.objects.create_user(username, password=PASSWORD, **fields)
        user.groups.add(Group.objects.get(name=group))
