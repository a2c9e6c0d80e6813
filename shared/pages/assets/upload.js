// Attaching files: a line per file with its progress, and a hidden field once it has arrived. The texts are in
// the page, in its language.

import { Transfer } from "./transfer.js";

const reader = document.body.dataset.reader ?? "";
const lang = document.documentElement.lang;

function size(bytes) {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), 3);
  const value = bytes / 1000 ** step;
  const unit = { style: "unit", unit: units[step], unitDisplay: step ? "short" : "long" };
  return new Intl.NumberFormat(lang, { ...unit, maximumFractionDigits: step && value < 10 ? 1 : 0 }).format(value);
}

// All that is on its way in a form: it may have several places to attach files to.
const forms = new WeakMap();
function sending(form) {
  if (!forms.has(form)) forms.set(form, watch(form));
  return forms.get(form);
}

for (const box of document.querySelectorAll("[data-files]")) attach(box);
document.addEventListener("swapped", (event) => event.target.querySelectorAll("[data-files]").forEach(attach));

function watch(form) {
  const running = new Set();
  const transfers = new Set();
  const wait = document.createElement("p");
  wait.className = "wait";
  wait.setAttribute("role", "status");
  form.append(wait);
  const settle = () => {
    const busy = running.size > 0;
    wait.textContent = busy ? form.querySelector("template[data-texts]").dataset.wait : "";
    for (const button of form.querySelectorAll("button:not([type])")) {
      if (busy) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  };
  // In the capturing phase, so that nothing else takes the form for sent.
  form.addEventListener(
    "submit",
    (event) => {
      if (running.size) {
        event.preventDefault();
        event.stopPropagation();
      } else {
        for (const transfer of transfers) transfer.forget();
      }
    },
    true,
  );
  // Leaving now would break off what is under way; choosing the file again would go on from there.
  addEventListener("beforeunload", (event) => running.size && event.preventDefault());
  return { running, transfers, settle, wait };
}

function attach(box) {
  const form = box.closest("form");
  const list = box.querySelector(".file-list");
  const input = box.querySelector("input[type=file]");
  const live = box.querySelector("[data-live]");
  const row = box.querySelector("template[data-row]").content.firstElementChild;
  const texts = box.querySelector("template[data-texts]").dataset;
  const { running, transfers, settle, wait } = sending(form);

  const attached = () => form.dispatchEvent(new CustomEvent("attached"));

  box.querySelector("[data-chooser]").hidden = false;
  for (const line of list.children) {
    const remove = line.querySelector("[data-remove]");
    remove.hidden = false;
    remove.addEventListener("click", () => {
      line.remove();
      attached();
    });
  }

  function add(files) {
    for (const file of files) {
      if (list.children.length >= Number(box.dataset.max)) {
        wait.textContent = texts.tooMany;
        break;
      }
      start(file);
    }
  }

  function start(file) {
    const line = row.cloneNode(true);
    const [name, bytes, bar, state] = [".file-name", ".file-size", "progress", ".file-state"].map((part) =>
      line.querySelector(part),
    );
    const [retry, remove] = [line.querySelector("[data-retry]"), line.querySelector("[data-remove]")];
    name.textContent = file.name;
    bytes.textContent = size(file.size);
    bar.setAttribute("aria-label", file.name);
    list.append(line);

    const say = (text) => (state.textContent = text);
    let sending = texts.sending;
    const transfer = new Transfer(file, form.elements.csrf.value, reader, {
      checking: () => say(texts.checking),
      sending: () => say(sending),
      paused: () => say(texts.paused),
      resumed: () => say((sending = texts.resumed)),
      progress: (share) => (bar.value = share * 100),
    });
    transfers.add(transfer);

    async function run() {
      retry.hidden = true;
      line.classList.remove("is-failed");
      running.add(transfer);
      settle();
      try {
        const id = await transfer.run();
        line.classList.add("is-done");
        remove.textContent = texts.remove;
        line.append(Object.assign(document.createElement("input"), { type: "hidden", name: box.dataset.files, value: id }));
        say(texts.done);
        attached();
      } catch (error) {
        if (transfer.signal.aborted) return;
        line.classList.add("is-failed");
        retry.hidden = false;
        say(error.message && error.message !== "network" ? `${texts.failed} – ${error.message}` : texts.failed);
      } finally {
        running.delete(transfer);
        settle();
      }
      // Said once, when it is over: a percentage read out ten times a second helps nobody.
      live.textContent = `${file.name} – ${state.textContent}`;
    }
    retry.addEventListener("click", run);
    remove.addEventListener("click", () => {
      transfer.cancel();
      transfers.delete(transfer);
      line.remove();
      attached();
      input.focus();
    });
    run();
  }

  input.addEventListener("change", () => {
    add(input.files);
    // So that choosing the same file again is a change too.
    input.value = "";
  });
  // What is dropped or pasted anywhere in the form is attached to the message itself, unless it falls on a question.
  const target = box.dataset.files === "attachments" ? form : box;
  target.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    add(event.clipboardData.files);
  });
  target.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    event.stopPropagation();
    box.classList.add("is-over");
  });
  target.addEventListener("dragleave", () => box.classList.remove("is-over"));
  target.addEventListener("drop", (event) => {
    box.classList.remove("is-over");
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    add(event.dataTransfer.files);
  });
}
