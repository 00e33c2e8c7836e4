// The point that must stay in view: by a click, by dragging, by the arrow keys.

const STEP = 0.01;
const LONG_STEP = 0.05;
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const inside = (value) => Math.min(Math.max(Math.round(value * 1000) / 1000, 0), 1);

export const pointing = (desk, { field, point, changed }) => {
  const board = desk.querySelector("[data-board]");
  const handle = desk.querySelector("[data-point-handle]");
  const help = desk.querySelector("[data-point-help]");

  const place = () => {
    const [x, y] = point();
    handle.style.left = `${x * 100}%`;
    handle.style.top = `${y * 100}%`;
    const said = { x: Math.round(x * 100), y: Math.round(y * 100) };
    handle.setAttribute("aria-valuenow", said.x);
    handle.setAttribute(
      "aria-valuetext",
      desk.dataset.pointText.replace("{x}", said.x).replace("{y}", said.y),
    );
  };

  const move = (x, y) => {
    field.x.value = inside(x);
    field.y.value = inside(y);
    place();
    changed();
  };

  const follow = (event) => {
    const frame = board.getBoundingClientRect();
    move((event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height);
  };

  board.addEventListener("pointerdown", (event) => {
    if (handle.hidden || event.button !== 0) return;
    // A finger on the picture may be about to scroll; it moves the point by a tap, or drags it.
    if (event.pointerType === "touch" && event.target !== handle) return;
    event.preventDefault();
    board.setPointerCapture(event.pointerId);
    handle.focus({ preventScroll: true });
    follow(event);
  });
  board.addEventListener("pointermove", (event) => {
    if (!handle.hidden && board.hasPointerCapture(event.pointerId)) follow(event);
  });

  board.addEventListener("click", (event) => {
    if (!handle.hidden && event.target !== handle) follow(event);
  });

  handle.addEventListener("keydown", (event) => {
    const way = MOVES[event.key];
    if (!way) return;
    event.preventDefault();
    const step = event.shiftKey ? LONG_STEP : STEP;
    const [x, y] = point();
    move(x + way[0] * step, y + way[1] * step);
  });

  return {
    place,
    show() {
      handle.hidden = false;
      help.hidden = false;
      place();
    },
    hide() {
      handle.hidden = true;
      help.hidden = true;
    },
  };
};
