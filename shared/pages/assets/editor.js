// The editor of a form: its buttons work in place, and the preview follows what is typed.

import { swap } from "./swap.js";

const form = document.querySelector("form[data-editor]");
const preview = form.querySelector("button[value=preview]");

// Where the focus goes after a button: to the same one, where it has moved to.
function next(value) {
  const [what, at, choice] = value.split(".");
  const questions = form.querySelectorAll(".question-edit").length;
  switch (what) {
    case "add":
      return `form-fields/${questions - 1}/key`;
    case "up":
      return `do-up.${at - 1}`;
    case "down":
      return `do-down.${Number(at) + 1}`;
    case "add-choice":
      return `form-fields/${at}/choices/${form.querySelectorAll(`.question-edit:nth-of-type(${Number(at) + 1}) .choice-edit`).length - 1}/code`;
    case "remove-choice":
      return `do-add-choice.${at}`;
    default:
      return choice ?? "do-add";
  }
}

async function run(button) {
  const { value } = button;
  const parts = value === "preview" ? ["preview"] : ["questions", "preview"];
  if (!(await swap(form, button, parts))) {
    form.requestSubmit(button);
    return;
  }
  if (value === "preview") return;
  const there = document.getElementById(next(value));
  (there?.disabled ? document.getElementById("do-add") : there)?.focus();
}

form.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=do]");
  if (!button) return;
  event.preventDefault();
  run(button);
});

let waiting;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => swap(form, preview, ["preview"]), 500);
});
