// The screen of one picture: its point and its crops on the picture itself, every shape at once.
// The fields of the form hold the values; without this module they are typed.

import { cropping } from "./picture-crop.js";
import { cut } from "./picture-geometry.js";
import { pointing } from "./picture-point.js";

const PREVIEW_PX = 360;

const open = (desk) => {
  const image = desk.querySelector("[data-whole]");
  const shapes = JSON.parse(desk.dataset.shapes);
  const size = { width: Number(desk.dataset.width), height: Number(desk.dataset.height) };
  const field = {
    x: document.querySelector("[data-point='x']"),
    y: document.querySelector("[data-point='y']"),
  };
  const crops = Object.fromEntries(
    Object.keys(shapes).map((shape) => [shape, document.querySelector(`[data-crop='${shape}']`)]),
  );
  if (!field.x || !field.y) return;

  const share = (input, otherwise) => {
    const value = Number.parseFloat(input.value.replace(",", "."));
    return value >= 0 && value <= 1 ? value : otherwise;
  };
  const point = () => [share(field.x, 0.5), share(field.y, 0.4)];
  const byHand = (shape) => {
    const numbers = crops[shape].value.trim().replaceAll(",", ".").split(/\s+/).map(Number);
    const isWhole = numbers.length === 4 && numbers.every(Number.isFinite) && numbers[2] > 0;
    return isWhole ? numbers.map((one) => one / 100) : null;
  };
  const boxOf = (shape) => cut(size.width, size.height, shapes[shape], point(), byHand(shape));

  const draw = () => {
    if (!image.naturalWidth) return;
    const scale = image.naturalWidth / size.width;
    for (const item of desk.querySelectorAll("[data-shape]")) {
      const { shape } = item.dataset;
      const canvas = item.querySelector("canvas");
      const [across, down] = shapes[shape];
      const box = boxOf(shape);
      canvas.width = PREVIEW_PX;
      canvas.height = Math.round((PREVIEW_PX * down) / across);
      canvas.hidden = false;
      canvas.getContext("2d").drawImage(
        image,
        ...[box.left * scale, box.top * scale, box.width * scale, box.height * scale],
        ...[0, 0, canvas.width, canvas.height],
      );
      canvas.dataset.box = [box.left, box.top, box.width, box.height].join(" ");
      item.querySelector("[data-state]").textContent =
        desk.dataset[byHand(shape) ? "byHand" : "automatic"];
    }
  };

  const pointer = pointing(desk, { field, point, changed: () => draw() });
  const frame = cropping(desk, { size, shapes, crops, boxOf, changed: () => draw() });
  frame.onOpen = () => pointer.hide();
  frame.onClose = () => pointer.show();

  for (const input of [field.x, field.y, ...Object.values(crops)]) {
    input.addEventListener("input", () => {
      pointer.place();
      frame.place();
      draw();
    });
  }
  // An image that cannot be had leaves the fields, which work without it.
  if (image.complete) draw();
  image.addEventListener("load", draw);
  pointer.show();
};

const desk = document.querySelector("[data-desk]");
if (desk?.querySelector("[data-point-handle]")) open(desk);
