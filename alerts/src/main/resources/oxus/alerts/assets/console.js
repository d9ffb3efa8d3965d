// What the server cannot do: keys and sound, colours and times as the reader wants them, a pause that
// drops nothing, and whether the stream is open. Everything else works without it.
"use strict";

(function () {
  const store = {
    get(key) {
      try { return window.localStorage.getItem("oxus-" + key); } catch (refused) { return null; }
    },
    set(key, value) {
      try { window.localStorage.setItem("oxus-" + key, value); } catch (refused) { /* kept for this page only */ }
    },
  };

  // before the page is drawn, so that it does not flash
  const themes = ["auto", "dark", "light"];
  let theme = themes.includes(store.get("theme")) ? store.get("theme") : "auto";
  document.documentElement.dataset.theme = theme;

  const byId = (id) => document.getElementById(id);
  const all = (query, root) => Array.from((root || document).querySelectorAll(query));

  // ---- times ----

  const forms = ["UTC", "DTG", "local"];
  const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "local";
  let form = forms.includes(store.get("time")) ? store.get("time") : "UTC";
  const two = (number) => String(number).padStart(2, "0");

  function written(moment) {
    if (form === "DTG") {
      return two(moment.getUTCDate()) + two(moment.getUTCHours()) + two(moment.getUTCMinutes()) + "Z " +
        months[moment.getUTCMonth()] + " " + two(moment.getUTCFullYear() % 100);
    }
    if (form === "local") {
      const offset = -moment.getTimezoneOffset();
      const sign = offset < 0 ? "-" : "+";
      return moment.getFullYear() + "-" + two(moment.getMonth() + 1) + "-" + two(moment.getDate()) + " " +
        two(moment.getHours()) + ":" + two(moment.getMinutes()) + " " +
        sign + two(Math.floor(Math.abs(offset) / 60)) + ":" + two(Math.abs(offset) % 60);
    }
    return moment.toISOString().slice(0, 16).replace("T", " ") + " UTC";
  }

  function writeTimes(root) {
    for (const element of all("time[datetime]", root)) {
      const moment = new Date(element.getAttribute("datetime"));
      if (!Number.isNaN(moment.getTime())) element.textContent = written(moment);
    }
    const named = byId("zone");
    if (named !== null) named.textContent = form === "local" ? "of your zone, " + zone : form === "DTG" ? "date-time groups, UTC" : "UTC";
    const tool = byId("tool-time");
    if (tool !== null) tool.textContent = form === "local" ? zone : form;
  }

  function nextTime() {
    form = forms[(forms.indexOf(form) + 1) % forms.length];
    store.set("time", form);
    writeTimes(document);
  }

  // ---- colours ----

  function nextTheme() {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    store.set("theme", theme);
    showTheme();
  }

  function showTheme() {
    document.documentElement.dataset.theme = theme;
    byId("tool-theme").textContent = theme.charAt(0).toUpperCase() + theme.slice(1);
  }

  // ---- sound and notices: off until the reader wants them ----

  let sound = store.get("sound") === "on";
  let notices = store.get("notices") === "on";
  let audio = null;

  function showSwitches() {
    byId("tool-sound").textContent = sound ? "Sound on" : "Sound off";
    byId("tool-sound").setAttribute("aria-pressed", String(sound));
    byId("tool-notices").textContent = notices ? "Notices on" : "Notices off";
    byId("tool-notices").setAttribute("aria-pressed", String(notices));
  }

  function toggleSound() {
    sound = !sound;
    store.set("sound", sound ? "on" : "off");
    showSwitches();
    if (sound) beep();
  }

  function toggleNotices() {
    if (!notices && "Notification" in window && Notification.permission !== "granted") {
      Notification.requestPermission().then((answer) => {
        notices = answer === "granted";
        store.set("notices", notices ? "on" : "off");
        showSwitches();
      });
      return;
    }
    notices = !notices;
    store.set("notices", notices ? "on" : "off");
    showSwitches();
  }

  function beep() {
    try {
      audio = audio || new AudioContext();
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.setValueAtTime(660, audio.currentTime);
      tone.frequency.setValueAtTime(880, audio.currentTime + 0.12);
      volume.gain.setValueAtTime(0.12, audio.currentTime);
      volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.4);
      tone.connect(volume).connect(audio.destination);
      tone.start();
      tone.stop(audio.currentTime + 0.4);
    } catch (refused) { /* no sound on this machine */ }
  }

  function alarm(text) {
    if (sound) beep();
    if (notices && "Notification" in window && Notification.permission === "granted") {
      new Notification("Oxus: a level rose", { body: text, tag: "oxus" });
    }
  }

  // ---- the stream ----

  const words = {
    connecting: "Connecting",
    open: "Live",
    waiting: "Reconnecting: this page may be behind",
    closed: "Not live: reload the page",
  };

  function connection(state) {
    const lamp = byId("connection");
    if (lamp === null || lamp.dataset.state === state) return;
    lamp.dataset.state = state;
    byId("connection-text").textContent = words[state];
  }

  let paused = false;
  let held = 0;

  function showPause() {
    const button = byId("pause");
    const waiting = byId("waiting");
    if (button === null || waiting === null) return;
    button.hidden = byId("connection") === null;
    button.setAttribute("aria-pressed", String(paused));
    button.textContent = paused ? "Resume" : "Pause";
    waiting.hidden = !paused || held === 0;
    waiting.textContent = held + " new";
    waiting.title = "Show what came while paused";
  }

  function togglePause() {
    if (byId("connection") === null) return;
    paused = !paused;
    if (!paused) resume();
    showPause();
  }

  function resume() {
    paused = false;
    held = 0;
    byId("board").dispatchEvent(new CustomEvent("resume"));
  }

  function follow(body) {
    body.addEventListener("htmx:sseOpen", () => connection("open"));
    body.addEventListener("htmx:sseError", () => connection("waiting"));
    body.addEventListener("htmx:sseClose", () => connection("closed"));
    body.addEventListener("htmx:sendError", () => connection("waiting"));
    body.addEventListener("sse:change", () => {
      if (!paused) return;
      held += 1;
      showPause();
    });
    body.addEventListener("htmx:beforeRequest", (event) => {
      if (paused && event.target.id === "board") event.preventDefault();
    });

    let unfolded = [];
    let chosenId = null;
    let typed = {};
    body.addEventListener("htmx:beforeSwap", () => {
      unfolded = all("details[open]").map((element) => element.id);
      const active = document.activeElement;
      chosenId = active !== null && byId("board").contains(active) ? active.id : null;
      typed = Object.fromEntries(all(".filter select, .filter input").map((field) => [field.id, field.value]));
    });
    body.addEventListener("htmx:afterSwap", () => {
      for (const id of unfolded) {
        const element = byId(id);
        if (element !== null) element.open = true;
      }
      for (const [id, value] of Object.entries(typed)) {
        if (id !== "" && byId(id) !== null) byId(id).value = value;
      }
      if (chosenId && byId(chosenId) !== null) byId(chosenId).focus({ preventScroll: true });
      knowledgeTime();
      writeTimes(document);
      showPause();
      showScripted();
      announce();
    });
  }

  function knowledgeTime() {
    const strip = document.querySelector(".strip");
    const known = byId("known");
    if (strip === null || known === null) return;
    known.textContent = strip.dataset.knownText;
    if (strip.dataset.known !== "") known.setAttribute("datetime", strip.dataset.known);
  }

  let announced = null;

  function announce() {
    const fresh = document.querySelector(".stories .new");
    if (fresh === null) return;
    const story = fresh.closest(".story");
    const first = story.querySelector(".reason");
    const announcement = byId("announcement");
    if (first === null || announcement === null || announced === first.textContent) return;
    announced = first.textContent;
    announcement.textContent = "New change: " + announced;
    if (story.querySelector('[data-rises="true"]') !== null) alarm(announced);
  }

  // ---- keys ----

  const isTyping = (element) => element !== null && element.matches("input:not([type=range]), select, textarea, [contenteditable]");
  const rows = () => all(".story > .item h3 a, .story summary, .members .item h3 a, .history td.time a")
    .filter((element) => element.checkVisibility());

  function step(by) {
    const list = rows();
    if (list.length === 0) return;
    const at = list.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, at + by));
    list[next].focus();
    list[next].scrollIntoView({ block: "nearest" });
  }

  // what a page offers by data-key (acknowledge, note, silence) is pressed or focused
  function offered(key) {
    const chosen = document.activeElement.closest(".story, .item, tr");
    const element = (chosen && chosen.querySelector('[data-key="' + key + '"]')) || document.querySelector('[data-key="' + key + '"]');
    if (element === null) return false;
    const folded = element.closest("details");
    if (folded !== null) folded.open = true;
    if (isTyping(element)) element.focus(); else element.click();
    return true;
  }

  const commands = {
    "Times: UTC, date-time group, your zone": nextTime,
    "Colours: auto, dark, light": nextTheme,
    "Sound on or off": toggleSound,
    "Notices on or off": toggleNotices,
    "Pause or resume": togglePause,
    "Keys": () => byId("keys").showModal(),
    "Print": () => window.print(),
  };

  function onKey(event) {
    if (event.defaultPrevented || event.altKey || event.metaKey && event.key !== "k") return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      openPalette();
      return;
    }
    if (event.ctrlKey || document.querySelector("dialog[open]") !== null) return;
    if (event.key === "Escape") {
      const field = document.activeElement;
      // a field of a dialog that has just been closed is not typed in any more
      if (isTyping(field) && field.closest("dialog:not([open])") === null) field.blur();
      else if (window.location.pathname !== "/") window.location.assign("/");
      return;
    }
    if (isTyping(document.activeElement)) return;
    const actions = {
      j: () => step(1), k: () => step(-1), t: nextTime, m: toggleSound, p: togglePause, g: openPalette,
      "?": () => byId("keys").showModal(),
      "/": () => { const field = byId("filter-sector"); if (field !== null) { field.focus(); field.scrollIntoView({ block: "nearest" }); } },
      a: () => offered("a"), n: () => offered("n"), s: () => offered("s"),
    };
    const action = Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
    if (action === undefined) return;
    event.preventDefault();
    action();
  }

  // ---- command palette ----

  function fillPalette() {
    const list = byId("palette-list");
    for (const link of all("[data-go]")) list.append(option("page-" + link.dataset.go, link.dataset.go, () => window.location.assign(link.href)));
    for (const [name, action] of Object.entries(commands)) list.append(option("do-" + name, name, action));
    for (const sector of all("[data-href]", list)) sector.addEventListener("click", () => window.location.assign(sector.dataset.href));
    byId("palette-text").addEventListener("input", narrow);
    byId("palette").addEventListener("keydown", paletteKey);
  }

  function option(id, text, action) {
    const item = document.createElement("li");
    item.id = id.replace(/[^A-Za-z0-9-]+/g, "-");
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.textContent = text;
    item.addEventListener("click", () => { byId("palette").close(); action(); });
    return item;
  }

  const shownOptions = () => all("#palette-list li").filter((item) => !item.hidden);

  function choose(item) {
    for (const other of all("#palette-list li")) other.setAttribute("aria-selected", String(other === item));
    if (item === undefined) return;
    byId("palette-text").setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  function narrow() {
    const wanted = byId("palette-text").value.toLowerCase().split(/\s+/);
    for (const item of all("#palette-list li")) {
      const text = item.textContent.toLowerCase();
      item.hidden = !wanted.every((word) => text.includes(word));
    }
    choose(shownOptions()[0]);
  }

  function paletteKey(event) {
    const options = shownOptions();
    const at = options.findIndex((item) => item.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      choose(options[(at + by + options.length) % options.length]);
    }
    if (event.key === "Enter" && options[at] !== undefined) {
      event.preventDefault();
      options[at].click();
    }
  }

  function openPalette() {
    const palette = byId("palette");
    if (palette.open) return;
    palette.showModal();
    byId("palette-text").value = "";
    narrow();
    byId("palette-text").focus();
  }

  // ---- time travel ----

  function slide() {
    const slider = byId("travel-slider");
    const field = byId("travel-at");
    if (slider === null || field === null) return;
    const moment = () => new Date(Number(slider.value) * 60000);
    slider.addEventListener("input", () => {
      field.value = moment().toISOString().slice(0, 16);
      slider.setAttribute("aria-valuetext", written(moment()));
    });
    slider.addEventListener("change", () => byId("travel").requestSubmit());
  }

  function showScripted() {
    for (const element of all(".scripted")) {
      if (element.id !== "pause") element.hidden = false;
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    connection("connecting");
    follow(document.body);
    showScripted();
    showTheme();
    showSwitches();
    writeTimes(document);
    showPause();
    fillPalette();
    slide();
    // on a narrow screen the newest stands at the far end
    for (const frame of all(".frame:has(.chart:not(.fading))")) frame.scrollLeft = frame.scrollWidth;
    byId("tool-time").addEventListener("click", nextTime);
    byId("tool-theme").addEventListener("click", nextTheme);
    byId("tool-sound").addEventListener("click", toggleSound);
    byId("tool-notices").addEventListener("click", toggleNotices);
    byId("tool-palette").addEventListener("click", openPalette);
    byId("tool-help").addEventListener("click", () => byId("keys").showModal());
    document.addEventListener("click", (event) => {
      if (event.target.id === "pause") togglePause();
      if (event.target.id === "waiting") { resume(); showPause(); }
    });
    document.addEventListener("keydown", onKey);
  });
})();
