// A player or post of others: nothing is asked of them before the reader's click.
"use strict";

// Its own scripts run, but they cannot reach this page, take its place or open windows unasked.
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-presentation";

function show(button) {
  const embed = button.closest(".embed");
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", SANDBOX);
  frame.allow = "fullscreen; picture-in-picture; encrypted-media";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.className = button.dataset.form;
  // Its name is what its own words say.
  frame.title = embed.querySelector("p").textContent.slice(0, 120);
  frame.tabIndex = 0;
  frame.src = button.dataset.player;
  button.parentElement.replaceWith(frame);
  frame.focus();
}

for (const button of document.querySelectorAll("[data-player]")) {
  button.addEventListener("click", () => show(button));
}
