from unittest import TestCase

from articles.body.blocks import Block, BlockType
from articles.body.match import keep_ids


def words(text: str, id: str = "") -> Block:
    return Block(BlockType.PARAGRAPH, id, text)


OLD = [
    words("The bridge is open to all traffic again", "a1"),
    Block(BlockType.AD_BREAK, "a2"),
    words("The mayor cut the ribbon on Monday morning", "a3"),
    Block(BlockType.PICTURE, "a4", attributes={"picture": "k1"}),
    words("It rained", "a5"),
]


class ReimportTests(TestCase):
    def ids(self, *new: Block) -> list[str]:
        known = {block.id for block in OLD}
        return [block.id if block.id in known else "new" for block in keep_ids(new, OLD)]

    def test_equal_content_keeps_its_id_even_when_it_moves(self):
        self.assertEqual(self.ids(*reversed(OLD)), ["a5", "a4", "a3", "a2", "a1"])

    def test_edited_content_in_the_same_place_keeps_its_id(self):
        edited = words("The bridge is open to all traffic once again")
        self.assertEqual(self.ids(edited, *OLD[1:]), ["a1", "a2", "a3", "a4", "a5"])

    def test_other_content_gets_a_new_id(self):
        self.assertEqual(self.ids(words("Something else"), OLD[2]), ["new", "a3"])

    def test_another_type_or_another_picture_is_not_an_edit(self):
        heading = Block(BlockType.SUBHEADING, "", OLD[0].html)
        picture = Block(BlockType.PICTURE, "", attributes={"picture": "k2"})
        self.assertEqual(self.ids(heading, picture), ["new", "new"])

    def test_a_copy_gets_a_new_id(self):
        self.assertEqual(self.ids(OLD[4], OLD[4]), ["a5", "new"])

    def test_ids_of_the_new_copy_do_not_count(self):
        self.assertEqual(self.ids(words("Quite different", "a5")), ["new"])
