// What this device remembers for its reader; nothing of it is ever sent.

/** The value kept under a name, "" where there is none or the browser keeps nothing. */
export function kept(name) {
  try {
    return localStorage.getItem(name) || "";
  } catch {
    return "";
  }
}

/** Keep a value under a name; an empty one is forgotten. */
export function keep(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // The choice then holds for this page alone.
  }
}

/** Call back with the new value when another page of the site changes it. */
export function hear(name, callback) {
  addEventListener("storage", (event) => {
    if (event.key === name || event.key === null) callback(kept(name));
  });
}
