"""The demonstration's front pages: what its editors pinned, a banner, and how much was read."""

from datetime import timedelta

from articles.demo.files import IDENTITY
from articles.models import Banner, FrontSlot, ImportedItem, MostRead, Place, ReadCount
from articles.querysets import database_now

PINS = (
    (Place.LEAD, 1, "river-crest"),
    (Place.SECOND, 1, "bridge-opens"),
    (Place.SECOND, 2, "dyke-money"),
    (Place.RIVER, 1, "six-bakeries"),
)
BREAKING = "river-crest"
BANNER = {
    "uk": "Старобрід чекає найвищої води протягом доби: 140 дворів попереджено",
    "ru": "Староброд ждёт пика паводка в течение суток: предупреждены 140 дворов",
    "en": "Starobrid expects the flood crest within 24 hours; 140 households warned",
}
BANNER_HOURS = 18
# The stories that were read most, from the top.
READ = (
    "river-crest",
    "library-after-flood",
    "bridge-opens",
    "owl-hill",
    "slow-bridge",
    "derby-draw",
)
READ_BEFORE = ("owl-hill", "library-after-flood", "rowing-coach", "old-dam-story")
MOST_READS = 4_200


def arrange(editions, story_of):
    """Pin what the editors would, once an edition has no pins yet."""
    for language in editions.values():
        if not FrontSlot.objects.filter(language=language).exists():
            for place, position, key in PINS:
                FrontSlot.objects.create(
                    language=language, story=story_of(key), place=place, position=position
                )


def keep_going():
    """Set the banner again where the last one went by itself, and let the stories be read."""
    for item in _items(BREAKING):
        language = item.article.language
        last = Banner.objects.filter(language=language).first()
        has_gone = last is None or (last.ended_at is None and last.until <= database_now())
        if language.code in BANNER and has_gone:
            Banner.objects.create(
                language=language,
                story=item.article.story,
                text=BANNER[language.code],
                until=database_now() + timedelta(hours=BANNER_HOURS),
            )
    counts = _counts(READ)
    if not ReadCount.objects.since(timedelta(hours=1)).filter(article__in=counts).exists():
        ReadCount.objects.add(counts)
        _read_before(_counts(READ_BEFORE))
        MostRead.objects.renew()


def _read_before(counts):
    """Let the stories be read two days ago as well, once: so that the week is not the day."""
    then = database_now() - timedelta(days=2)
    if not ReadCount.objects.filter(hour__lte=then).exists():
        ReadCount.objects.bulk_create(
            ReadCount(article_id=key, language_id=language, hour=then, reads=count)
            for key, (language, count) in counts.items()
        )


def _counts(keys):
    """{article's key: (language's key, reads)}, the first story the most read."""
    return {
        item.article_id: (item.article.language_id, MOST_READS // (place + 2))
        for place, key in enumerate(keys)
        for item in _items(key)
    }


def _items(key):
    return ImportedItem.objects.filter(uri__startswith=f"{IDENTITY}{key}:").select_related(
        "article__language", "article__story"
    )
