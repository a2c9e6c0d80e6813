// What every page gains from scripts. Each part stands alone, and the page works without any of them.

const all = (selector) => document.querySelectorAll(selector);

// What was done a moment ago is said once: not again on reload, nor under a bookmark.
if (document.querySelector("[data-done]")) {
  const address = new URL(location.href);
  address.searchParams.delete("done");
  history.replaceState(history.state, "", address);
}

// The browser knows the time zone one is in; who is elsewhere by right corrects it.
for (const input of all("#register-zone")) {
  input.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}

for (const button of all("[data-copy]")) {
  // Browsers offer the clipboard only over a secure connection.
  if (!navigator.clipboard) break;
  button.hidden = false;
  const label = button.querySelector("span");
  const text = label.textContent;
  label.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    label.textContent = button.dataset.copied;
    setTimeout(() => (label.textContent = text), 2000);
  });
}

for (const button of all("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

for (const input of all("input[data-show]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = input.dataset.show;
  button.setAttribute("aria-controls", input.id);
  button.addEventListener("click", () => {
    const show = input.type === "password";
    input.type = show ? "text" : "password";
    button.textContent = show ? input.dataset.hide : input.dataset.show;
  });
  // A password left readable would be offered again as ordinary text.
  input.form.addEventListener("submit", () => (input.type = "password"));
  const wrapper = document.createElement("div");
  wrapper.className = "secret";
  input.replaceWith(wrapper);
  wrapper.append(input, button);
}

// Who never chose a time zone is offered that of their browser.
for (const select of all("select[data-guess-zone]")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const option = [...select.options].find((option) => option.value === zone);
  if (option) option.selected = true;
}

// A second press on the button sends nothing twice. The server would see to that too, by the idempotency key.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  if (event.defaultPrevented) return;
  form.dataset.sent = "yes";
  for (const button of form.querySelectorAll("button:not([type])")) button.setAttribute("aria-disabled", "true");
});

// Going back may show the page as it was left, its button still asleep. What is sent unchanged from there was
// sent already; what is typed anew is something else, and gets a key of its own.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of all("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
    const renew = () => (form.elements.idempotency_key.value += "-again");
    if (form.elements.idempotency_key) form.addEventListener("input", renew, { once: true });
  }
});

// Drafts: what is typed stays with this tab, by reader and by form, until it was sent and accepted. They are
// kept in the tab's own storage and not in the browser's, so that nobody finds them on a shared computer.
const drafts = sessionStorage;
const SENT = "draft-sent";
if (document.querySelector("[data-done]")) drafts.removeItem(drafts.getItem(SENT) ?? "");
drafts.removeItem(SENT);

const reader = document.body.dataset.reader;
const casePath = location.pathname.split("/").slice(0, 3).join("/");
for (const form of reader ? all("form[data-draft]") : []) {
  const key = `draft ${reader} ${casePath} ${form.dataset.draft}`;
  // Asked for anew each time: the questions of a form come and go with what is chosen.
  const fields = () => [...form.elements].filter((field) => field.matches("textarea, input[type=text]"));
  const kept = () => JSON.parse(drafts.getItem(key) ?? "{}");
  // The version of the portal's draft that this goes on from: see drafts.js. What is left here was not saved there; if something
  // else was meanwhile, saving it says so.
  const draft = form.elements.namedItem("draft");
  const restore = () => {
    const texts = kept();
    for (const field of fields()) {
      const text = texts[field.name];
      if (!text || text === field.value) continue;
      field.value = text;
      form.dataset.restored = "yes";
      field.closest("details")?.setAttribute("open", "");
    }
    if (form.dataset.restored && texts.draft) draft.value = texts.draft;
  };
  const remember = () => {
    // What was typed into a question that is not there now waits for it.
    const { draft: _, ...texts } = kept();
    for (const field of fields()) {
      if (field.value.trim()) texts[field.name] = field.value;
      else delete texts[field.name];
    }
    if (Object.keys(texts).length) drafts.setItem(key, JSON.stringify({ ...texts, draft: draft.value }));
    else drafts.removeItem(key);
  };
  restore();
  form.addEventListener("swapped", restore);
  form.addEventListener("input", remember);
  form.addEventListener("saved", ({ detail }) => (detail.isChanged ? remember() : drafts.removeItem(key)));
  form.addEventListener("submit", () => drafts.setItem(SENT, key));
}
