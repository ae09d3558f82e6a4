// Only `stratkit serve` adds this file to a page: it loads the page anew after each change and
// shows what is wrong with the data, over the last edition that was right.
(() => {
  "use strict";
  const own = document.currentScript.dataset.stamp;

  const add = (parent, name, text, kind) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    parent.append(made);
    return made;
  };

  const show = (state) => {
    document.querySelector(".stratkit-problems")?.remove();
    if (!state.problems.length) return;
    const panel = document.createElement("section");
    panel.className = "stratkit-problems";
    panel.setAttribute("role", "alert");
    add(panel, "h2", state.title);
    const list = add(panel, "ul", "");
    for (const problem of state.problems) {
      const item = add(list, "li", "");
      add(item, "code", problem.place);
      add(item, "p", problem.message);
      if (problem.hint) add(item, "p", problem.hint, "hint");
    }
    const close = add(panel, "button", "×");
    close.type = "button";
    close.setAttribute("aria-label", state.close);
    close.addEventListener("click", () => panel.remove());
    document.body.append(panel);
  };

  const events = new EventSource("/_stratkit/events");
  events.addEventListener("message", (event) => {
    const state = JSON.parse(event.data);
    if (state.stamp === own) show(state);
    else location.reload();
  });
})();
