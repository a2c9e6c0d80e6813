// Reads a chosen sheet into the field it would otherwise be pasted into.
const field = document.querySelector("[data-sheet-file]");
const input = field?.querySelector("input");
const area = document.querySelector("#import-csv");

// Spreadsheets write UTF-8, or what Windows wrote before it.
const text = (bytes) => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

if (input && area) {
  field.hidden = false;
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (file) area.value = text(await file.arrayBuffer());
  });
}
