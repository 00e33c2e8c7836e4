from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TagsConfig(AppConfig):
    """What stories are about: tags with a name in each language."""

    name = "tags"
    verbose_name = _("topics")
    default_auto_field = "django.db.models.BigAutoField"
