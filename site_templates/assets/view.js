// How the reader wants to see the website. Runs before the page is drawn, so that nothing flashes.
"use strict";
(function () {
  const root = document.documentElement;
  const plain = { theme: "auto", size: "normal", spacing: "normal", pictures: "on" };

  function load() {
    try {
      return JSON.parse(localStorage.getItem("stratkit-view")) || {};
    } catch {
      return {}; // no storage here, or somebody else's data in it: the defaults hold
    }
  }

  function apply(view) {
    for (const name of Object.keys(plain)) {
      const value = view[name];
      if (value && value !== plain[name]) root.setAttribute("data-" + name, value);
      else root.removeAttribute("data-" + name);
    }
  }

  root.setAttribute("data-js", "");
  apply(load());

  document.addEventListener("DOMContentLoaded", function () {
    const panel = document.getElementById("view-panel");
    if (!panel) return;
    const view = load();
    for (const name of Object.keys(plain)) {
      const chosen = panel.querySelector(`input[name="${name}"][value="${CSS.escape(view[name] || plain[name])}"]`);
      if (chosen) chosen.checked = true;
    }
    panel.addEventListener("change", function () {
      const next = Object.fromEntries([...panel.querySelectorAll("input:checked")].map((one) => [one.name, one.value]));
      apply(next);
      try {
        localStorage.setItem("stratkit-view", JSON.stringify(next));
      } catch {
        // the choice holds for this page only
      }
    });
    const details = panel.closest("details");
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && details.open) {
        details.open = false;
        details.querySelector("summary").focus();
      }
    });
    document.addEventListener("pointerdown", function (event) {
      if (!details.contains(event.target)) details.open = false;
    });
  });
})();
