// The library's cards: each is saved by itself and comes back as it is now.
// Without this module the whole page is one form with one button.

const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;

const prepare = (card) => {
  const doing = card.querySelector("[data-do]");
  if (doing) doing.hidden = false;
};

const fieldsOf = (card) => {
  const { prefix } = card.dataset;
  const form = new FormData();
  for (const field of card.querySelectorAll("[name]")) {
    const isOff = field.type === "checkbox" && !field.checked;
    if (field.name.includes(prefix) && !isOff) form.append(field.name, field.value);
  }
  form.append("prefix", prefix);
  return form;
};

// What belongs to the page's form and not to the card goes over to the new one.
const takeOver = (card, fresh) => {
  const chosen = card.querySelector(".action-select");
  if (chosen) fresh.querySelector(".picture-known").prepend(chosen);
  const key = card.querySelector(`[name='${card.dataset.prefix}-id']`);
  if (key) fresh.querySelector(".picture-edit").append(key);
};

export const cardFrom = (html) => {
  const made = document.createElement("template");
  made.innerHTML = html;
  const card = made.content.querySelector("[data-card]");
  prepare(card);
  return card;
};

const save = async (card) => {
  const button = card.querySelector("[data-save]");
  const said = card.querySelector("[data-said]");
  button.disabled = true;
  let answer;
  try {
    answer = await fetch(card.dataset.card, {
      method: "POST",
      body: fieldsOf(card),
      headers: { "X-CSRFToken": token() },
      redirect: "error",
    });
  } catch {
    answer = null;
  }
  if (!answer || ![200, 422].includes(answer.status)) {
    said.textContent = button.dataset.lost;
    button.disabled = false;
    return;
  }
  const fresh = cardFrom(await answer.text());
  takeOver(card, fresh);
  card.replaceWith(fresh);
  const details = fresh.querySelector(".picture-edit");
  details.open = true;
  if (answer.ok) {
    fresh.querySelector("[data-said]").textContent = fresh.dataset.saved;
    details.querySelector("summary").focus();
  } else {
    fresh.classList.add("is-changed");
    fresh.querySelector(".errorlist ~ textarea, .errorlist ~ input")?.focus();
  }
};

for (const card of document.querySelectorAll("[data-card]")) prepare(card);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-save]");
  if (button) save(button.closest("[data-card]"));
});

document.addEventListener("input", (event) => {
  if (event.target.closest(".picture-edit")) {
    event.target.closest("[data-card]").classList.add("is-changed");
  }
});

// Enter in a line of a card would press the first button of the page's form; in a text it is a
// new line, and saves with Ctrl.
document.addEventListener("keydown", (event) => {
  const card = event.target.closest("[data-card]");
  if (!card || event.key !== "Enter" || !event.target.matches("input, textarea")) return;
  if (event.target.matches("textarea") && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  if (event.target.closest(".picture-edit")) save(card);
});

const openAll = document.querySelector("[data-open-all]");
if (openAll) {
  openAll.hidden = false;
  openAll.addEventListener("click", () => {
    const all = [...document.querySelectorAll(".picture-edit")];
    const isOpening = all.some((one) => !one.open);
    for (const one of all) one.open = isOpening;
  });
}

// A page that is left takes along what was typed and not saved: ask first.
let isSubmitting = false;
document.addEventListener("submit", () => {
  isSubmitting = true;
});
window.addEventListener("beforeunload", (event) => {
  if (!isSubmitting && document.querySelector("[data-card].is-changed")) event.preventDefault();
});

// Right after an upload the renditions may still be in the making.
const RETRIES = 6;
const PAUSE_MS = 1500;
document.addEventListener(
  "error",
  ({ target }) => {
    if (!target.matches?.(".picture-shown img")) return;
    const tries = Number(target.dataset.tries ?? 0);
    if (tries >= RETRIES) return;
    target.dataset.tries = tries + 1;
    setTimeout(() => {
      target.src = `${target.src.split("?")[0]}?again=${tries + 1}`;
    }, PAUSE_MS);
  },
  true,
);
