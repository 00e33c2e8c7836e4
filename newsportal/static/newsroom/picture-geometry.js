// What a shape shows of a picture: the same numbers as articles/pictures/geometry.py, so that the
// preview is what readers will get (tests/browser/test_picture_desk.py compares the two).

// Halves go to the even neighbour, as Python's round() has it.
const rounded = (value) => {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest === 0.5) return below % 2 === 0 ? below : below + 1;
  return rest < 0.5 ? below : below + 1;
};

const between = (value, low, high) => Math.min(Math.max(value, low), high);

const fitted = (outer, [across, down], [x, y]) => {
  const width = Math.min(outer.width, Math.max(1, rounded((outer.height * across) / down)));
  const height = Math.min(outer.height, Math.max(1, rounded((outer.width * down) / across)));
  const left = between(rounded(outer.width * x - width / 2), 0, outer.width - width);
  const top = between(rounded(outer.height * y - height / 2), 0, outer.height - height);
  return { left: outer.left + left, top: outer.top + top, width, height };
};

// Sides in px of the upright original; focal point and crop by hand in shares of them.
export const cut = (width, height, proportion, focal, byHand) => {
  if (!byHand) return fitted({ left: 0, top: 0, width, height }, proportion, focal);
  const [left, top, wide, high] = byHand;
  const outer = {
    left: Math.min(rounded(left * width), width - 1),
    top: Math.min(rounded(top * height), height - 1),
    width: Math.max(1, Math.min(rounded(wide * width), width - rounded(left * width))),
    height: Math.max(1, Math.min(rounded(high * height), height - rounded(top * height))),
  };
  return fitted(outer, proportion, [0.5, 0.5]);
};
