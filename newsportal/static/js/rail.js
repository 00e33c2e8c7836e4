// RECENT NEWS of an open page: asks what is new, offers it, and shows it when the reader says so.
"use strict";
import { hear, keep, kept } from "./kept.js";

const MINUTE = 60_000;
const LONGEST_WAIT = 16 * MINUTE;
const LENGTH = 10;

const rail = document.querySelector("[data-rail]");
const list = rail.querySelector("ol");
const offer = rail.querySelector("[data-new]");
const pause = rail.querySelector("[data-pause]");
// An article's page does not offer itself.
const here = pathOf(document.querySelector("link[rel=canonical]")?.href || location.href);

let timer = 0;
let failures = 0;
let asked = Date.now();
let answered = null;
let fresh = null;

const isPaused = () => kept("rail") === "paused";
function pathOf(address) {
  return new URL(address, location.href).pathname;
}

const leadsHere = (line) => pathOf(line.querySelector("a").getAttribute("href")) === here;
const momentOf = (line) => Date.parse(line.querySelector("time").dateTime);

/** The wait after so many failures in a row, never the same for two readers. */
function wait() {
  return Math.min(MINUTE * 2 ** failures, LONGEST_WAIT) * (0.8 + 0.4 * Math.random());
}

/** Ask again when it is time; a hidden or paused rail asks nothing. */
function plan() {
  clearTimeout(timer);
  if (document.hidden || isPaused()) return;
  timer = setTimeout(ask, Math.max(0, asked + wait() - Date.now()));
}

async function get(address) {
  const answer = await fetch(address, { cache: "no-cache", credentials: "omit" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

async function ask() {
  asked = Date.now();
  try {
    const { newest } = await (await get(rail.dataset.asks)).json();
    if (newest !== answered) {
      if (!isKnown(newest)) read(await (await get(rail.dataset.rail)).text());
      answered = newest;
    }
    failures = 0;
  } catch {
    failures += 1;
  }
  plan();
}

function isKnown(number) {
  return !number || list.querySelector(`[data-number="${number}"]`) !== null
    || here.endsWith(`/${number}/`);
}

/** Look through the newest lines, and offer those that came since the page was made. */
function read(html) {
  const root = new DOMParser().parseFromString(html, "text/html").querySelector("ol");
  const lines = [...root.children].filter((line) => !leadsHere(line)).slice(0, LENGTH);
  const since = list.firstElementChild ? momentOf(list.firstElementChild) : 0;
  const news = lines.filter((line) => !isKnown(line.dataset.number) && momentOf(line) >= since);
  fresh = news.length ? { lines, first: news[0] } : null;
  offer.hidden = !fresh;
  offer.textContent = fresh ? root.getAttribute(`data-new-${news.length}`) : "";
}

offer.addEventListener("click", () => {
  const { lines, first } = fresh;
  list.replaceChildren(...lines);
  // The focus goes on where reading goes on, for its button is about to go.
  first.querySelector("a").focus({ preventScroll: true });
  offer.hidden = true;
  offer.textContent = "";
});

function obey() {
  pause.setAttribute("aria-pressed", String(isPaused()));
  plan();
}

pause.addEventListener("click", () => {
  keep("rail", isPaused() ? "" : "paused");
  obey();
});
hear("rail", obey);
for (const event of ["pageshow", "online"]) addEventListener(event, plan);
document.addEventListener("visibilitychange", plan);
obey();
