// The reader's word on third parties. Kept on the device; other modules read
// `document.documentElement.dataset.consent` ("yes", "no", "") or listen for "consent".
"use strict";
import { hear, keep, kept } from "./kept.js";

const NAME = "consent";
const root = document.documentElement;
const dialogue = document.querySelector("[data-consent]");

/** What was said here, else what the browser says for its reader to every site (GPC). */
function choice() {
  const said = kept(NAME);
  if (said === "yes" || said === "no") return said;
  return navigator.globalPrivacyControl ? "no" : "";
}

function apply(value) {
  root.dataset.consent = value;
  dialogue.hidden = value !== "" || document.querySelector("[data-ad-frame]") === null;
  for (const button of document.querySelectorAll("[data-agree]")) {
    button.setAttribute("aria-pressed", String(button.dataset.agree === value));
  }
  const status = document.querySelector("[data-consent-status]");
  if (status) status.textContent = status.dataset[value || "none"];
  document.dispatchEvent(new CustomEvent("consent", { detail: { agreed: value === "yes" } }));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-agree]");
  if (!button) return;
  keep(NAME, button.dataset.agree);
  apply(button.dataset.agree);
});
hear(NAME, () => apply(choice()));

root.dataset.consent = choice();
// By then every module of the page listens.
if (document.readyState === "complete") apply(choice());
else addEventListener("DOMContentLoaded", () => apply(choice()));
