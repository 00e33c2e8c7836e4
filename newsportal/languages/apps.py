from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class LanguagesConfig(AppConfig):
    """The editions: which languages the paper speaks, where each lives, how it writes dates."""

    name = "newsportal.languages"
    label = "languages"
    verbose_name = _("editions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import editions

        language = self.get_model("Language")
        post_save.connect(editions.forget, sender=language)
        post_delete.connect(editions.forget, sender=language)
