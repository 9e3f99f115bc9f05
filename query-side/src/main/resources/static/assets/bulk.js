// Choosing several lines of the desk: the count, keys, and keeping the choice while lines change by themselves.
"use strict";
(() => {
  const list = document.querySelector("#lines");
  const form = document.querySelector("#bulk");
  const round = document.querySelector("#round");
  if (round) round.focus();
  if (!list || !form) return;
  const { say, keys } = window.throughline;
  const boxes = () => [...list.querySelectorAll("input[name=items]")];
  const chosen = new Set(boxes().filter((box) => box.checked).map((box) => box.value));
  const count = form.querySelector("#chosen");
  const all = form.querySelector("[data-choose-all]");

  const show = () => {
    const shown = boxes();
    shown.forEach((box) => {
      box.checked = chosen.has(box.value);
      box.closest(".line").classList.toggle("is-chosen", box.checked);
    });
    const left = new Set(shown.map((box) => box.value));
    [...chosen].filter((item) => !left.has(item)).forEach((item) => chosen.delete(item));
    count.textContent = chosen.size ? `${chosen.size} chosen` : "Choose lines, then what to do with them.";
    form.querySelectorAll("button[name=act]").forEach((button) => { button.disabled = chosen.size === 0; });
    const every = shown.length > 0 && chosen.size === shown.length;
    all.textContent = every ? "Choose none" : `Choose all ${shown.length} ${shown.length === 1 ? "line" : "lines"} shown`;
  };
  const told = () => { show(); say(count.textContent); };
  const chooseAll = () => {
    const shown = boxes();
    const every = chosen.size === shown.length;
    shown.forEach((box) => { if (every) chosen.delete(box.value); else chosen.add(box.value); });
    told();
  };
  const toggle = (item) => { if (!chosen.delete(item)) chosen.add(item); told(); };

  list.addEventListener("change", (event) => { if (event.target.name === "items") toggle(event.target.value); });
  all.addEventListener("click", (event) => { event.preventDefault(); chooseAll(); });
  keys.x = () => {
    const line = document.activeElement.closest(".line") || list.querySelector(".line.is-current") || list.firstElementChild;
    const box = line && line.querySelector("input[name=items]");
    if (box) toggle(box.value);
  };
  keys.X = chooseAll;
  // Lines replace each other while somebody chooses; their panels do not matter here.
  new MutationObserver(show).observe(list, { childList: true });
  show();
})();
