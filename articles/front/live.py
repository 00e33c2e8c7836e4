"""The present: the rows that readers see, their pictures and who signed them."""

from articles.models import Article, AuthorName, Byline, PictureUse, is_licence_over
from newsportal.languages.names import best_name

from . import arms


class Live:
    """Where the front page of now comes from."""

    def __init__(self, language):
        self.language = language

    def candidates(self, sections):
        """Everything that may be chosen from, in one statement."""
        visible = Article.objects.visible().for_front()
        return arms.sort_out(arms.joined(visible, self.language, sections), self.language)

    def pictures(self, cards):
        """The lead picture of each card that has one, by the article's key."""
        uses = PictureUse.objects.filter(article__in=_keys(cards), block_id=PictureUse.LEAD)
        return {use.article_id: use for use in uses.for_pages()}

    def signers(self, cards):
        """Who signs first, with name and portrait, by the article's key."""
        bylines = (
            Byline.objects.filter(article__in=_keys(cards), position=0)
            .select_related("author__portrait")
            .annotate(
                named=best_name(AuthorName, ("author", "author_id"), self.language),
                is_over=is_licence_over("author__portrait"),
            )
        )
        signers = {}
        for byline in bylines:
            byline.author.named = byline.named
            byline.author.portrait_is_over = byline.is_over
            signers[byline.article_id] = byline.author
        return signers


def _keys(cards):
    return [card.pk for card in cards]
