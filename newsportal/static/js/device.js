// Runs before the first paint, so that nobody sees the wrong theme or size: no module, no defer.
"use strict";
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  for (const name of ["theme", "size"]) {
    try {
      const value = localStorage.getItem(name);
      if (/^(light|dark|[2-4])$/.test(value)) root.dataset[name] = value;
    } catch {
      // A browser that keeps nothing for us shows what its system says.
    }
  }
})();
