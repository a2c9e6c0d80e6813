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

// What the buttons have done since the page came.
const edits = [];

const places = (text) => (text.match(/\d+/g) ?? []).map(Number);

// Where an edit leaves what stands at a place; -1 if it takes it away.
function after(place, what, at) {
  switch (what) {
    case "up":
      return place === at ? at - 1 : place === at - 1 ? at : place;
    case "down":
      return after(place, "up", at + 1);
    case "remove":
      return place === at ? -1 : place > at ? place - 1 : place;
    default:
      return place;
  }
}

// A field's name or a button's value after an edit; nothing if they are gone. Their numbers are the place of a question, and
// that of a choice in it.
function moved(text, edit) {
  const [what] = edit.split(".");
  const [at, nth] = places(edit);
  const [question, choice] = places(text);
  const to =
    what === "remove-choice"
      ? [question, question === at ? after(choice, "remove", nth) : choice]
      : [after(question, what, at), choice];
  return to.includes(-1) ? "" : text.replace(/\d+/g, () => to.shift());
}

// Whether something was typed since the form was last sent.
let isBehind = false;
function send(button, parts, renamed) {
  isBehind = false;
  return swap(form, button, parts, renamed);
}

const follow = () => send(preview, ["preview"]);

async function run(value) {
  const button = form.querySelector(`button[name=do][value="${value}"]:enabled`);
  // An earlier press has taken it away, or as far as it goes.
  if (!button) return;
  const parts = button === preview ? ["preview"] : ["questions", "preview"];
  const renamed = (name) => (name.startsWith("fields/") ? moved(name, value) : name);
  if (!(await send(button, parts, renamed))) return form.requestSubmit(button);
  if (button === preview) return;
  edits.push(value);
  // Who has gone elsewhere meanwhile stays there.
  if (document.activeElement !== document.body) return;
  const there = document.getElementById(next(value));
  (there?.disabled ? document.getElementById("do-add") : there)?.focus();
}

// Buttons and previews take turns, so that each sends the form as the one before has left it, and no answer is for nothing.
let last = Promise.resolve();
function inTurn(step) {
  last = last.then(step).catch(reportError);
}

let waiting;
form.addEventListener("input", () => {
  isBehind = true;
  clearTimeout(waiting);
  // What was sent with a button by then has been previewed with it.
  waiting = setTimeout(() => inTurn(() => isBehind && follow()), 500);
});

form.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=do]");
  if (!button) return;
  event.preventDefault();
  const { value } = button;
  const before = edits.length;
  inTurn(() => run(edits.slice(before).reduce(moved, value)));
});
