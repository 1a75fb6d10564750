// Keys for the check page. Everything has a button too.
const open = () => [...document.querySelectorAll("[data-doubt]")];
let at = -1;

const show = (index) => {
  const doubts = open();
  document.querySelectorAll(".ju-read--now").forEach((node) => node.classList.remove("ju-read--now"));
  if (!doubts.length) { document.querySelector("#check-progress a, #check-progress button")?.focus(); return; }
  at = Math.max(0, Math.min(doubts.length - 1, index));
  const doubt = doubts[at];
  doubt.closest(".ju-read")?.classList.add("ju-read--now");
  const target = doubt.querySelector("button, select, a");
  target?.focus({ preventScroll: true });
  doubt.scrollIntoView({ block: "center" });
};

const typing = (node) => node.matches?.("input, textarea, select");

document.addEventListener("keydown", (event) => {
  if (typing(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "n") { event.preventDefault(); show(at + 1); }
  else if (event.key === "p") { event.preventDefault(); show(at - 1); }
  else if (event.key === "a") { const button = open()[Math.max(at, 0)]?.querySelector("[data-check-key=a], button"); if (button) { event.preventDefault(); button.click(); } }
  else if (event.key === "u") { const button = document.querySelector("[data-check-key=u]"); if (button) { event.preventDefault(); button.click(); } }
});

// After a step the next doubt gets the focus, so that a whole page can be done from the keyboard.
let waiting = false;
document.addEventListener("submit", (event) => { if (event.target.closest("#check")) waiting = true; });
new MutationObserver(() => {
  if (!waiting) return;
  waiting = false;
  requestAnimationFrame(() => show(Math.max(at, 0)));
}).observe(document.querySelector("main"), { childList: true, subtree: true });

// Rich text from the clipboard keeps its table.
document.querySelector("textarea[name=pasted]")?.addEventListener("paste", (event) => {
  const rich = event.clipboardData?.getData("text/html");
  const hidden = document.querySelector("input[name=pasted_html]");
  if (rich && hidden) hidden.value = rich;
});
