"""Draws the icons of the installed paper again, where the logo has changed."""

from django.conf import settings
from django.core.management.base import BaseCommand

from newsportal.icons import draw_icons


class Command(BaseCommand):
    help = "Draw the icons of the installed paper from the logo's shapes."

    def handle(self, **options):
        draw_icons(settings.BASE_DIR / "newsportal" / "static" / "icons")
