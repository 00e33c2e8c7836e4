"""
Cut: what one shape shows of a picture, and the addresses of its renditions.

PrintSet says which of them lie in the store. A cut is computed and never kept.
"""

from functools import cached_property

from django.db import models
from django.urls import reverse

from articles.pictures import declared, geometry


class Cut:
    """One shape of one picture, as it is cut now."""

    def __init__(self, picture, shape):
        self.picture = picture
        self.shape = shape
        self.box = geometry.cut(
            picture.width,
            picture.height,
            shape,
            (picture.focal_x, picture.focal_y),
            picture.crops.get(shape),
        )

    @cached_property
    def name(self):
        """Its word in addresses: another one for any other content."""
        return declared.cut_name(self.shape, self.box, self.picture.notice)

    @cached_property
    def widths(self):
        return declared.widths(self.shape, self.box)

    @cached_property
    def prints(self):
        """All renditions, by the name of their file."""
        return declared.prints(self.shape, self.box)

    @property
    def width(self):
        """Of the largest rendition, px."""
        return self.widths[-1]

    @property
    def height(self):
        """Of the largest rendition, px."""
        _width, height = geometry.rendition_size(self.box.width, self.box.height, self.width)
        return height

    def address(self, width, extension):
        """Where readers find a rendition; its content never changes."""
        return f"{self._folder}{width}.{extension}"

    @cached_property
    def _folder(self):
        """Asked of the URLs once: a front page names 250 renditions, each answer costs 0.1 ms."""
        where = {"key": self.picture.key, "cut": self.name, "width": 0, "extension": "jpg"}
        return reverse("rendition", kwargs=where).removesuffix("0.jpg")

    def source_set(self, extension):
        """All renditions of a format, for `srcset`."""
        return ", ".join(f"{self.address(width, extension)} {width}w" for width in self.widths)

    @property
    def avif_set(self):
        return self.source_set("avif")

    @property
    def webp_set(self):
        return self.source_set("webp")

    @property
    def jpeg_set(self):
        return self.source_set("jpg")

    @property
    def fallback(self):
        """The rendition for browsers that choose none themselves: the middle one."""
        return self.address(self.widths[len(self.widths) // 2], "jpg")

    @property
    def small(self):
        """A rendition for whoever counts bytes: the smallest but one."""
        return self.address(self.widths[:2][-1], "jpg")

    @property
    def largest(self):
        return self.address(self.width, "jpg")


class PrintSet(models.Model):
    """
    The renditions of one cut that lie in the store, whole.

    Written behind the files, so that nobody is sent to one that is half written. Former cuts of
    a picture stay: pages of others still name them.
    """

    picture = models.ForeignKey("articles.Picture", models.CASCADE, related_name="print_sets")
    cut = models.CharField(max_length=24)
    # {"720.avif": bytes}
    bytes = models.JSONField(default=dict)
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["picture", "cut"], name="one_print_set_per_cut")
        ]

    def __str__(self):
        return f"{self.picture_id}/{self.cut}"
