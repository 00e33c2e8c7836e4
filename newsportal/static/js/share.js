// Share: the device's own sheet where there is one, and a link that copies the address.
"use strict";

const share = document.querySelector("[data-share]");
const copy = share.querySelector("[data-copy]");
const device = share.querySelector("[data-device]");
const status = share.querySelector("[role=status]");
const page = { title: share.dataset.title, url: share.dataset.share };

/** Copy without the clipboard's own interface, which plain http does not have. */
function copyBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  share.append(field);
  field.select();
  const isDone = document.execCommand("copy");
  field.remove();
  if (!isDone) throw new Error("The browser does not copy.");
}

copy.addEventListener("click", async () => {
  status.textContent = "";
  try {
    if (navigator.clipboard) await navigator.clipboard.writeText(page.url);
    else copyBySelection(page.url);
    status.textContent = copy.dataset.done;
  } catch {
    // Shown, the address can still be copied by hand.
    status.textContent = page.url;
  }
  copy.focus();
});

if (navigator.share) {
  device.hidden = false;
  device.addEventListener("click", () => {
    // Who closes the sheet has decided; that is no error.
    navigator.share(page).catch(() => {});
  });
}
