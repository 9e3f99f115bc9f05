// Behaviour shared by every page. Everything works without it; it only saves clicks.
"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const keysOff = () => localStorage.getItem("keys") === "off";
  // A box or a dot takes no letters, so keys keep working there; right after a dialog closed, Chromium still names its box as target.
  const typing = (target) => target.closest("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]");

  window.throughline = {
    /** Tells it to those who cannot see it. */
    say(text) {
      const box = one("#say");
      box.textContent = "";
      requestAnimationFrame(() => { box.textContent = text; });
    },
    /** Handlers of single keys, by key; a page adds its own. */
    keys: {},
  };

  const openKeys = () => one("#keys").showModal();
  const shortcutsBox = one("[data-keys-on]");
  if (shortcutsBox) {
    shortcutsBox.checked = !keysOff();
    shortcutsBox.addEventListener("change", () => localStorage.setItem("keys", shortcutsBox.checked ? "on" : "off"));
  }
  document.querySelectorAll("[data-help]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", openKeys);
  });

  let going = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape") {
      document.querySelectorAll("details.who[open]").forEach((menu) => { menu.open = false; });
    }
    if (typing(event.target) && event.key !== "Escape") return;
    if (one("dialog[open]") || (keysOff() && event.key.length === 1)) return;
    if (event.key === "?") { event.preventDefault(); openKeys(); return; }
    if (event.key === "/") {
      const find = one("#find");
      if (find) { event.preventDefault(); find.focus(); find.select(); }
      return;
    }
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    const went = going;
    going = !went && event.key === "g";
    if (going) return;
    if (went) {
      const link = one(`[data-go="${CSS.escape(event.key)}"]`);
      if (link) { event.preventDefault(); link.click(); return; }
    }
    const handler = window.throughline.keys[event.key];
    if (handler && handler(event) !== false) event.preventDefault();
  });

  // What the server says no to is shown beside the form, in its own words, and what was typed stays.
  const refused = (form, problem) => {
    const text = problem.detail || "That did not work. See whether it was recorded before you send it again.";
    if (form) {
      let note = one(".notice", form);
      if (!note) { note = document.createElement("p"); note.className = "notice is-bad"; form.prepend(note); }
      note.textContent = text;
      note.scrollIntoView({ block: "nearest" });
    }
    window.throughline.say(text);
  };
  const unreachable = { detail: "The server did not answer. See whether it was recorded before you send it again." };
  document.addEventListener("htmx:responseError", (event) => {
    const problem = (() => { try { return JSON.parse(event.detail.xhr.responseText); } catch { return {}; } })();
    refused(event.target.closest("form"), problem);
  });
  document.addEventListener("htmx:sendError", (event) => refused(event.target.closest("form"), unreachable));

  // A form that comes back to its page is sent from here, once however often it is pressed.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const to = form.getAttribute("action") || "";
    const back = one("input[name=return]", form);
    if (event.defaultPrevented || form.getAttribute("method") !== "post" || !back || !to.startsWith("/api/")) return;
    event.preventDefault();
    if (form.dataset.sending) return;
    form.dataset.sending = "1";
    try {
      const body = new URLSearchParams(new FormData(form, event.submitter));
      const answer = await fetch(to, { method: "POST", body, headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (answer.ok) {
        const page = new URL(back.value, location.href);
        const position = answer.headers.get("Throughline-Position");
        if (position) page.searchParams.set("after", position);
        location.assign(page);
        return;
      }
      refused(form, await answer.json().catch(() => ({})));
    } catch {
      refused(form, unreachable);
    }
    delete form.dataset.sending;
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach((form) => delete form.dataset.sending));
})();
