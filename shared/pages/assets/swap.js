// Sends a form as it stands and takes parts of the page that answers in the place of the same parts here. What is typed
// while it is on its way stays, in the field of that name, or of the name that the field has got by the answer.

const turns = new WeakMap();

export async function swap(form, button, parts, renamed = (name) => name) {
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
    const goOn = keep(here, there, sent, renamed);
    here.replaceWith(there);
    goOn();
    there.dispatchEvent(new CustomEvent("swapped", { bubbles: true }));
  }
  return true;
}

const TYPED = "textarea, input:not([type=radio], [type=checkbox], [type=file], [type=hidden])";

// What puts whoever is typing back to where they were, as soon as the new part is there.
function keep(here, there, sent, renamed) {
  let goOn = () => {};
  for (const field of here.querySelectorAll(TYPED)) {
    if (!field.name) continue;
    const same = there.querySelector(`[name="${CSS.escape(renamed(field.name))}"]`);
    if (!same?.matches(TYPED)) continue;
    if (field.value !== sent.get(field.name)) same.value = field.value;
    if (field !== document.activeElement) continue;
    const { selectionStart: start, selectionEnd: end } = field;
    goOn = () => {
      same.focus({ preventScroll: true });
      // Not every type of field has a selection.
      if (start !== null && same.type === field.type) same.setSelectionRange(start, end);
    };
  }
  return goOn;
}
