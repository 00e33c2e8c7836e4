"""One picture's screen: the point and the crops by mouse, finger and keys."""

import random

import pytest

from articles.pictures.geometry import SHAPES
from tests.browser.newsroom import sign_in
from tests.browser.test_axe import barriers
from tests.browser.test_layout import OVERFLOW
from tests.browser.waiting import until

pytestmark = pytest.mark.browser

LIBRARY = "/admin/articles/picture/"
POINT = "[data-point-handle]"
FRAME = "[data-crop-handle]"
DRAWN = "Boolean(document.querySelector('[data-shape=share] canvas')?.dataset.box)"


def desk(reader, paper, **properties):
    """The screen of the newest picture, with its shapes drawn."""
    page = sign_in(reader, paper, LIBRARY, **properties)
    page.goto(paper.url + page.locator(".picture-shown").first.get_attribute("href"))
    until(page, DRAWN)
    return page


def point(page):
    return [float(page.input_value(f"[data-point={axis}]")) for axis in "xy"]


def box(page, shape):
    return page.get_attribute(f"[data-shape={shape}] canvas", "data-box")


def crop(page, shape):
    return [float(one) for one in page.input_value(f"[data-crop={shape}]").split()]


def test_the_previews_are_cut_as_readers_pages_are(reader, paper):
    page = desk(reader, paper)
    dice = random.Random(7)
    numbers = []
    for _number in range(600):
        sides = [dice.choice([1, 2, 3, dice.randrange(4, 9000)]) for _side in range(2)]
        place = [dice.choice([0, 0.5, 1, dice.random(), round(dice.random(), 2)]) for _ in "xy"]
        part = [dice.random(), dice.random(), dice.random(), dice.random()]
        inside = [part[0], part[1], part[2] * (1 - part[0]), part[3] * (1 - part[1])]
        by_hand = dice.choice([None, None, inside])
        numbers.append([*sides, dice.choice(list(SHAPES)), place, by_hand])
    boxes = page.evaluate(
        """async ([numbers, shapes, address]) => {
          const { cut } = await import(address);
          return numbers.map(([wide, high, shape, at, byHand]) => {
            const box = cut(wide, high, shapes[shape], at, byHand);
            return [box.left, box.top, box.width, box.height];
          });
        }""",
        [numbers, SHAPES, f"{paper.url}/static/newsroom/picture-geometry.js"],
    )
    assert boxes == paper.do("cuts", numbers=numbers)["boxes"]


def test_a_click_sets_the_point_and_every_shape_follows_before_saving(reader, paper):
    page = desk(reader, paper)
    before = box(page, "portrait")
    frame = page.locator("[data-board]").bounding_box()
    # The other side of the picture, wherever another test has left the point.
    across = 0.1 if point(page)[0] > 0.5 else 0.9
    page.mouse.click(frame["x"] + frame["width"] * across, frame["y"] + frame["height"] * 0.8)
    x, y = point(page)
    assert abs(x - across) < 0.01
    assert abs(y - 0.8) < 0.01
    drawn = "document.querySelector('[data-shape=portrait] canvas').dataset.box"
    until(page, f"{{ return {drawn} !== '{before}' }}")
    page.click("[name=_continue]")
    until(page, DRAWN)
    assert point(page) == [x, y]
    assert page.locator(".picture-guess").count() == 0


def test_arrow_keys_move_the_point_and_it_is_spoken(reader, paper):
    page = desk(reader, paper)
    page.locator(POINT).focus()
    x, y = point(page)
    for key in ("ArrowRight", "Shift+ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    moved = point(page)
    assert [round(moved[0] - x, 3), round(y - moved[1], 3)] == [0.06, 0.01]
    left, top = (round(share * 100) for share in moved)
    spoken = page.get_attribute(POINT, "aria-valuetext")
    assert spoken == f"{left} % from the left, {top} % from the top"
    for _step in range(30):
        page.keyboard.press("Shift+ArrowLeft")
    assert point(page)[0] == 0


def test_typed_numbers_move_the_point(reader, paper):
    page = desk(reader, paper)
    page.locator("fieldset summary").click()
    page.fill("[data-point=x]", "0.9")
    assert page.locator(POINT).evaluate("one => one.style.left") == "90%"


def test_a_finger_scrolls_over_the_picture_and_taps_the_point(reader, paper):
    page = desk(reader, paper, has_touch=True, viewport={"width": 360, "height": 700})
    frame = page.locator("[data-board]").bounding_box()
    page.touchscreen.tap(frame["x"] + frame["width"] * 0.7, frame["y"] + frame["height"] * 0.3)
    assert abs(point(page)[0] - 0.7) < 0.02
    assert page.evaluate(OVERFLOW) == 0


def test_a_shape_is_cropped_by_keys_in_its_proportion_and_kept(reader, paper):
    page = desk(reader, paper)
    page.locator("[data-shape=square] [data-cut]").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-crop-handle]')")
    for key in ("-", "-", "ArrowLeft", "Shift+ArrowUp"):
        page.keyboard.press(key)
    size = page.locator("[data-desk]").evaluate(
        "desk => [Number(desk.dataset.width), Number(desk.dataset.height)]"
    )
    _left, _top, wide, high = crop(page, "square")
    assert abs(wide * size[0] / (high * size[1]) - 1) < 0.01
    assert "% of the width" in page.get_attribute(FRAME, "aria-valuetext")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-shape=square] [data-cut]')")
    drawn = box(page, "square")
    page.click("[name=_continue]")
    until(page, DRAWN)
    assert box(page, "square") == drawn
    page.click("[data-shape=square] [data-cut]")
    page.click("[data-crop-reset]")
    assert page.input_value("[data-crop=square]") == ""
    page.click("[name=_continue]")
    until(page, DRAWN)
    assert page.input_value("[data-crop=square]") == ""


def test_a_frame_is_dragged_and_never_leaves_the_picture(reader, paper):
    page = desk(reader, paper)
    page.click("[data-shape=portrait] [data-cut]")
    for _step in range(2):
        page.keyboard.press("-")
    frame = page.locator(FRAME).bounding_box()
    middle = (frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] - 2000, middle[1] - 2000, steps=3)
    page.mouse.up()
    assert crop(page, "portrait")[:2] == [0, 0]
    corner = page.locator("[data-corner]").bounding_box()
    page.mouse.move(corner["x"] + 10, corner["y"] + 10)
    page.mouse.down()
    page.mouse.move(corner["x"] + 3000, corner["y"] + 3000, steps=3)
    page.mouse.up()
    left, top, wide, high = crop(page, "portrait")
    assert max(left + wide, top + high) <= 100
    assert max(wide, high) > 99


def test_without_javascript_the_shapes_are_shown_as_saved(reader, paper):
    page = desk_without_script(reader, paper)
    assert page.locator(".picture-shapes img").count() == len(SHAPES)
    page.locator("fieldset summary").click()
    page.fill("[data-point=x]", "0.25")
    page.click("[name=_continue]")
    assert point(page)[0] == 0.25


def desk_without_script(reader, paper):
    page = sign_in(reader, paper, LIBRARY, java_script_enabled=False)
    page.goto(paper.url + page.locator(".picture-shown").first.get_attribute("href"))
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_the_screen_has_no_barrier_while_pointing_and_cropping(reader, paper, scheme, width):
    page = desk(reader, paper, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert barriers(page) == []
    page.click("[data-shape=share] [data-cut]")
    assert barriers(page) == []
    assert page.evaluate(OVERFLOW) == 0
