// The meeting view saves each row by itself. Without this file the same buttons post the page.
const form = document.querySelector("form[data-meeting]");
const status = form && form.querySelector("[data-meeting-status]");
const rowOf = (node) => node.closest("tr[data-row]");
const inputs = (row) => [...row.querySelectorAll("textarea, select, input:not([type=hidden])")];
const isTyped = (row) => inputs(row).some((input) => input.value.trim() !== "");
const say = (words) => { if (status) status.textContent = words; };
const tell = () => {
  const left = [...form.querySelectorAll("tr[data-row]")].filter(isTyped).length;
  say(left ? `${left === 1 ? "1 row is" : `${left} rows are`} not saved yet.` : "Everything typed is saved.");
};

const next = (row, name) => {
  let other = row.nextElementSibling;
  while (other && !other.querySelector("textarea")) other = other.nextElementSibling;
  const target = other && (other.querySelector(`[name$="-${name}"]`) || other.querySelector("textarea"));
  if (target) target.focus();
};

const save = async (row, name) => {
  if (!isTyped(row) || row.dataset.busy) return next(row, name);
  row.dataset.busy = "1";
  const body = new FormData();
  for (const field of new FormData(form)) {
    const own = field[0].startsWith(`${row.dataset.row}-`);
    if (own || ["csrfmiddlewaretoken", "minute", "held_on", "said_by"].includes(field[0])) body.append(...field);
  }
  const place = document.activeElement;
  if (name) next(row, name);
  try {
    const answer = await fetch(row.dataset.save, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
    if (![200, 409, 422].includes(answer.status)) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("tr[data-row]");
    if (!fresh) throw new Error("signed out");
    row.replaceWith(fresh);
    if (answer.status !== 200) {
      const at = fresh.querySelector("[aria-invalid], textarea");
      if (at) at.focus();
    } else if (!name && place && row.contains(place)) next(fresh, "words");
    tell();
    if (answer.status === 200) say(`${fresh.dataset.code || "The row"} is saved. ${status ? status.textContent : ""}`);
  } catch {
    delete row.dataset.busy;
    const note = row.querySelector("[data-row-note]");
    if (note) note.textContent = "Not saved: no connection, or you were signed out. What you typed is still here. Try again.";
    say("A row could not be saved.");
  }
};

if (form) {
  form.addEventListener("keydown", (event) => {
    const row = rowOf(event.target);
    if (!row || event.key !== "Enter" || event.shiftKey || event.target.matches("button, a")) return;
    event.preventDefault();
    const name = (event.target.name || "").split("-").pop();
    save(row, name);
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=save]");
    const row = button && rowOf(button);
    if (!row) return;
    event.preventDefault();
    save(row, "");
  });
  form.addEventListener("input", tell);
  window.addEventListener("beforeunload", (event) => {
    if ([...form.querySelectorAll("tr[data-row]")].some(isTyped) && !form.dataset.leaving) event.preventDefault();
  });
  form.addEventListener("submit", () => { form.dataset.leaving = "1"; });
}
