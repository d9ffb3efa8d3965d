// What the server cannot do: say whether the stream is open, keep what the reader unfolded when the
// board is drawn anew, and tell screen readers of the newest change.
"use strict";

(function () {
  const words = {
    connecting: "Connecting",
    open: "Live",
    waiting: "Reconnecting: this page may be behind",
    closed: "Not live: reload the page",
  };

  function connection(state) {
    const lamp = document.getElementById("connection");
    if (lamp === null || lamp.dataset.state === state) return;
    lamp.dataset.state = state;
    document.getElementById("connection-text").textContent = words[state];
  }

  connection("connecting");
  document.body.addEventListener("htmx:sseOpen", () => connection("open"));
  document.body.addEventListener("htmx:sseError", () => connection("waiting"));
  document.body.addEventListener("htmx:sseClose", () => connection("closed"));
  document.body.addEventListener("htmx:sendError", () => connection("waiting"));

  let unfolded = [];

  document.body.addEventListener("htmx:beforeSwap", () => {
    unfolded = Array.from(document.querySelectorAll("details[open]"), (element) => element.id);
  });

  document.body.addEventListener("htmx:afterSwap", () => {
    for (const id of unfolded) {
      const element = document.getElementById(id);
      if (element !== null) element.open = true;
    }
    knowledgeTime();
    announce();
  });

  function knowledgeTime() {
    const strip = document.querySelector(".strip");
    const known = document.getElementById("known");
    if (strip === null || known === null) return;
    known.textContent = strip.dataset.knownText;
    if (strip.dataset.known !== "") known.setAttribute("datetime", strip.dataset.known);
  }

  let announced = null;

  function announce() {
    const fresh = document.querySelectorAll(".stories .new").length;
    const first = document.querySelector(".stories .reason");
    const announcement = document.getElementById("announcement");
    if (fresh === 0 || first === null || announcement === null) return;
    if (announced === first.textContent) return;
    announced = first.textContent;
    announcement.textContent = "New change: " + announced;
  }
})();
