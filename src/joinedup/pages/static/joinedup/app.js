// Comfort only: every page works without this file.
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

const govuk = one("script[data-govuk]")?.dataset.govuk;
if (govuk) import(govuk).then((frontend) => frontend.initAll()).catch(() => {});

const typing = (node) => node.matches?.("input, textarea, select, [contenteditable=true]");

// Words not yet saved are kept on the server a moment after the last key.
for (const form of all("form[data-draft-url]")) {
  let timer = 0;
  let changed = false;
  const say = (words) => { const place = one("[data-draft-status]", form); if (place) place.textContent = words; };
  const keep = () => {
    if (!changed) return;
    changed = false;
    const body = new FormData(form);
    for (const input of all("input[type=file], input[type=password]", form)) body.delete(input.name);
    fetch(form.dataset.draftUrl, { method: "POST", body, keepalive: true, headers: { "X-Requested-With": "fetch" } })
      .then((answer) => say(answer.ok ? "What you typed is kept as a draft." : "Not kept yet. Save before you leave."))
      .catch(() => { changed = true; say("No connection. What you typed is still here; save when it is back."); });
  };
  form.addEventListener("input", () => { changed = true; clearTimeout(timer); timer = setTimeout(keep, 2000); });
  form.addEventListener("submit", () => { changed = false; clearTimeout(timer); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
}

for (const button of all("[data-print]")) button.addEventListener("click", () => window.print());

for (const button of all("[data-copy]")) {
  button.addEventListener("click", async () => {
    const before = button.textContent;
    try { await navigator.clipboard.writeText(button.dataset.copy); button.textContent = "Copied"; }
    catch { button.textContent = "Select it and press Ctrl and C"; }
    setTimeout(() => { button.textContent = before; }, 3000);
  });
}

// One tick for all rows of a table.
for (const box of all("[data-tick-all]")) {
  const boxes = () => all("tbody input[type=checkbox]", box.closest("table"));
  box.addEventListener("change", () => boxes().forEach((other) => { other.checked = box.checked; }));
}

// A file dropped on the zone lands in the ordinary file field.
for (const zone of all("[data-drop]")) {
  const input = one("input[type=file]", zone);
  if (!input) continue;
  const over = (event, on) => { event.preventDefault(); zone.classList.toggle("ju-drop--over", on); };
  zone.addEventListener("dragover", (event) => over(event, true));
  zone.addEventListener("dragleave", (event) => over(event, false));
  zone.addEventListener("drop", (event) => {
    over(event, false);
    if (!event.dataTransfer?.files.length) return;
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.focus();
  });
}

// The meeting grid: arrows move between cells; in a text, only from its first or last place.
const cellOf = (node) => node.closest("td, th");
const into = (cell) => {
  const target = one("textarea, select, input:not([type=hidden]), a, button", cell);
  if (target) { target.focus(); return true; }
  if (cell.hasAttribute("tabindex")) { cell.focus(); return true; }
  return false;
};
const stays = (node, key) => {
  if (node.matches("select") && (key === "ArrowUp" || key === "ArrowDown")) return true;
  if (!node.matches("textarea, input:not([type=checkbox]):not([type=radio])") || node.selectionStart === null) return false;
  const end = node.value.length;
  if (key === "ArrowLeft") return node.selectionStart > 0 || node.selectionEnd > 0;
  if (key === "ArrowRight") return node.selectionEnd < end;
  if (key === "ArrowUp") return node.value.lastIndexOf("\n", node.selectionStart - 1) !== -1;
  return node.value.indexOf("\n", node.selectionEnd) !== -1;
};
for (const grid of all("table[data-grid]")) {
  grid.addEventListener("keydown", (event) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || stays(event.target, event.key)) return;
    const cell = cellOf(event.target);
    const rows = [...grid.rows];
    let row = rows.indexOf(cell.parentElement);
    let column = cell.cellIndex;
    for (;;) {
      row += step[0];
      column += step[1];
      const next = rows[row]?.cells[column];
      if (!rows[row] || column < 0 || column > 40) return;
      if (next && into(next)) { event.preventDefault(); return; }
    }
  });
}

// j and k move down and up a table's rows, Enter opens, / searches, ? lists the keys.
let here = null;
const moveRow = (by) => {
  const rows = all("table[data-rows] tbody tr:not(.ju-section)");
  if (!rows.length) return;
  const focused = document.activeElement?.closest?.("table[data-rows] tbody tr");
  const at = rows.indexOf(focused || here);
  here?.classList.remove("ju-here");
  here = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  here.classList.add("ju-here");
  const link = one("a, button, input", here);
  link?.focus();
  here.scrollIntoView({ block: "nearest" });
};
const KEYS = [["j", "Next row of a table"], ["k", "Row before"], ["Enter", "Open the row"], ["/", "Go to search"], ["?", "Show these keys"], ["← ↑ ↓ →", "Move between cells in the meeting view"]];
const help = () => {
  let box = one("dialog.ju-help");
  if (!box) {
    box = document.createElement("dialog");
    box.className = "ju-help";
    box.setAttribute("aria-labelledby", "keys-title");
    const title = Object.assign(document.createElement("h2"), { id: "keys-title", className: "govuk-heading-m", textContent: "Keyboard shortcuts" });
    const list = document.createElement("dl");
    for (const [key, what] of [...KEYS, ...all("[data-key]").map((node) => [node.dataset.key, node.dataset.keyDoes || node.textContent.trim()])]) {
      const term = document.createElement("dt");
      term.append(Object.assign(document.createElement("kbd"), { textContent: key }));
      list.append(term, Object.assign(document.createElement("dd"), { textContent: what }));
    }
    const close = Object.assign(document.createElement("button"), { type: "button", className: "govuk-button", textContent: "Close" });
    close.addEventListener("click", () => box.close());
    box.append(title, list, close);
    document.body.append(box);
  }
  box.showModal();
};
for (const button of all("[data-keys]")) button.addEventListener("click", help);
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || typing(event.target) || one("dialog[open]")) return;
  const own = all("[data-key]").find((node) => node.dataset.key === event.key);
  if (own) { event.preventDefault(); own.click(); }
  else if (event.key === "j") moveRow(1);
  else if (event.key === "k") moveRow(-1);
  else if (event.key === "?") help();
  else if (event.key === "/") { const box = one("[data-search]"); if (box) { event.preventDefault(); box.focus(); } }
});
