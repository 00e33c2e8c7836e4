// A picture that was still being made (503) is asked for again, at most three times.
"use strict";

const PAUSES = [2000, 4000, 8000];
const tries = new WeakMap();

function askAgain(image) {
  const tried = tries.get(image) || 0;
  if (tried >= PAUSES.length) return;
  tries.set(image, tried + 1);
  // Setting it makes the browser choose and fetch anew.
  setTimeout(() => { image.srcset = image.srcset; }, PAUSES[tried]);
}

addEventListener("error", ({ target }) => {
  if (target instanceof HTMLImageElement && target.srcset) askAgain(target);
}, true);

for (const image of document.images) {
  if (image.srcset && image.complete && image.naturalWidth === 0) askAgain(image);
}
