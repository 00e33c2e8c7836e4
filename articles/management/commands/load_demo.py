from django.conf import settings
from django.core.management.base import BaseCommand

from articles.demo.accounts import accounts
from articles.demo.loading import freshen, load

MAY = {"chief": "does everything", "editor": "publishes", "reporter": "writes drafts"}


class Command(BaseCommand):
    help = "Load the demonstration paper, or make the loaded one fresh again. Touches nothing else."

    def handle(self, *args, **options):
        new = load(self.say)
        freshen()
        if new:
            self.say(f"Loaded {new} articles.")
        file = settings.VAR / "demo-accounts.json"
        shown = accounts(file)
        place = file.relative_to(settings.BASE_DIR)
        self.say(f"The newsroom's demonstration accounts (kept in {place}):")
        for name, password in shown:
            self.say(f"  {name:<10}{password or '(changed since)':<19}{MAY[name]}")
        if not all(password for _, password in shown):
            self.say("  A new password: .venv/bin/python manage.py changepassword NAME")

    def say(self, text):
        """Also through a pipe, at once."""
        self.stdout.write(text)
        self.stdout.flush()
