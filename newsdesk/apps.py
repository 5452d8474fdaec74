"""The site as an installed app: commands, tags, translations, the roles; no models."""

from django.apps import AppConfig
from django.apps import apps as installed
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


def put_house_in_order(sender, using, **kwargs):
    # models are not loaded when this module is
    from articles import content_triggers  # noqa: PLC0415
    from newsdesk import roles  # noqa: PLC0415

    content_triggers.put_in_place(using=using)
    if not roles.have_tables(using):  # only a part is migrated: manage.py migrate articles
        return
    roles.put_in_place(using=using)
    roles.name_site(using=using)


class NewsdeskConfig(AppConfig):
    name = "newsdesk"

    def ready(self):
        # the last app with models: by then every permission exists
        *_, last = (config for config in installed.get_app_configs() if config.models_module)
        post_migrate.connect(put_house_in_order, sender=last)


class DeskAdminConfig(AdminConfig):
    default_site = "newsdesk.admin_site.DeskAdminSite"
