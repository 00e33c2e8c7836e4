// A network's code comes in a closed frame, and only while the reader agrees (consent.js says).
"use strict";

{
  const places = document.querySelectorAll("[data-ad-frame]");

  // By style, for the sheet's own `display` is stronger than `hidden`.
  const showHouse = (place, display) => {
    for (const house of place.querySelectorAll(":scope > div")) house.style.display = display;
  };

  const open = (place) => {
    const frame = document.createElement("iframe");
    // No allow-same-origin: the code gets no cookie, no storage and no word with this page.
    frame.setAttribute("sandbox", "allow-scripts allow-popups");
    frame.title = place.querySelector("p").textContent;
    frame.loading = "lazy";
    frame.referrerPolicy = "strict-origin";
    frame.src = place.dataset.adFrame;
    Object.assign(frame.style, { flex: "1", width: "100%", minHeight: "0", border: "0" });
    showHouse(place, "none");
    place.append(frame);
  };

  const close = (place) => {
    place.querySelector("iframe").remove();
    showHouse(place, "");
  };

  const follow = (agreed) => {
    for (const place of places) {
      const isOpen = place.querySelector("iframe") !== null;
      if (agreed && !isOpen) open(place);
      if (!agreed && isOpen) close(place);
    }
  };

  document.addEventListener("consent", (event) => follow(event.detail.agreed));
  follow(document.documentElement.dataset.consent === "yes");
}
