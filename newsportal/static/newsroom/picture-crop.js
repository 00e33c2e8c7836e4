// A crop by hand: a frame of the shape's proportion that is dragged or moved by keys.

const STEP = 0.01;
const LONG_STEP = 0.05;
// As in articles/admin/picture_crops.py.
const NARROWEST_PX = 320;
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const GROWTH = { "+": 1, "=": 1, "-": -1, "−": -1, _: -1 };

const between = (value, low, high) => Math.min(Math.max(value, low), high);

export const cropping = (desk, { size, shapes, crops, boxOf, changed }) => {
  const board = desk.querySelector("[data-board]");
  const handle = desk.querySelector("[data-crop-handle]");
  const bar = desk.querySelector("[data-crop-bar]");
  const help = desk.querySelector("[data-crop-help]");
  const frame = { onOpen() {}, onClose() {}, place };
  let shape = null;
  // In px of the original; the proportion gives the height.
  let box = null;
  let opener = null;

  const ratio = () => shapes[shape][1] / shapes[shape][0];
  const widest = () => Math.min(size.width, size.height / ratio());
  const narrowest = () => Math.min(NARROWEST_PX, widest());

  function place() {
    if (!shape) return;
    const height = box.width * ratio();
    const percent = {
      left: (box.left / size.width) * 100,
      top: (box.top / size.height) * 100,
      width: (box.width / size.width) * 100,
      height: (height / size.height) * 100,
    };
    for (const [side, value] of Object.entries(percent)) handle.style[side] = `${value}%`;
    const said = { x: percent.left, y: percent.top, w: percent.width };
    let words = desk.dataset.cropText;
    for (const name of Object.keys(said)) words = words.replace(`{${name}}`, Math.round(said[name]));
    handle.setAttribute("aria-valuenow", Math.round(percent.width));
    handle.setAttribute("aria-valuetext", words);
  }

  // To hundredths of a per cent, as the field shows them; rounded down, so that nothing reaches out.
  const written = (part, whole) => String(Math.floor((part / whole) * 10000) / 100);

  const set = (left, top, width) => {
    const wide = between(width, narrowest(), widest());
    box = {
      left: between(left, 0, size.width - wide),
      top: between(top, 0, size.height - wide * ratio()),
      width: wide,
    };
    crops[shape].value = [
      written(box.left, size.width),
      written(box.top, size.height),
      written(box.width, size.width),
      written(box.width * ratio(), size.height),
    ].join(" ");
    place();
    changed();
  };

  const resize = (width) => {
    const wide = between(width, narrowest(), widest());
    const more = wide - box.width;
    set(box.left - more / 2, box.top - (more * ratio()) / 2, wide);
  };

  const close = () => {
    if (!shape) return;
    shape = null;
    for (const part of [handle, bar, help]) part.hidden = true;
    frame.onClose();
    opener?.focus();
  };

  const open = (item, button) => {
    shape = item.dataset.shape;
    opener = button;
    const { left, top, width } = boxOf(shape);
    box = { left, top, width };
    desk.querySelector("[data-crop-name]").textContent =
      item.querySelector("canvas").getAttribute("aria-label");
    for (const part of [handle, bar, help]) part.hidden = false;
    frame.onOpen();
    place();
    handle.focus({ preventScroll: true });
    board.scrollIntoView({ block: "nearest" });
  };

  // Where the drag began, and what the frame was then.
  let drag = null;
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    handle.setPointerCapture(event.pointerId);
    handle.focus({ preventScroll: true });
    const isCorner = event.target.closest("[data-corner]") !== null;
    drag = { x: event.clientX, y: event.clientY, box: { ...box }, isCorner };
  });
  handle.addEventListener("pointermove", (event) => {
    if (!drag || !handle.hasPointerCapture(event.pointerId)) return;
    const scale = size.width / board.getBoundingClientRect().width;
    const right = (event.clientX - drag.x) * scale;
    const down = (event.clientY - drag.y) * scale;
    if (!drag.isCorner) {
      set(drag.box.left + right, drag.box.top + down, drag.box.width);
      return;
    }
    const room = Math.min(size.width - drag.box.left, (size.height - drag.box.top) / ratio());
    const wanted = drag.box.width + Math.max(right, down / ratio());
    set(drag.box.left, drag.box.top, Math.min(wanted, room));
  });
  for (const end of ["pointerup", "pointercancel"]) {
    handle.addEventListener(end, () => {
      drag = null;
    });
  }

  handle.addEventListener("keydown", (event) => {
    const step = event.shiftKey && !(event.key in GROWTH) ? LONG_STEP : STEP;
    const way = MOVES[event.key];
    if (way) set(box.left + way[0] * step * size.width, box.top + way[1] * step * size.height, box.width);
    else if (event.key in GROWTH) resize(box.width + GROWTH[event.key] * LONG_STEP * size.width);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });

  for (const item of desk.querySelectorAll("[data-shape]")) {
    const button = item.querySelector("[data-cut]");
    button.hidden = false;
    button.addEventListener("click", () => open(item, button));
  }
  desk.querySelector("[data-crop-done]").addEventListener("click", close);
  desk.querySelector("[data-crop-reset]").addEventListener("click", () => {
    crops[shape].value = "";
    close();
    changed();
  });
  return frame;
};
