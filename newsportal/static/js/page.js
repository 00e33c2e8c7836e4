// What every page's details and keys do beyond what the browser does; everything works without it.
"use strict";

// Select words and press Ctrl+Enter: the report form opens with them.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const link = document.querySelector("[data-report]");
  const words = String(getSelection()).trim().slice(0, 1000);
  if (!link || !words) return;
  event.preventDefault();
  const address = new URL(link.href);
  address.searchParams.set("words", words);
  location.assign(address);
});

// Menus close as menus do: Escape, a click beside them, another one opened.
const menus = [...document.querySelectorAll(".menu, .settings")];
document.addEventListener("keydown", (event) => {
  const menu = menus.find((one) => one.open);
  if (event.key !== "Escape" || !menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("click", (event) => {
  for (const menu of menus) if (menu.open && !menu.contains(event.target)) menu.open = false;
});
