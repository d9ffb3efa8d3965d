// One stream of changes for all tabs of a browser. HTTP/1.1 allows six connections to a server, so tabs that each held
// one would lock each other out. The same file is the page's side and the shared worker that holds the connection.
// Where there are no shared workers, only the tab that is looked at holds one.
"use strict";

(function () {
  const names = ["change", "gap"];
  const again = 5000;

  // ---- the worker ----

  function serve() {
    const tabs = new Set();
    const remembered = [];
    let source = null;
    let last = -1;

    function open() {
      source = new EventSource("/api/events?after=" + last);
      source.onopen = () => tell({ state: "open" });
      source.onerror = () => {
        tell({ state: "error" });
        // a refusal ends an EventSource for good; a broken connection it mends itself
        if (source !== null && source.readyState === EventSource.CLOSED) setTimeout(reopen, again);
      };
      for (const name of names) source.addEventListener(name, take);
      // what people did has no offset: it says only that it is time to look again
      source.addEventListener("work", (event) => tell({ name: "work", data: event.data }));
    }

    function reopen() {
      if (tabs.size > 0 && source !== null && source.readyState === EventSource.CLOSED) open();
    }

    function take(event) {
      last = Number(event.lastEventId);
      const message = { name: event.type, id: last, data: event.data };
      if (event.type === "gap") remembered.length = 0;
      remembered.push(message);
      if (remembered.length > 256) remembered.shift();
      for (const tab of tabs) pass(tab, message);
    }

    function pass(tab, message) {
      // a gap may lead back, when the server's log was written anew
      if (message.name !== "gap" && message.id <= tab.seen) return;
      tab.seen = message.id;
      tab.port.postMessage(message);
    }

    function tell(message) {
      for (const tab of tabs) tab.port.postMessage(message);
    }

    function join(tab, after) {
      tab.seen = after;
      tabs.add(tab);
      if (source === null) {
        last = after;
        open();
        return;
      }
      if (source.readyState === EventSource.OPEN) tab.port.postMessage({ state: "open" });
      if (after >= last) return;
      // the page is older than the stream: what it misses is remembered, or it is told of a gap
      const from = remembered.length > 0 ? remembered[0].id : last;
      if (after < from - 1) {
        pass(tab, { name: "gap", id: from - 1, data: JSON.stringify({ after: after, upTo: from - 1 }) });
      }
      for (const message of remembered) pass(tab, message);
    }

    function leave(tab) {
      tabs.delete(tab);
      if (tabs.size > 0 || source === null) return;
      source.close();
      source = null;
      remembered.length = 0;
    }

    self.addEventListener("connect", (event) => {
      const tab = { port: event.ports[0], seen: -1 };
      tab.port.onmessage = (message) => {
        if (message.data.join === undefined) leave(tab);
        else join(tab, message.data.join);
      };
    });
  }

  // ---- the page ----

  /** Looks like an EventSource to whoever listens. */
  class TabStream extends EventTarget {
    constructor(url) {
      super();
      this.url = url;
      this.readyState = EventSource.CONNECTING;
      this.seen = Number(new URL(url, location.href).searchParams.get("after") ?? -1);
      this.onopen = null;
      this.onerror = null;
      this.quit = () => {};
    }

    take(message) {
      if (message.state === "open") {
        this.readyState = EventSource.OPEN;
        this.emit(new Event("open"), this.onopen);
      } else if (message.state === "error") {
        this.readyState = EventSource.CONNECTING;
        this.emit(new Event("error"), this.onerror);
      } else if (message.name === "work") {
        this.dispatchEvent(new MessageEvent("work", { data: message.data }));
      } else {
        this.seen = message.id;
        this.dispatchEvent(new MessageEvent(message.name, { data: message.data, lastEventId: String(message.id) }));
      }
    }

    emit(event, handler) {
      this.dispatchEvent(event);
      if (handler !== null) handler.call(this, event);
    }

    close() {
      this.readyState = EventSource.CLOSED;
      this.quit();
    }
  }

  function shared(url, script) {
    const stream = new TabStream(url);
    const port = new SharedWorker(script, "oxus-stream").port;
    port.onmessage = (event) => stream.take(event.data);
    const leave = () => port.postMessage({});
    port.postMessage({ join: stream.seen });
    addEventListener("pagehide", leave);
    // back from the browser's memory of pages
    addEventListener("pageshow", (event) => {
      if (event.persisted && stream.readyState !== EventSource.CLOSED) port.postMessage({ join: stream.seen });
    });
    stream.quit = leave;
    return stream;
  }

  function whileVisible(url) {
    const stream = new TabStream(url);
    let source = null;
    const follow = () => {
      const wanted = document.visibilityState === "visible" && stream.readyState !== EventSource.CLOSED;
      if (wanted && source === null) {
        source = new EventSource("/api/events?after=" + stream.seen);
        source.onopen = () => stream.take({ state: "open" });
        source.onerror = () => {
          stream.take({ state: "error" });
          if (source === null || source.readyState !== EventSource.CLOSED) return;
          source = null;
          setTimeout(follow, again);
        };
        for (const name of names) {
          source.addEventListener(name, (event) =>
            stream.take({ name: name, id: Number(event.lastEventId), data: event.data }));
        }
        source.addEventListener("work", (event) => stream.take({ name: "work", data: event.data }));
      } else if (!wanted && source !== null) {
        source.close();
        source = null;
      }
    };
    document.addEventListener("visibilitychange", follow);
    stream.quit = follow;
    follow();
    return stream;
  }

  if (typeof SharedWorkerGlobalScope !== "undefined" && self instanceof SharedWorkerGlobalScope) {
    serve();
    return;
  }
  const script = document.currentScript.src;
  htmx.createEventSource = (url) => (typeof SharedWorker === "undefined" ? whileVisible(url) : shared(url, script));
})();
