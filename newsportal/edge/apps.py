from django.apps import AppConfig


class EdgeConfig(AppConfig):
    """What leaves the site besides text: cache headers, content policy, the inlined sheet."""

    name = "newsportal.edge"
    label = "edge"
