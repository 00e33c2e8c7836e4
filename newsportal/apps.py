"""The project as an app, for its commands, its static files and the newsroom's admin site."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin


class NewsportalConfig(AppConfig):
    """Wires and serves; knows no article."""

    name = "newsportal"


class NewsroomAdminConfig(admin.AdminConfig):
    """Puts the newsroom's site in the place of the stock admin."""

    default_site = "newsportal.admin_site.NewsroomSite"
