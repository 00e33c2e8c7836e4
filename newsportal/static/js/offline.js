// Calls the worker that keeps the articles read last, and tells it when there is a connection.
"use strict";

const workers = navigator.serviceWorker;
const isArticle = document.querySelector(".story") !== null;

async function tell(message) {
  const { active } = await workers.ready;
  active.postMessage(message);
}

async function begin() {
  await workers.register("/service-worker.js");
  const pictures = [...document.querySelectorAll(".story img")]
    .filter((image) => image.complete && image.currentSrc.startsWith(location.origin))
    .map((image) => new URL(image.currentSrc).pathname);
  await tell({ asks: "keep", path: location.pathname, pictures });
  // Once a visit: what was withdrawn meanwhile leaves the device.
  if (sessionStorage.getItem("checked")) return;
  sessionStorage.setItem("checked", "yes");
  await tell({ asks: "check" });
}

if (workers) {
  addEventListener("online", () => tell({ asks: "check" }));
  const start = () => {
    // A reader of no article needs no worker, unless there is one already.
    if (isArticle || workers.controller) begin().catch(() => {});
  };
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
}
