// The way out of the public pages: at once, and with one page less in the history. Old browsers too.
(function () {
  var link = document.getElementById("leave");
  if (!link) return;
  var pressed = 0, last = 0;
  function leave(event) {
    if (event && event.preventDefault) event.preventDefault();
    document.title = "…";
    document.body.style.display = "none";
    window.location.replace(link.href);
  }
  link.addEventListener("click", leave);
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" && event.key !== "Esc" && event.keyCode !== 27) return;
    var now = new Date().getTime();
    pressed = now - last < 2000 ? pressed + 1 : 1;
    last = now;
    if (pressed >= 3) leave();
  });
  // A page that comes back from the browser's memory is asked for again.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) window.location.reload();
  });
})();
