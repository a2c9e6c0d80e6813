// The questions of a form: shown when they are asked, and brought in when product and type are chosen.

import { swap } from "./swap.js";

// What decides whether a question is asked: the code chosen, yes or no for a box, nothing where it is not asked itself.
function code(part, name) {
  const fields = [...part.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
  if (fields.length === 0 || fields[0].closest("[data-asked]")?.hidden) return undefined;
  if (fields[0].type === "checkbox") return fields[0].checked ? "yes" : "no";
  if (fields[0].type === "radio") return fields.find((field) => field.checked)?.value;
  return fields[0].value;
}

function settle(part) {
  for (const question of part.querySelectorAll("[data-asked]")) {
    question.hidden = !question.dataset.codes.split(" ").includes(code(part, question.dataset.asked));
    const when = question.querySelector(".asked-if");
    if (when) when.hidden = true;
  }
}

const parts = (element) => [...element.querySelectorAll("[data-questions]"), ...(element.matches("[data-questions]") ? [element] : [])];
parts(document.body).forEach(settle);
document.addEventListener("swapped", (event) => parts(event.target).forEach(settle));
document.addEventListener("change", (event) => {
  const part = event.target.closest("[data-questions]");
  if (part) settle(part);
});

for (const form of document.querySelectorAll("form[data-choose]")) {
  const button = form.querySelector("button[name=show]");
  if (!button) continue;
  // No longer what the Enter key presses.
  button.type = "button";
  button.hidden = true;
  const said = form.querySelector("[data-said]");
  const tag = () => form.elements.namedItem("form")?.value;
  form.addEventListener("change", async (event) => {
    if (!event.target.matches("[name=product], [name=case_type]")) return;
    const before = tag();
    if (!(await swap(form, button, ["new-form"]))) {
      button.type = "submit";
      form.requestSubmit(button);
    } else if (tag() !== before) {
      said.textContent = form.querySelector(".questions") ? said.dataset.said : "";
    }
  });
}
