// Search, filters and sorting. Every page is complete without this file.
"use strict";
(function () {
  const top = document.body.dataset.top;
  const root = document.body.dataset.root;

  const plain = (text) => text.toLowerCase().replaceAll("ё", "е");
  const wordsOf = (text) => plain(text).match(/[0-9a-zа-я]+/g) || [];

  // ---- Filter: rows or cards that hold all the words ----
  document.querySelectorAll("[data-filter]").forEach(function (input) {
    const target = document.getElementById(input.dataset.filter);
    const rows = [...(target.tBodies ? target.tBodies[0].rows : target.children)];
    const texts = rows.map((row) => plain(row.textContent));
    const output = input.parentElement.querySelector("output");
    const params = new URLSearchParams(location.search);
    function show() {
      const words = wordsOf(input.value);
      let count = 0;
      rows.forEach(function (row, index) {
        const keep = words.every((word) => texts[index].includes(word));
        row.hidden = !keep;
        if (keep) count += 1;
      });
      output.textContent = words.length ? `${count} / ${rows.length}` : "";
      const next = new URLSearchParams(location.search);
      if (input.value) next.set("filter", input.value); else next.delete("filter");
      remember(next);
    }
    input.addEventListener("input", show);
    if (params.get("filter")) { input.value = params.get("filter"); show(); }
  });

  function remember(params) {
    const query = params.toString();
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch {
      // a page opened from a disk may not change its address
    }
  }

  // ---- Sorting: the head of a column is a button ----
  document.querySelectorAll("table.sortable").forEach(function (table) {
    [...table.tHead.rows[0].cells].forEach(function (head, column) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", function () {
        const down = head.getAttribute("aria-sort") === "ascending";
        [...table.tHead.rows[0].cells].forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const key = (row) => row.cells[column].textContent.trim();
        const figure = (text) => parseFloat(text.replace(/\s/g, "").replace(",", "."));
        const rows = [...table.tBodies[0].rows].sort(function (one, other) {
          const a = key(one), b = key(other), x = figure(a), y = figure(b);
          const order = Number.isNaN(x) || Number.isNaN(y) ? a.localeCompare(b, "ru") : x - y;
          return down ? -order : order;
        });
        table.tBodies[0].append(...rows);
      });
    });
  });

  // ---- Search ----
  const form = document.getElementById("search-form");
  if (!form) return;
  const field = document.getElementById("search-q");
  const results = document.getElementById("search-results");
  const status = document.getElementById("search-count");
  const LIMIT = 60;
  const ENDING = 5; // a Russian ending is rarely longer
  let index = null;
  let terms = [];

  window.stratkitIndex = function (_name, data) {
    index = data;
    terms = Object.keys(data.terms);
    search();
  };
  const script = document.createElement("script");
  script.src = top + "assets/search-index.js";
  document.head.append(script);

  // All stems that a typed word can be a form of, or the beginning of.
  function stems(word) {
    const exact = terms.filter((term) => word.startsWith(term) && word.length - term.length <= ENDING && term.length >= Math.min(3, word.length));
    const longest = Math.max(0, ...exact.map((term) => term.length));
    return terms.filter((term) => (word.startsWith(term) && term.length === longest) || (word.length > 2 && term.startsWith(word)));
  }

  function find(words) {
    let scores = null;
    for (const word of words) {
      const found = new Map();
      for (const term of stems(word)) {
        const places = index.terms[term];
        for (let i = 0; i < places.length; i += 2) {
          found.set(places[i], Math.max(found.get(places[i]) || 0, places[i + 1]));
        }
      }
      if (scores === null) scores = found;
      else for (const [entry, score] of scores) {
        if (found.has(entry)) scores.set(entry, score + found.get(entry)); else scores.delete(entry);
      }
    }
    return [...(scores || [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map((pair) => pair[0]);
  }

  function highlight(text, words) {
    const part = document.createDocumentFragment();
    const roots = words.flatMap(stems);
    for (const piece of text.split(/([0-9A-Za-zА-Яа-яЁё]+)/)) {
      const low = plain(piece);
      if (piece && roots.some((term) => low.startsWith(term))) {
        const mark = document.createElement("mark");
        mark.textContent = piece;
        part.append(mark);
      } else part.append(piece);
    }
    return part;
  }

  function search() {
    const params = new URLSearchParams(new FormData(form));
    const words = wordsOf(field.value);
    for (const [name, value] of [...params]) if (!value) params.delete(name);
    remember(params);
    if (!index) return;
    results.replaceChildren();
    if (!words.length) { status.textContent = status.dataset.hint; return; }
    const names = Object.fromEntries([...form.elements].filter((one) => one.tagName === "SELECT").map((one) =>
      [one.name, Object.fromEntries([...one.options].map((option) => [option.value, option.text]))]));
    const found = find(words).filter(function (number) {
      const [, kind, , region, industry] = index.entries[number];
      return (!form.kind.value || form.kind.value === kind) && (!form.region.value || form.region.value === region)
        && (!form.industry.value || form.industry.value === industry);
    });
    status.textContent = found.length ? status.dataset.found.replace("{count}", found.length) : status.dataset.none;
    for (const number of found.slice(0, LIMIT)) {
      const [path, kind, title, region, , text] = index.entries[number];
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = root + path;
      link.append(highlight(title, words));
      const about = document.createElement("div");
      about.className = "quiet";
      about.textContent = `${names.kind[kind] || kind} · ${names.region[region] || region}`;
      item.append(link, about);
      if (text) {
        const snippet = document.createElement("div");
        snippet.append(highlight(text, words));
        item.append(snippet);
      }
      results.append(item);
    }
  }

  const given = new URLSearchParams(location.search);
  for (const element of form.elements) if (element.name && given.has(element.name)) element.value = given.get(element.name);
  form.addEventListener("input", search);
  form.addEventListener("submit", function (event) { event.preventDefault(); search(); });
  field.focus();
  search();
})();
