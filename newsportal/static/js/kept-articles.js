// The page of what is kept on the device: headlines, and a way to remove each of them or all.
"use strict";

const list = document.querySelector("[data-kept]");
const nothing = document.querySelector("[data-nothing]");
const clear = document.querySelector("[data-clear]");
const away = document.querySelector("[data-away]");

async function line(cache, request) {
  const response = await cache.match(request);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const item = document.createElement("li");
  const heading = document.createElement("h2");
  const link = document.createElement("a");
  heading.className = "card";
  item.lang = page.documentElement.lang;
  item.dir = page.documentElement.dir;
  link.href = new URL(request.url).pathname;
  link.textContent = page.querySelector("h1")?.textContent || page.title;
  const moment = page.querySelector(".story time, article time");
  if (moment) item.append(document.adoptNode(moment));
  heading.append(link);
  item.append(heading);
  return item;
}

async function show() {
  const cache = await caches.open("articles");
  const requests = (await cache.keys()).reverse();
  list.replaceChildren(...(await Promise.all(requests.map((one) => line(cache, one)))));
  nothing.hidden = requests.length > 0;
  clear.hidden = requests.length === 0;
}

function showConnection() {
  away.hidden = navigator.onLine && location.pathname === list.dataset.kept;
}

if ("caches" in window) {
  clear.addEventListener("click", async () => {
    await caches.delete("articles");
    await caches.delete("pictures");
    await show();
    nothing.focus();
  });
  for (const name of ["online", "offline"]) addEventListener(name, showConnection);
  showConnection();
  show();
}
