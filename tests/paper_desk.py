"""
The newsroom of the running paper, for tests whose readers watch something happen.

Each line on its input is an order in JSON: {"verb": "publish", "headline": …}; each gets a line.
"""

import json
from dataclasses import replace

from django.contrib.auth.models import User

from articles import publishing, revisions
from articles.content import Content, PictureInUse
from articles.models import Article, Picture
from articles.pictures.geometry import cut
from articles.querysets import database_now
from tests.builders import make_article, store_picture


def publish(language="en", **content):
    """Publish an article; gives its address and number."""
    article = make_article(language, **content)
    return {"address": article.get_absolute_url(), "number": article.story_id}


def withdraw(number):
    """Take an article back, in every language."""
    for article in Article.objects.filter(story=number, state="published"):
        publishing.withdraw(article, "")
    return {}


def retitle(number, headline):
    """Publish an article again under another headline."""
    article = Article.objects.get(story=number)
    content = Content.of(article.live_revision)
    revisions.save(article, replace(content, headline=headline))
    publishing.publish(article)
    return {}


def illustrate(colour, **content):
    """Publish an article with a picture of this colour."""
    picture = store_picture(colour, (480, 320))
    return publish(pictures=(PictureInUse(picture.pk, "", "", "", "A pier"),), **content)


def end_licence(number):
    """From now on the pictures of an article may not be shown."""
    pictures = Picture.objects.filter(uses__article__story=number)
    pictures.update(licence_ends_at=database_now())
    return {}


def hire(username, password):
    """Somebody of the newsroom who may do everything."""
    person, _is_new = User.objects.get_or_create(
        username=username, defaults={"is_staff": True, "is_superuser": True}
    )
    person.set_password(password)
    person.save()
    return {}


def cuts(numbers):
    """What `geometry.cut` makes of each of these (sides, shape, point, crop)."""
    made = (cut(wide, high, shape, tuple(at), crop) for wide, high, shape, at, crop in numbers)
    return {"boxes": [[box.left, box.top, box.width, box.height] for box in made]}


VERBS = {
    "publish": publish,
    "withdraw": withdraw,
    "retitle": retitle,
    "illustrate": illustrate,
    "end_licence": end_licence,
    "hire": hire,
    "cuts": cuts,
}


def work(orders, answers):
    """Do what is ordered until nobody orders any more."""
    for order in orders:
        values = json.loads(order)
        print(json.dumps(VERBS[values.pop("verb")](**values)), file=answers, flush=True)
