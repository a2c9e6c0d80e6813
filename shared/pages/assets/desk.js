// The desk by keyboard: j and k walk the cases, / filters this page, ? shows the keys. The focus moves, and
// nothing else: no row changes place under the cursor.

const tools = document.querySelector("[data-desk-tools]");
const filter = tools.querySelector("[data-filter]");
const help = document.querySelector("[data-keys-help]");
const nothing = document.querySelector("[data-no-match]");
const rows = [...document.querySelectorAll("[data-rows] tbody tr")];
const link = (row) => row.querySelector("a");

tools.hidden = rows.length === 0;

filter.addEventListener("input", () => {
  const words = filter.value.toLowerCase().split(/\s+/);
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
  }
  nothing.hidden = rows.some((row) => !row.hidden);
});

function walk(step) {
  const shown = rows.filter((row) => !row.hidden);
  const at = shown.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step;
  if (shown[next]) link(shown[next]).focus();
}

const keys = {
  j: () => walk(1),
  k: () => walk(-1),
  "/": () => filter.focus(),
  "?": () => help.showModal(),
};

tools.querySelector("[data-keys]").addEventListener("click", keys["?"]);

document.addEventListener("keydown", (event) => {
  if (event.target === filter && event.key === "Escape") {
    filter.value = "";
    filter.dispatchEvent(new Event("input"));
    filter.blur();
  }
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.target.matches("input, textarea, select") || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
