"""The pictures among an item's associations, with all that is said of them."""

from articles.interchange.fields import LONGEST_NAME, Fields
from articles.interchange.item import ItemPicture
from articles.interchange.words import HEADLINE_ROLES, best

_ALT_FIELDS = ("altText", "altTextAccessibility", "alt")
_ALT_ROLES = ("alt", "alttext")


def pictures(found, findings):
    """The item's pictures. What is wrong with one of them keeps no text from going in."""
    taken = []
    for one in Fields(found, findings).objects("associations"):
        kind = one.text("type").lower()
        if kind not in ("picture", "graphic", "") or (not kind and "renditions" not in one):
            findings.note(f"{one.path}: is “{kind[:40]}”, not a picture; left out")
            continue
        taken.append(_picture(one, f"picture {len(taken) + 1}"))
    return tuple(taken)


def _picture(one, label):
    described = one.objects("descriptions")
    alts = [words for words in described if words.text("role").lower() in _ALT_ROLES]
    not_captions = (*_ALT_ROLES, "writer")
    captions = [words for words in described if words.text("role").lower() not in not_captions]
    by = one.text("by", LONGEST_NAME)
    return ItemPicture(
        label=label,
        hrefs=_hrefs(one),
        caption=best(captions, ("caption", "text", "main", ""))
        or best(one.objects("headlines"), HEADLINE_ROLES),
        credit=by or one.text("creditLine", 300) or one.text("copyrightHolder", 300),
        alt=next(filter(None, (one.text(name) for name in _ALT_FIELDS)), "") or best(alts, ()),
        creator=by,
        copyright=one.text("copyrightNotice", 300) or one.text("copyrightHolder", 300),
        usage_terms=one.text("usageTerms", lines=True),
    )


def _hrefs(one):
    sized = []
    for rendition in one.objects("renditions"):
        media = rendition.text("contentType").lower()
        href = rendition.text("href")
        if href and (not media or media.startswith("image/")):
            width = rendition.number("width", 0, 10**9) or 0
            height = rendition.number("height", 0, 10**9) or 0
            sized.append((width * height, href))
    sized.sort(key=lambda pair: -pair[0])
    return tuple(dict.fromkeys(href for _size, href in sized))
