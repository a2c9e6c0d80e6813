// Drafts: what is typed is kept by the portal as one types, so that it is there after signing out and on another device. The
// texts are in the page, in its language.

// How long after the last key it is saved.
const PAUSE = 1200;
const reader = document.body.dataset.reader;

for (const form of document.querySelectorAll("form[data-place]")) keep(form);

// What this tab remembers of a form goes with its draft: see portal.js.
for (const form of document.querySelectorAll("form[data-discard]")) {
  form.addEventListener("submit", () => forget(form.dataset.discard));
}

function forget(form) {
  sessionStorage.removeItem(`draft ${reader} ${form}`);
}

function keep(form) {
  const address = `/drafts/${form.dataset.place}`;
  const box = form.querySelector("[data-draft-box]");
  const [said, newer, why, theirs, take, mine] = ["said", "newer", "why", "theirs"]
    .map((part) => box.querySelector(`[data-draft-${part}]`))
    .concat([...box.querySelectorAll("[data-take], [data-keep]")]);
  const texts = box.dataset;
  const version = form.elements.namedItem("draft");
  let timer = 0;
  let isChanged = false;
  // Another device was quicker, and nobody has said yet what is to become of it.
  let isHeld = false;
  let isLeaving = false;
  let running = null;

  async function send(keepalive) {
    const body = new URLSearchParams(new FormData(form));
    const post = (to) => fetch(to, { method: "POST", body, headers: { Accept: "application/json" }, keepalive });
    const answer = await post(address);
    // Writing may take longer than an access token lasts: the same request goes by way of its renewal.
    return answer.status === 401 ? post(`/session/refresh?to=${encodeURIComponent(address)}`) : answer;
  }

  async function saveAll() {
    while (isChanged && !isHeld) {
      isChanged = false;
      said.textContent = texts.saving;
      let answer;
      try {
        answer = await send(false);
      } catch {
        answer = null;
      }
      if (answer?.ok) {
        version.value = (await answer.json()).version;
        form.dispatchEvent(new CustomEvent("saved", { detail: { isChanged } }));
        said.textContent = texts.saved;
      } else if (answer?.status === 409) {
        isChanged = true;
        await hold();
      } else {
        isChanged = true;
        const told = await answer?.json().catch(() => null);
        said.textContent = told?.errors?.[0]?.detail ?? texts.failed;
        break;
      }
    }
  }

  function save() {
    clearTimeout(timer);
    running ??= saveAll().finally(() => (running = null));
    return running;
  }

  // Shows what was written elsewhere, beside what stands here: nothing is taken over by itself.
  async function hold() {
    isHeld = true;
    const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
    const there = answer?.ok ? await answer.json() : null;
    if (there && isSame(there.fields)) {
      // It was saved from here after all, as this page was left.
      version.value = there.version;
      isHeld = isChanged = false;
      form.dispatchEvent(new CustomEvent("saved", { detail: { isChanged } }));
      said.textContent = texts.saved;
      return;
    }
    const value = (name) => there?.fields.find((field) => field.name === name)?.value ?? "";
    const text = ["title", "description", "text", "reason"].map(value).filter(Boolean).join("\n\n");
    why.textContent = there ? texts.newer : texts.gone;
    theirs.textContent = text;
    theirs.hidden = !text;
    take.hidden = !there;
    mine.dataset.version = there?.version ?? 0;
    said.textContent = "";
    newer.hidden = false;
  }

  function isSame(fields) {
    const own = ([name]) => !["csrf", "idempotency_key", "draft", "company", "decision", "solution"].includes(name);
    const text = (pairs) => pairs.map(([name, value]) => `${name}=${value.replaceAll("\r\n", "\n")}`).sort().join("\n");
    return text([...new FormData(form)].filter(own)) === text(fields.map(({ name, value }) => [name, value]));
  }

  function changed() {
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  }

  take.addEventListener("click", () => {
    isLeaving = true;
    forget(`${texts.address.split("?")[0]} ${form.dataset.draft}`);
    location.assign(texts.address);
  });
  mine.addEventListener("click", () => {
    version.value = mine.dataset.version;
    newer.hidden = true;
    isHeld = false;
    isChanged = true;
    save();
    form.querySelector("[data-save]").focus();
  });

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("attached", changed);
  addEventListener("online", () => isChanged && save());
  addEventListener("pagehide", () => isChanged && !isHeld && !isLeaving && send(true).catch(() => {}));
  addEventListener("pageshow", (event) => event.persisted && (isLeaving = false));
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (event.submitter?.hasAttribute("data-save")) {
      event.preventDefault();
      isChanged = true;
      save();
    } else if (running) {
      // What is on its way to be saved must not come back behind what is sent.
      event.preventDefault();
      const { submitter } = event;
      running.then(() => form.requestSubmit(submitter));
    } else {
      isLeaving = true;
    }
  });
  // This tab remembered more than the portal had when it made the page.
  if (form.dataset.restored) {
    isChanged = true;
    save();
  }
}
