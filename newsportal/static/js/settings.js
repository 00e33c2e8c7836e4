// Theme and size of the text, chosen by buttons and kept on the device (device.js applies them).
"use strict";
import { hear, keep, kept } from "./kept.js";

const root = document.documentElement;
const buttons = [...document.querySelectorAll("[data-set]")];

function show(name) {
  const value = kept(name) || root.dataset[name] || "";
  for (const button of buttons) {
    if (button.dataset.set !== name) continue;
    button.setAttribute("aria-pressed", String(button.value === value));
  }
}

/** The browser's own frame takes the colour of the chosen theme, too. */
function tint() {
  const metas = [...document.querySelectorAll("meta[name=theme-color]")];
  const chosen = metas.find((one) => one.media.includes(root.dataset.theme));
  for (const meta of metas) {
    meta.dataset.own ??= meta.content;
    meta.content = chosen ? chosen.dataset.own || chosen.content : meta.dataset.own;
  }
}

function apply(name, value) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  show(name);
  tint();
}

for (const button of buttons) {
  button.addEventListener("click", () => {
    keep(button.dataset.set, button.value);
    apply(button.dataset.set, button.value);
  });
}
tint();
for (const name of ["theme", "size"]) {
  show(name);
  hear(name, (value) => apply(name, value));
}
