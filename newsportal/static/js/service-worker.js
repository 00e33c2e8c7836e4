// Keeps the articles that were read last, for a reader without a connection. Pages always come
// from the network while there is one; a withdrawn article leaves the device as soon as it is
// known to be gone. Served from / with PAPER in front (articles/views/offline.py).

const ARTICLES = "articles";
const PICTURES = "pictures";
// What the pages need besides themselves; a new version of the site starts it anew.
const SHELL = `shell-${PAPER.version}`;
const MOST_ARTICLES = 30;
const MOST_PICTURES = 90;
const DAY = 24 * 3600 * 1000;

const ARTICLE = /\/\d{4}\/\d{2}\/\d{2}\/\d+\/$/;
const PICTURE = /\/media\/pictures\/([\w-]+)\//g;

let wasAway = false;

/** The front page of the edition that an address belongs to, or nothing. */
function editionOf(path) {
  const fronts = Object.keys(PAPER.editions).sort((a, b) => b.length - a.length);
  return fronts.find((front) => path.startsWith(front));
}

/** Whether a path is a readers' page: an edition's front, or one whose first word is known. */
function isPage(path) {
  const front = editionOf(path);
  const [word] = path.slice(front?.length).split("/");
  return front !== undefined && (word === "" || PAPER.pages.includes(word));
}

function isKeepable(response) {
  return response.status === 200 && response.type === "basic" && !response.redirected
    && /\bpublic\b/.test(response.headers.get("Cache-Control") || "");
}

async function trim(cache, most) {
  const requests = await cache.keys();
  for (const request of requests.slice(0, Math.max(0, requests.length - most))) {
    await cache.delete(request);
  }
}

/** Put the newest last, so that the first ones are those to go. */
async function put(name, key, response, most) {
  const cache = await caches.open(name);
  await cache.delete(key);
  await cache.put(key, response);
  await trim(cache, most);
}

async function forget(path) {
  const articles = await caches.open(ARTICLES);
  const kept = await articles.match(path);
  if (!kept) return;
  await articles.delete(path);
  await forgetPictures(await kept.text(), "");
}

/** Let go of the pictures that an article showed and shows no more: their licence may be over. */
async function forgetPictures(before, now) {
  const pictures = await caches.open(PICTURES);
  const gone = new Set([...before.matchAll(PICTURE)].map((found) => found[1]));
  for (const found of now.matchAll(PICTURE)) gone.delete(found[1]);
  for (const request of await pictures.keys()) {
    const [found] = new URL(request.url).pathname.matchAll(PICTURE);
    if (found && gone.has(found[1])) await pictures.delete(request);
  }
}

/** What an answer of the network means for what is kept. */
async function learn(path, response) {
  if (!ARTICLE.test(path)) return;
  if (response.status === 404 || response.status === 410 || response.redirected) await forget(path);
  else if (isKeepable(response)) {
    const kept = await (await caches.open(ARTICLES)).match(path);
    if (kept) await forgetPictures(await kept.text(), await response.clone().text());
    await put(ARTICLES, path, response, MOST_ARTICLES);
  }
}

/** Ask after every article that is kept; a connection that has just come may not carry yet. */
async function check() {
  for (const seconds of [0, 2, 8]) {
    await new Promise((next) => setTimeout(next, seconds * 1000));
    wasAway = !(await isChecked());
    if (!wasAway || !navigator.onLine) return;
  }
}

/** Whether all could be asked after: the oldest first, so that their order stays. */
async function isChecked() {
  const articles = await caches.open(ARTICLES);
  for (const { url } of await articles.keys()) {
    const { pathname } = new URL(url);
    try {
      const response = await fetch(pathname, { cache: "no-cache", credentials: "omit" });
      await learn(pathname, response);
    } catch {
      return false;
    }
  }
  return true;
}

const checkIfAway = () => (wasAway ? check() : undefined);

/** Keep the page that is shown when nothing else can be, not older than a day. */
async function keepOfflinePage(path) {
  const address = PAPER.editions[editionOf(path)];
  const shell = await caches.open(SHELL);
  const kept = await shell.match(address);
  if (kept && Date.now() - Date.parse(kept.headers.get("Date")) < DAY) return;
  const response = await fetch(address, { cache: "no-cache", credentials: "omit" });
  if (isKeepable(response)) await shell.put(address, response);
}

/** That of another edition says more than the browser's own page. */
async function anyOfflinePage(shell) {
  for (const address of Object.values(PAPER.editions)) {
    const kept = await shell.match(address);
    if (kept) return kept;
  }
  return undefined;
}

async function page(event, path) {
  let response;
  try {
    response = await fetch(event.request);
  } catch (error) {
    wasAway = true;
    const articles = await caches.open(ARTICLES);
    const shell = await caches.open(SHELL);
    const kept = (await articles.match(path))
      || (await shell.match(PAPER.editions[editionOf(path)]))
      || (await anyOfflinePage(shell));
    if (kept) return kept;
    throw error;
  }
  const copy = response.clone();
  event.waitUntil(learn(path, copy).then(checkIfAway));
  return response;
}

/** From the network and kept; without it the very file, or the picture in another size. */
async function file(event, path, cacheName, most) {
  try {
    const response = await fetch(event.request);
    if (isKeepable(response)) event.waitUntil(put(cacheName, path, response.clone(), most));
    return response;
  } catch (error) {
    const cache = await caches.open(cacheName);
    const kept = (await cache.match(path)) || (await otherSize(cache, path));
    if (kept) return kept;
    throw error;
  }
}

async function otherSize(cache, path) {
  const [wanted] = path.matchAll(PICTURE);
  if (!wanted) return undefined;
  for (const request of await cache.keys()) {
    if (request.url.includes(`/${wanted[1]}/`)) return cache.match(request);
  }
  return undefined;
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (isPage(pathname)) event.respondWith(page(event, pathname));
  } else if (pathname.startsWith("/media/pictures/")) {
    event.respondWith(file(event, pathname, PICTURES, MOST_PICTURES));
  } else if (/^\/static\/(js|fonts|logo)/.test(pathname)) {
    event.respondWith(file(event, pathname, SHELL, Infinity));
  }
});

addEventListener("message", (event) => {
  const { asks, path, pictures } = event.data;
  if (asks === "check") event.waitUntil(check());
  // The connection may have come back before the page could hear of it.
  if (asks === "keep") event.waitUntil(keep(path, pictures).then(checkIfAway));
});

/** The page that called the worker into life, which came before it could see it. */
async function keep(path, pictures) {
  await keepOfflinePage(path).catch(() => {});
  const articles = await caches.open(ARTICLES);
  if (!ARTICLE.test(path) || (await articles.match(path))) return;
  await learn(path, await fetch(path, { credentials: "omit" }));
  for (const picture of pictures) {
    const response = await fetch(picture, { credentials: "omit" });
    if (isKeepable(response)) await put(PICTURES, picture, response, MOST_PICTURES);
  }
}

addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(PAPER.files)));
  skipWaiting();
});

addEventListener("activate", (event) => {
  const old = async () => {
    for (const name of await caches.keys()) {
      if (![ARTICLES, PICTURES, SHELL].includes(name)) await caches.delete(name);
    }
    await clients.claim();
  };
  event.waitUntil(old());
});
