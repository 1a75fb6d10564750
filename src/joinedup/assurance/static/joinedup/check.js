// Keys for the check page; each is a button too. Keys themselves are pressed by app.js (data-key).
const open = () => [...document.querySelectorAll("[data-doubt]")];
let at = -1;

const show = (index) => {
  const doubts = open();
  document.querySelectorAll(".ju-read--now").forEach((node) => node.classList.remove("ju-read--now"));
  if (!doubts.length) { document.querySelector("#check-progress a, #check-progress button")?.focus(); return; }
  at = Math.max(0, Math.min(doubts.length - 1, index));
  const doubt = doubts[at];
  doubt.closest(".ju-read")?.classList.add("ju-read--now");
  doubt.querySelector("select, button, a")?.focus({ preventScroll: true });
  doubt.scrollIntoView({ block: "center" });
};

// "Right" settles a value. A question is never answered by a key alone: its first answer gets the focus.
const right = () => {
  const doubt = open()[Math.max(at, 0)];
  const button = doubt?.querySelector("[data-check-right]");
  if (button) button.click();
  else show(Math.max(at, 0));
};

document.addEventListener("click", (event) => {
  const go = event.target.closest?.("[data-check-go]")?.dataset.checkGo;
  if (go === "next") show(at + 1);
  else if (go === "before") show(at - 1);
  else if (go === "right") right();
});

// After a step the next doubt gets the focus, and what is left is said aloud.
let waiting = false;
let timer = 0;

// One step at a time: an answer that arrives late must not show an earlier state.
const busy = (is) => {
  clearTimeout(timer);
  const hold = () => { const check = document.querySelector("#check"); if (check) check.inert = is && waiting; };
  if (is) setTimeout(hold, 0); else hold();
  if (is) timer = setTimeout(() => { waiting = false; busy(false); }, 5000);
};
document.addEventListener("submit", (event) => {
  if (!event.target.closest("#check")) return;
  waiting = true;
  busy(true);
  const here = open().indexOf(event.target.closest("[data-doubt]"));
  if (here >= 0) at = here;
});
new MutationObserver(() => {
  if (!waiting) return;
  waiting = false;
  requestAnimationFrame(() => {
    busy(false);
    show(Math.max(at, 0));
    const said = document.querySelector("#check-said");
    if (said) said.textContent = document.querySelector("#check-progress p")?.textContent ?? "";
  });
}).observe(document.querySelector("main"), { childList: true, subtree: true });

// Rich text from the clipboard keeps its table.
document.querySelector("textarea[name=pasted]")?.addEventListener("paste", (event) => {
  const rich = event.clipboardData?.getData("text/html");
  const hidden = document.querySelector("input[name=pasted_html]");
  if (rich && hidden) hidden.value = rich;
});
