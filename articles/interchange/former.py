"""Web addresses that imported articles had elsewhere: they answer 301 here, but hide no page."""

from urllib.parse import unquote, urlsplit

from articles.models import FormerAddress
from newsportal.languages.models import Language
from newsportal.languages.reserved import word_in_use

LONGEST_PATH = 500


def remember(address, article, findings):
    """Let the path of a web address lead to the article, unless it is or hides another page."""
    path = _path(address)
    reason = _unfit(path) or _taken(path, article)
    if reason:
        findings.note(f"the address {address[:200]} will not lead here: {reason}")
    else:
        FormerAddress.objects.get_or_create(path=path, article=article)


def _path(address):
    try:
        # As Django gives a request's path: decoded, without the query.
        return unquote(urlsplit(address).path, errors="strict")
    except ValueError:
        return ""


def _unfit(path):
    words = path.split("/")[1:]
    if not path.strip("/"):
        return "it has no path of its own"
    if len(path) > LONGEST_PATH:
        return f"its path is longer than {LONGEST_PATH} characters"
    if not path.startswith("/") or not path.isprintable() or {"", ".", ".."} & set(words[:-1]):
        return "its path is not in order"
    word = word_in_use(path, Language.objects.values_list("prefix", flat=True))
    if word == "":
        return "it is the front page of an edition"
    return f"“/{word}/” begins the addresses of other pages" if word else ""


def _taken(path, article):
    # With and without its last slash an address is one.
    bare = path.rstrip("/")
    other = (
        FormerAddress.objects.filter(path__in=(bare, f"{bare}/")).exclude(article=article).first()
    )
    return f"it leads to story {other.article.story_id} already" if other else ""
