"""
The headlines around an article: related, the tag's rail, recent news.

All come as candidates from one statement (`querysets.neighbours`); what is shown is chosen
here, so that no headline stands twice in the column.
"""

from collections import defaultdict
from dataclasses import dataclass

from articles.querysets import RECENT_LENGTH, RELATED_LENGTH, TAG_RAIL_LENGTH


@dataclass(frozen=True)
class Rails:
    """Cards for the places of an article page; `read_also` by story number."""

    related: list
    tag_rail: list
    recent: list
    read_also: dict


def choose(candidates, article, tag_keys, pin_numbers):
    """Sort the candidates of an article into its rails; pins lead in the editor's order."""
    arms = defaultdict(list)
    for card in candidates:
        if card.story_id != article.story_id:
            arms[card.among].append(card)
    pins = sorted(arms["pin"], key=lambda card: pin_numbers.index(card.story_id))
    tag_arms = [arms[f"tag-{key}"] for key in tag_keys]
    of_first_tag = newest(tag_arms[0]) if tag_arms else []
    read_also = {card.story_id: card for card in arms["read-also"]}
    related = related_to(pins, tag_arms, newest(arms["section"]), read_also)
    shown = {card.story_id for card in related} | set(read_also)
    return Rails(
        related=related,
        tag_rail=[card for card in of_first_tag if card.story_id not in shown][:TAG_RAIL_LENGTH],
        recent=newest(arms["recent"])[:RECENT_LENGTH],
        read_also=read_also,
    )


def related_to(pins, tag_arms, section_cards, shown):
    """
    Pins, then neighbours with the most tags in common, newest first, then the section's.

    Leaves out the numbers `shown` in the text, and leaves the first tag's own rail its
    headlines, where the tag has few.
    """
    cards = {}
    shared_tags = defaultdict(int)
    for arm in tag_arms:
        for card in arm:
            cards[card.story_id] = card
            shared_tags[card.story_id] += 1
    by_kinship = sorted(
        newest(cards.values()), key=lambda card: shared_tags[card.story_id], reverse=True
    )
    chosen = {card.story_id: card for card in pins}
    of_first_tag = {card.story_id for card in tag_arms[0]} if tag_arms else set()
    to_spare = max(0, len(of_first_tag - set(chosen) - set(shown)) - TAG_RAIL_LENGTH)
    for card in [*by_kinship, *section_cards]:
        if len(chosen) >= RELATED_LENGTH:
            break
        if card.story_id in chosen or card.story_id in shown:
            continue
        if card.story_id in of_first_tag:
            if not to_spare:
                continue
            to_spare -= 1
        chosen[card.story_id] = card
    return list(chosen.values())[:RELATED_LENGTH]


def newest(cards):
    """Cards in the order of lists, whatever order a union left them in."""
    return sorted(cards, key=lambda card: (card.published_at, card.story_id), reverse=True)
