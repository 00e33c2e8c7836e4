"""
An item's pictures: fetched from beside it, kept, and set in their places in the text.

A picture that cannot be had is said so and left out; the text goes in without it.
"""

from dataclasses import dataclass

from articles import picture_store
from articles.body.blocks import Block, BlockType, new_id
from articles.content import PictureInUse
from articles.interchange.item import ItemPicture
from articles.interchange.local_files import NotBeside, content_of, is_address
from articles.models import Picture
from articles.pictures.intake import UnusablePicture


@dataclass(frozen=True)
class Kept:
    """A picture in the store, and the words that came with it."""

    picture: Picture
    said: ItemPicture

    def use(self, block_id=""):
        """Its use as lead picture, or in a block."""
        return PictureInUse(
            picture=self.picture.pk,
            block_id=block_id,
            caption=self.said.caption,
            credit=self.said.credit,
            alt=self.said.alt,
        )


class Illustrations:
    """The pictures of one item. The first of its associations is the lead picture."""

    def __init__(self, item, folder, findings):
        self._folder = folder
        self._findings = findings
        self._associated = item.pictures
        self._by_label = {}
        self._lead = next(filter(None, map(self._kept, item.pictures)), None)

    def settle(self, blocks):
        """
        The blocks with every picture that could be had in its place.

        Those that the text does not place come after it; no picture stands twice.
        """
        settled, placed = [], {self._lead.picture.key} if self._lead else set()
        for block in blocks:
            if block.type != BlockType.PICTURE:
                settled.append(block)
                continue
            if "src" not in block.attributes:
                self._findings.note("a picture named by a key of this site was left out")
                continue
            kept = self._kept(self._said_of(block))
            if kept and kept.picture.key not in placed:
                placed.add(kept.picture.key)
                settled.append(_block(kept, block.id))
        for kept in filter(None, map(self._kept, self._associated)):
            if kept.picture.key not in placed:
                placed.add(kept.picture.key)
                settled.append(_block(kept, new_id()))
        return tuple(settled)

    def uses(self, blocks):
        """Which picture is used where, in the settled blocks under their final ids."""
        by_key = {kept.picture.key: kept for kept in self._by_label.values() if kept}
        lead = [self._lead.use()] if self._lead else []
        return tuple(lead) + tuple(
            by_key[block.attributes["picture"]].use(block.id)
            for block in blocks
            if block.type == BlockType.PICTURE
        )

    def keys(self):
        """What could be had, for the item's fingerprint."""
        return sorted(kept.picture.key for kept in self._by_label.values() if kept)

    def _said_of(self, block):
        """The association that a picture in the text is, else the picture by itself."""
        source = block.attributes.get("src", "")
        for said in self._associated:
            if source in said.hrefs:
                return said
        words = {name: block.attributes.get(name, "") for name in ("caption", "credit", "alt")}
        return ItemPicture(label=f"picture {source[:80]} in the text", hrefs=(source,), **words)

    def _kept(self, said):
        if said.label not in self._by_label:
            self._by_label[said.label] = self._fetched(said)
        return self._by_label[said.label]

    def _fetched(self, said):
        """The largest rendition that lies beside the item and is a picture; None, said why."""
        # A file that is there but cannot be used says more than an address.
        reasons = []
        for href in sorted(said.hrefs, key=is_address):
            try:
                return Kept(self._stored(content_of(href, self._folder), said), said)
            except NotBeside as refusal:
                reasons.append(str(refusal))
            except UnusablePicture as refusal:
                reasons.append(f"{href}: {refusal}")
        self._findings.problem(said.label, reasons[0] if reasons else "names no file")
        return None

    def _stored(self, content, said):
        return picture_store.store(
            content,
            creator=said.creator[:200],
            credit=said.credit[:300],
            copyright=said.copyright[:300],
            usage_terms=said.usage_terms,
        )


def _block(kept, block_id):
    return Block(BlockType.PICTURE, id=block_id, attributes={"picture": kept.picture.key})
