"""The buttons under a telling: which there are, what each does, and what a refusal is called."""

from django.core.exceptions import PermissionDenied
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles import publishing
from articles.models import Change, State
from articles.numbers import NumberTaken
from articles.publishing import NotPublishable, StaleDraft
from articles.querysets import database_now
from articles.revisions import Conflict

PERMISSION = "articles.publish_article"


class AlreadySeen(Exception):
    """Asked to schedule what readers have seen meanwhile."""


# What publishing and saving may refuse; each has its words below.
REFUSALS = (Conflict, NotPublishable, StaleDraft, NumberTaken, AlreadySeen, ValueError)

WORDS_OF_CONSTRAINTS = {
    "one_telling_per_story_and_language": gettext_lazy(
        "This story is already told in this language."
    ),
    "article_expires_after_publication": gettext_lazy(
        "The article would expire before it is published. Choose another moment."
    ),
    "embargo_holds_back_publication": gettext_lazy(
        "The embargo ends after the moment of publication."
    ),
    "published_article_is_complete": gettext_lazy("Readers need a headline."),
}

FIELDS = {"headline": gettext_lazy("headline"), "lead": gettext_lazy("lead")}


def may_publish(request):
    """Whether this person may show readers something, or take it away."""
    return request.user.has_perm(PERMISSION)


def verb_in(request):
    """The verb whose button was pressed; saving a draft is none."""
    verbs = ("_publish", "_schedule", "_submit", "_moments")
    return next((verb for verb in verbs if verb in request.POST), None)


def apply(request, article, form):
    """
    Do what the pressed button says to the saved draft; return what to tell the editor.

    Raises PermissionDenied and what `REFUSALS` lists.
    """
    verb = verb_in(request)
    if verb is None:
        return _("The draft is saved. Readers see no change.")
    if verb == "_submit":
        publishing.submit(article)
        return _("The draft is saved and handed to the desk.")
    if not may_publish(request):
        raise PermissionDenied
    if verb == "_schedule" and was_live(article):
        raise AlreadySeen
    changed = _set_moments(article, form, request.user)
    if verb == "_moments":
        return _("The moments are set.") if changed else _("No moment was changed.")
    change = form.cleaned_data["change"] or None
    live = publishing.publish(
        article,
        # Without a moment of its own, publishing would keep to the planned one.
        at=form.cleaned_data["publish_at"] if verb == "_schedule" else database_now(),
        change=change,
        note=form.cleaned_data["note"] if change == Change.CORRECTION else "",
        by=request.user,
    )
    if live.published_at > live.now:
        return _("Readers will see it on %(moment)s.") % {"moment": shown(live.published_at)}
    return _("Published: readers see this text now.")


def _set_moments(article, form, by):
    """Embargo and end as the form has them, where they were changed."""
    verbs = {"embargo_until": publishing.embargo, "expires_at": publishing.expire}
    changed = [name for name in verbs if name in form.changed_data]
    for name in changed:
        verbs[name](article, form.cleaned_data[name], by=by)
    return changed


def refusal_words(refusal):
    """A refusal in the editor's language, or None for one that is not of these."""
    match refusal:
        case Conflict():
            return _(
                "Not saved: somebody else saved this article while you were writing. Your text is "
                "still here, theirs is below. Take over what you need, then save again."
            )
        case NotPublishable():
            missing = ", ".join(str(FIELDS.get(name, name)) for name in refusal.missing)
            return _("Not published. Readers need: %(missing)s.") % {"missing": missing}
        case StaleDraft():
            return _(
                "Not published: the live text was changed after this draft was begun (revision "
                "%(number)d). Bring that change into the draft first."
            ) % {"number": refusal.live.pk}
        case NumberTaken():
            return _("This number is taken.")
        case AlreadySeen():
            return _("Not scheduled: readers see this article already.")
        case ValueError():
            return _("Not saved: %(reason)s") % {"reason": refusal}
    return None


def revision_to_read(refusal):
    """What somebody else wrote and the editor must read before going on, or None."""
    match refusal:
        case Conflict(newest=revision) | StaleDraft(live=revision):
            return revision
    return None


def buttons(request, article):
    """Which buttons stand under the form; keys for the template."""
    if article is None:
        return {}
    state = article.state
    is_live = state == State.PUBLISHED
    return {
        "may_publish": may_publish(request),
        "may_submit": state == State.DRAFT,
        "may_withdraw": may_publish(request) and is_live,
        "may_schedule": may_publish(request) and not was_live(article),
        "was_live": was_live(article),
    }


def was_live(article):
    """Whether readers have seen it, so that publishing again is a change."""
    return article.published_at is not None and article.standing != "scheduled"


def shown(moment):
    """A moment on the clock of the screen."""
    return date_format(localtime(moment), "j E Y, H:i")
