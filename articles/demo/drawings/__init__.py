"""
Pictures for the demonstration newspaper, drawn when it is loaded, so that nobody owns them.

A scene always comes out the same: its name seeds its chance. No text, no flag, no real place.
"""

from . import (
    books,
    civic,
    dam,
    energy,
    excavation,
    fields,
    garden,
    halls,
    library,
    lighthouse,
    market,
    night,
    port,
    river,
    sport,
    street,
    town,
)
from .canvas import HEIGHT, WIDTH, Canvas
from .portraits import EDGE, newsroom, portrait

_SCENES = {
    "bridge-dawn": river.bridge_dawn,
    "river-flood": river.river_flood,
    "old-dam": dam.old_dam,
    "port-cranes": port.port_cranes,
    "train-night": night.train_night,
    "school-yard": civic.school_yard,
    "theatre-stage": halls.theatre_stage,
    "book-fair": books.book_fair,
    "observatory": night.observatory,
    "stork-nest": fields.stork_nest,
    "football-pitch": sport.football_pitch,
    "rowing": sport.rowing,
    "council-hall": halls.council_hall,
    "market-bread": market.market_bread,
    "wheat-field": fields.wheat_field,
    "power-lines": energy.power_lines,
    "hospital": civic.hospital,
    "tram-street": street.tram_street,
    "winter-town": town.winter_town,
    "excavation": excavation.excavation,
    "garden": garden.garden,
    "library": library.library,
    "lighthouse": lighthouse.lighthouse,
    "wind-turbines": energy.wind_turbines,
}
SCENES = tuple(_SCENES)


def draw(scene, size=(WIDTH, HEIGHT)):
    """The picture of a scene in RGB; a size of another shape crops it round the centre."""
    return _SCENES[scene](Canvas(scene, size))


def draw_portrait(seed, size=(EDGE, EDGE)):
    """An invented columnist; the seed is the author's slug."""
    canvas = Canvas(seed, size, units=(EDGE, EDGE))
    return newsroom(canvas) if seed == "newsroom" else portrait(canvas, seed)
