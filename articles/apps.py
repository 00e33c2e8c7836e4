from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """The stories: their tellings, their publication and the pages that show them."""

    name = "articles"
    verbose_name = _("newspaper")
    default_auto_field = "django.db.models.BigAutoField"
