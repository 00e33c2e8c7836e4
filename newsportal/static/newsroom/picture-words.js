// The lead picture's own words come into the empty fields as soon as it is chosen. The server
// does the same on saving; what was typed is never replaced.

const NAMES = ["caption", "credit", "alt"];
const select = document.querySelector("select[data-words]");

const choose = async () => {
  const key = select.value;
  if (!/^\d+$/.test(key)) return;
  let words;
  try {
    const answer = await fetch(select.dataset.words.replace("/0/", `/${key}/`), { redirect: "error" });
    if (!answer.ok) return;
    words = await answer.json();
  } catch {
    return;
  }
  if (select.value !== key) return;
  for (const name of NAMES) {
    const field = document.getElementById(`id_lead_${name}`);
    // What came with the picture before goes with it.
    const isOurs = field.dataset.brought !== undefined && field.value === field.dataset.brought;
    if (field.value.trim() !== "" && !isOurs) continue;
    field.value = words[name];
    field.dataset.brought = words[name];
  }
};

// The select is jQuery's: its changes are no events of the document.
if (select && window.django?.jQuery) window.django.jQuery(select).on("change", choose);
