// The desk: keys, staying on the line after acting, and lines that change by themselves.
"use strict";
(() => {
  const list = document.querySelector("#lines");
  if (!list) return;
  const { say, keys } = window.throughline;
  const lines = () => [...list.children];
  const current = () => document.activeElement.closest(".line") || list.querySelector(".line.is-current");
  const busy = (line) => line.classList.contains("is-open") || line.contains(document.activeElement);
  const filter = new URLSearchParams(location.search).get("filter") || "mine";

  const mark = (line) => {
    lines().forEach((one) => one.classList.toggle("is-current", one === line));
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
  };
  const move = (step) => {
    const all = lines();
    const from = all.indexOf(current());
    const line = all[from < 0 ? 0 : Math.min(Math.max(from + step, 0), all.length - 1)];
    if (line) mark(line);
  };

  /** Fetches one line anew, puts it in place and says where the focus goes. */
  const refresh = async (line, { open, after, focus }) => {
    const query = new URLSearchParams({ filter, open: String(open) });
    if (after) query.set("after", after);
    await htmx.ajax("GET", `/desk/lines/${line.dataset.item}?${query}`, { target: line, swap: "outerHTML" });
    const fresh = document.getElementById(line.id);
    if (!fresh) return null;
    fresh.classList.add("is-current");
    const goal = (focus && fresh.querySelector(focus)) || fresh;
    goal.focus({ preventScroll: true });
    fresh.scrollIntoView({ block: "nearest" });
    return fresh;
  };
  const toggle = (line) => refresh(line, { open: !line.classList.contains("is-open"), focus: "[data-toggle]" });

  /** Opens the line if needed and goes to one form in it. */
  const act = (selector, prepare) => async () => {
    const line = current() || lines()[0];
    if (!line) return;
    const open = line.classList.contains("is-open") ? line : await refresh(line, { open: true });
    const field = open && open.querySelector(selector);
    if (!field) { say("That is not possible on this line now."); return; }
    if (prepare) prepare(open);
    field.focus();
    field.closest(".act-box").scrollIntoView({ block: "nearest" });
  };

  Object.assign(keys, {
    j: () => move(1),
    k: () => move(-1),
    Enter: (event) => {
      const line = event.target.closest(".line");
      if (!line || event.target !== line) return false;
      toggle(line);
      return true;
    },
    a: act("input[name=outcome][value=NO_ANSWER]", (line) => { line.querySelector("input[name=outcome][value=NO_ANSWER]").checked = true; }),
    r: act("input[name=outcome][value=REACHED]", (line) => { line.querySelector("input[name=outcome][value=REACHED]").checked = true; }),
    v: act("form[data-act=book] input[name=with]"),
    s: act("form[data-act=snooze] input[name=reason], form[data-act=unsnooze] button"),
    t: act("form[data-act=take] button, form[data-act=accept] button, form[data-act=assign] select"),
    p: () => { const line = current(); if (line) line.querySelector("[data-patient]").click(); },
    Escape: (event) => {
      const line = event.target.closest(".line.is-open");
      if (line) refresh(line, { open: false });
    },
  });

  // Opening by click keeps the focus on the button that was pressed.
  list.addEventListener("click", (event) => {
    const link = event.target.closest("[data-toggle]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    toggle(link.closest(".line"));
  }, true);

  // A command was recorded: show the line as it is after it, stay where the hands are.
  document.addEventListener("recorded", async (event) => {
    const form = event.target.closest("form");
    const line = form && form.closest(".line");
    if (!line) return;
    const focus = `form[data-act="${CSS.escape(form.dataset.act)}"] button`;
    const fresh = await refresh(line, { open: true, after: event.detail.position, focus });
    if (fresh) say(fresh.dataset.status);
  });

  /** Takes over what changed in the list: fresh lines replace old ones, but never the one somebody works in. */
  const update = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = [...page.querySelectorAll("#lines > .line")];
    if (!page.querySelector("#lines")) return;
    const known = new Map(lines().map((line) => [line.id, line]));
    let changed = 0;
    let last = null;
    for (const line of fresh) {
      const old = known.get(line.id);
      known.delete(line.id);
      let placed = old;
      if (!old || (old.dataset.position !== line.dataset.position && !busy(old))) {
        placed = document.importNode(line, true);
        placed.classList.add("is-new");
        if (old) old.replaceWith(placed); else list.insertBefore(placed, last ? last.nextSibling : list.firstChild);
        htmx.process(placed);
        changed += 1;
      }
      if (!busy(placed) && (last ? last.nextSibling : list.firstChild) !== placed) {
        list.insertBefore(placed, last ? last.nextSibling : list.firstChild);
      }
      last = placed;
    }
    known.forEach((line) => { if (!busy(line)) { line.remove(); changed += 1; } });
    document.querySelectorAll(".tabs").forEach((tabs) => tabs.replaceWith(document.importNode(page.querySelector(".tabs"), true)));
    const empty = document.querySelector("#empty");
    if (empty && fresh.length) empty.remove();
    if (changed) say(`${changed} ${changed === 1 ? "line" : "lines"} changed.`);
  };

  const live = document.querySelector("#live");
  let waiting = null;
  const soon = () => { waiting = waiting || setTimeout(() => { waiting = null; update(); }, 150); };
  const source = new EventSource(list.dataset.live);
  source.addEventListener("open", () => { live.textContent = "Live"; });
  source.addEventListener("changed", soon);
  source.addEventListener("error", () => {
    live.textContent = source.readyState === EventSource.CLOSED ? "Not live" : "Not live, reconnecting";
  });
  addEventListener("pagehide", () => source.close());
})();
