// Sends a form as it stands and takes parts of the page that answers in the place of the same parts here. What is typed
// while it is on its way stays.

const turns = new WeakMap();

export async function swap(form, button, parts) {
  const turn = (turns.get(form) ?? 0) + 1;
  turns.set(form, turn);
  const sent = new URLSearchParams(new FormData(form));
  sent.set(button.name, button.value);
  let page;
  try {
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body: sent, headers: { Accept: "text/html" } });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return false;
  }
  // A later one is under way.
  if (turns.get(form) !== turn) return true;
  const pairs = parts.map((id) => [document.getElementById(id), page.getElementById(id)]);
  if (pairs.some(([here, there]) => !here || !there)) return false;
  for (const [here, there] of pairs) {
    keep(here, there, sent);
    here.replaceWith(there);
    there.dispatchEvent(new CustomEvent("swapped", { bubbles: true }));
  }
  return true;
}

const TYPED = "textarea, input:not([type=radio], [type=checkbox], [type=file], [type=hidden])";

function keep(here, there, sent) {
  for (const field of here.querySelectorAll(TYPED)) {
    if (!field.name || field.value === sent.get(field.name)) continue;
    const same = there.querySelector(`[name="${CSS.escape(field.name)}"]`);
    if (same) same.value = field.value;
  }
}
