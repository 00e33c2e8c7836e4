from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """The stories: their tellings, their publication and the pages that show them."""

    name = "articles"
    default_auto_field = "django.db.models.BigAutoField"
