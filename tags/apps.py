from django.apps import AppConfig


class TagsConfig(AppConfig):
    """What stories are about: tags with a name in each language."""

    name = "tags"
    default_auto_field = "django.db.models.BigAutoField"
