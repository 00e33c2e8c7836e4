from unittest import TestCase
from urllib.parse import urlsplit

from articles.body.players import player
from newsportal.edge.policy import FRAMED

TUBE = "https://www.youtube-nocookie.com/embed/Lotsmanskyi"


class PlayerTests(TestCase):
    def test_the_addresses_that_editors_paste_are_known(self):
        for pasted, source in {
            "https://www.youtube.com/watch?v=Lotsmanskyi": TUBE,
            "https://www.youtube.com/watch?app=desktop&v=Lotsmanskyi&t=5": TUBE,
            "http://m.youtube.com/watch?v=Lotsmanskyi": TUBE,
            "https://youtube.com/shorts/Lotsmanskyi?feature=share": TUBE,
            "https://www.youtube.com/live/Lotsmanskyi": TUBE,
            "https://www.youtube-nocookie.com/embed/Lotsmanskyi": TUBE,
            "https://youtu.be/Lotsmanskyi?t=3": TUBE,
            "https://vimeo.com/123456789": "https://player.vimeo.com/video/123456789?dnt=1",
            "https://player.vimeo.com/video/123456789#t=3": (
                "https://player.vimeo.com/video/123456789?dnt=1"
            ),
            "https://t.me/lunva_river/41": "https://t.me/lunva_river/41?embed=1",
            "https://t.me/s/lunva_river/41": "https://t.me/lunva_river/41?embed=1",
        }.items():
            with self.subTest(pasted):
                self.assertEqual(player(pasted).source, source)

    def test_everything_else_stays_a_link(self):
        for pasted in (
            "",
            "https://video.example/watch?v=Lotsmanskyi",
            "https://www.youtube.com/@lunva",
            "https://www.youtube.com/watch?v=short",
            "https://www.youtube.com/watch?v=Lotsmanskyi1",
            "https://www.youtube.com.evil.example/watch?v=Lotsmanskyi",
            "https://evil.example/https://youtu.be/Lotsmanskyi",
            'https://youtu.be/Lotsm"nskyi',
            "javascript:alert(1)//https://youtu.be/Lotsmanskyi",
            "https://t.me/lunva_river",
            "https://user@youtu.be/Lotsmanskyi",
            "https://youtu.be:8443/Lotsmanskyi",
            "https://youtu.be/Ｌotsmanskyi",
        ):
            with self.subTest(pasted):
                self.assertIsNone(player(pasted))

    def test_the_content_policy_allows_exactly_the_hosts_that_are_framed(self):
        framed = {
            player(pasted)
            for pasted in (
                "https://youtu.be/Lotsmanskyi",
                "https://vimeo.com/123456789",
                "https://t.me/lunva_river/41",
            )
        }
        self.assertEqual({f"https://{one.host}" for one in framed}, set(FRAMED))
        self.assertEqual({f"https://{urlsplit(one.source).netloc}" for one in framed}, set(FRAMED))
