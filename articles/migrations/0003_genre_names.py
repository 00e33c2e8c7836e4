"""
What imports need from the first day: the kinds that agencies' genres mean, an item's version.

The table belongs to the operator from then on; whatever is not in it is news.
"""

from django.db import migrations, models

KINDS = {
    "articles": [
        "feature",
        "analysis",
        "background",
        "backgrounder",
        "profile",
        "report",
        "reportage",
        "investigation",
        "in-depth",
        "explainer",
        "fact check",
        "faktencheck",
        "analyse",
        "hintergrund",
        "analys",
        "bakgrunn",
        "bakgrund",
        "аналітика",
        "репортаж",
        "розслідування",
        "аналитика",
        "расследование",
    ],
    "columns": [
        "opinion",
        "commentary",
        "comment",
        "column",
        "editorial",
        "blog",
        "kommentar",
        "meinung",
        "leitartikel",
        "kronikk",
        "krönika",
        "ledare",
        "leder",
        "колонка",
        "думка",
        "мнение",
    ],
    "interview": [
        "interview",
        "question and answer session",
        "q&a",
        "intervju",
        "інтерв'ю",
        "інтерв’ю",
        "інтервʼю",
        "интервью",
    ],
    "podcasts": ["podcast", "подкаст"],
    "events": ["event", "calendar", "daybook"],
    "projects": ["advertorial", "special project", "спецпроєкт", "спецпроект"],
}


def fill(apps, schema_editor):
    GenreName = apps.get_model("articles", "GenreName")
    GenreName.objects.using(schema_editor.connection.alias).bulk_create(
        (GenreName(name=name, kind=kind) for kind, names in KINDS.items() for name in names),
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_guards")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
