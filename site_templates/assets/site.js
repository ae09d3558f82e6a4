// Menu, filters, sorting, highlighting, saving; what the search page needs of it stands in stratkitPage. Every page is complete without this file.
"use strict";
(function () {
  const top = document.body.dataset.top;
  const root = document.body.dataset.root;
  const WORDS = document.getElementById("words").dataset;

  const plain = (text) => text.toLowerCase().replaceAll("ё", "е");
  const wordsOf = (text) => plain(text).match(/[0-9a-zа-я]+/g) || [];
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  const NARROW = matchMedia("(max-width: 39.99rem)");

  // What the reader chose stands in the address, so that it can be sent to somebody.
  function remember(change) {
    const params = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(change)) {
      if (value) params.set(name, value); else params.delete(name);
    }
    const query = params.toString();
    try {
      history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    } catch {
      // some browsers do not let a page from a disk change its address
    }
  }
  const asked = new URLSearchParams(location.search);

  // ---- Menu on a small screen ----
  const button = document.querySelector(".menu-button");
  button.addEventListener("click", function () {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    document.getElementById("menu").classList.toggle("open", open);
  });

  // ---- Filters: rows or cards that hold all the words, columns that hold a chosen value ----
  document.querySelectorAll("[data-filter]").forEach(function (box) {
    const target = document.getElementById(box.dataset.filter);
    const input = box.querySelector("input");
    const output = box.querySelector("output");
    const rows = target.tBodies ? [...target.tBodies[0].rows]
      : [...target.querySelectorAll(":scope > li, :scope > div, :scope > section > ul > li")];
    const texts = rows.map((row) => plain(row.textContent));
    const facets = target.tHead ? facetsOf(target, box, output) : [];
    function show() {
      const words = wordsOf(input.value);
      let count = 0, held = 0;
      rows.forEach(function (row, index) {
        const told = words.every((word) => texts[index].includes(word));
        const keep = told && facets.every(({ select, column }) => !select.value || valuesOf(row, column).includes(select.value));
        row.hidden = !keep;
        if (told) held += 1;
        if (keep) count += 1;
      });
      target.querySelectorAll(":scope > section").forEach((part) => { part.hidden = !part.querySelector("li:not([hidden])"); });
      output.replaceChildren(count < rows.length ? `${count} / ${rows.length}` : "");
      // A list has only its own words: what it does not hold may stand elsewhere.
      if (words.length && !held) output.append(" ", make("a", { href: elsewhere(input.value) }, WORDS.elsewhere.replace("{words}", input.value)));
      remember({ filter: input.value, ...Object.fromEntries(facets.map(({ select }) => [select.name, select.value])) });
    }
    box.addEventListener("input", show);
    input.value = asked.get("filter") || "";
    for (const { select } of facets) select.value = asked.get(select.name) || "";
    if (input.value || facets.some(({ select }) => select.value)) show();
  });

  function elsewhere(text) {
    const region = document.body.dataset.region;
    return `${root}search.html?${new URLSearchParams({ q: text, ...(region && { region }) })}`;
  }

  // The language of cells: that of the page, unless they are marked with another.
  function spokenIn(cells) {
    return (cells.map((cell) => cell.querySelector("[lang]")).find(Boolean) || document.documentElement).lang;
  }

  function valueOf(row, column) {
    return row.cells[column].textContent.trim();
  }

  // A cell may hold several values: each can be chosen.
  function valuesOf(row, column) {
    return valueOf(row, column).split(/;\s*/);
  }

  function facetsOf(table, box, before) {
    return [...table.tHead.rows[0].cells].flatMap(function (head, column) {
      if (!("facet" in head.dataset)) return [];
      const lang = spokenIn([...table.tBodies[0].rows].map((row) => row.cells[column]));
      const values = [...new Set([...table.tBodies[0].rows].flatMap((row) => valuesOf(row, column)))].sort((a, b) => a.localeCompare(b, "ru"));
      if (values.length < 2) return [];
      const select = make("select", { name: `column-${column}` }, make("option", { value: "" }, WORDS.all),
        ...values.map((value) => make("option", { value, lang }, value.length > 70 ? value.slice(0, 69) + "…" : value)));
      box.insertBefore(make("label", {}, head.textContent.trim() + " ", select), before);
      return [{ select, column }];
    });
  }

  // ---- Sorting: the head of a column is a button ----
  document.querySelectorAll("table.sortable").forEach(function (table, number) {
    const name = number ? `sort-${number}` : "sort";
    const heads = [...table.tHead.rows[0].cells];
    const given = [...table.tBodies[0].rows];
    const order = orderOf(table, heads, choose);
    const figure = (text) => parseFloat(text.replace(/[\s\u00a0]/g, "").replace(",", "."));
    function choose(value) {
      heads.forEach((head) => head.removeAttribute("aria-sort"));
      if (value) sort(Math.abs(value), value.startsWith("-"));
      else table.tBodies[0].append(...given);
      if (order) order.value = value;
      remember({ [name]: value });
    }
    function sort(column, down) {
      heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
      const rows = [...table.tBodies[0].rows].sort(function (one, other) {
        const a = valueOf(one, column), b = valueOf(other, column), x = figure(a), y = figure(b);
        const order = Number.isNaN(x) || Number.isNaN(y) ? Number.isNaN(x) - Number.isNaN(y) || a.localeCompare(b, "ru") : x - y;
        return down ? -order : order;
      });
      table.tBodies[0].append(...rows);
    }
    heads.forEach(function (head, column) {
      if ("plain" in head.dataset) return;
      const press = make("button", { type: "button", title: WORDS.sort }, ...head.childNodes);
      head.append(press);
      const reachable = () => { press.tabIndex = NARROW.matches ? -1 : 0; };
      NARROW.addEventListener("change", reachable);
      reachable();
      press.addEventListener("click", () => choose((head.getAttribute("aria-sort") === "ascending" ? "-" : "") + column));
    });
    const chosen = asked.get(name);
    if (/^-?\d{1,2}$/.test(chosen || "") && heads[Math.abs(chosen)]) choose(chosen);
  });

  // On a narrow screen the heads of columns are out of sight: a box above the list does what they do.
  function orderOf(table, heads, choose) {
    const box = document.querySelector(`[data-filter="${table.id}"]`);
    if (!box) return null;
    const ways = heads.flatMap((head, column) => ("plain" in head.dataset ? [] : ["", "-"].map((way) => make("option",
      { value: way + column, lang: spokenIn([head]) }, `${head.textContent.trim()} ${way ? "↓" : "↑"}`))));
    const select = make("select", { id: `order-${table.id}` }, make("option", { value: "" }, WORDS.given), ...ways);
    select.addEventListener("input", () => choose(select.value));
    box.insertBefore(make("div", { className: "order" }, make("label", { htmlFor: select.id }, WORDS.order), select), box.querySelector("output"));
    return select;
  }

  // ---- What is wider than the screen says so ----
  const WIDE = [...document.querySelectorAll(".scroll, .official .wide")];
  function tellSideways() {
    const wider = WIDE.map((box) => box.scrollWidth > box.clientWidth + 1); // all are measured before any is changed
    WIDE.forEach(function (box, place) {
      const told = box.querySelector(":scope > .sideways");
      if (wider[place] && !told) box.prepend(make("p", { className: "sideways" }, WORDS.sideways));
      if (!wider[place] && told) told.remove();
    });
  }
  tellSideways();
  window.addEventListener("resize", tellSideways);
  document.addEventListener("toggle", tellSideways, true);

  // ---- The drawing of an industry: what belongs to the box under the pointer or the focus ----
  document.querySelectorAll(".flow svg").forEach(function (svg) {
    const edges = [...svg.querySelectorAll(".edge")];
    const nodes = [...svg.querySelectorAll(".node")];
    const around = svg.parentElement; // a drawing that listens for focus would be a stop of the Tab key itself
    function reach(start, from, to) {
      const found = new Set([start]);
      for (const one of found) edges.forEach((edge) => { if (edge.dataset[from] === one) found.add(edge.dataset[to]); });
      return found;
    }
    function show(node) {
      svg.classList.toggle("chosen", Boolean(node));
      if (!node) return;
      const after = reach(node.dataset.node, "from", "to"), before = reach(node.dataset.node, "to", "from");
      nodes.forEach((one) => one.classList.toggle("on", after.has(one.dataset.node) || before.has(one.dataset.node)));
      edges.forEach(({ classList, dataset }) => classList.toggle("on",
        (after.has(dataset.from) && after.has(dataset.to)) || (before.has(dataset.from) && before.has(dataset.to))));
    }
    around.addEventListener("pointerover", (event) => show(event.target.closest(".node")));
    around.addEventListener("pointerleave", () => show(null));
    around.addEventListener("focusin", (event) => show(event.target.closest(".node")));
    around.addEventListener("focusout", () => show(null));
    around.addEventListener("keydown", (event) => { if (event.key === "Escape") show(null); });
  });

  // On a phone the table stands in for the drawing.
  const twin = document.querySelector("details.twin");
  if (twin && NARROW.matches) twin.open = true;

  // ---- Saving a picture as SVG or PNG, its figures as CSV ----
  const LOOKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor", "paint-order", "opacity"];
  const PLAIN_NAME = /[^\p{L}\p{N}]+/gu;

  function save(name, blob) {
    const link = make("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function svgBlob(svg) {
    const copy = svg.cloneNode(true);
    const originals = [svg, ...svg.querySelectorAll("*")];
    [copy, ...copy.querySelectorAll("*")].forEach(function (element, index) {
      const style = getComputedStyle(originals[index]);
      for (const look of LOOKS) element.setAttribute(look, style.getPropertyValue(look));
      ["class", "tabindex", "href"].forEach((extra) => element.removeAttribute(extra));
    });
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
  }

  // The policy of this website lets no picture in that it did not serve, so the shapes are drawn one by one.
  function pngBlob(svg, done) {
    const { width, height } = svg.viewBox.baseVal;
    const canvas = make("canvas", { width: width * 3, height: height * 3 });
    const pen = canvas.getContext("2d");
    pen.scale(3, 3);
    pen.fillStyle = getComputedStyle(svg).backgroundColor;
    pen.fillRect(0, 0, width, height);
    for (const shape of svg.querySelectorAll("line, polyline, path, rect, circle, text")) draw(pen, shape, getComputedStyle(shape));
    canvas.toBlob(done, "image/png");
  }

  function draw(pen, shape, style) {
    const at = (name) => parseFloat(shape.getAttribute(name) || 0);
    pen.lineWidth = parseFloat(style.strokeWidth);
    pen.strokeStyle = style.stroke;
    pen.fillStyle = style.fill;
    pen.globalAlpha = parseFloat(style.opacity);
    pen.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat));
    if (shape.tagName === "text") {
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      pen.textAlign = { middle: "center", end: "right" }[style.textAnchor] || "left";
      if (style.stroke !== "none") pen.strokeText(shape.textContent, at("x"), at("y"));
      pen.fillText(shape.textContent, at("x"), at("y"));
      return;
    }
    let path = new Path2D(shape.getAttribute("d") || "");
    if (shape.tagName === "line") path = new Path2D(`M${at("x1")} ${at("y1")}L${at("x2")} ${at("y2")}`);
    if (shape.tagName === "polyline") path = new Path2D("M" + shape.getAttribute("points"));
    if (shape.tagName === "rect") path.rect(at("x"), at("y"), at("width"), at("height"));
    if (shape.tagName === "circle") path.arc(at("cx"), at("cy"), at("r"), 0, 2 * Math.PI);
    if (style.fill !== "none") pen.fill(path);
    if (style.stroke !== "none") pen.stroke(path);
  }

  function csvBlob(table) {
    const cell = (one) => `"${one.textContent.replace(/\s+/g, " ").trim().replaceAll('"', '""').replace(/^([=+@\t])/, "'$1")}"`;
    const lines = [...table.rows].map((row) => [...row.cells].map(cell).join(";"));
    return new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv" });
  }

  document.querySelectorAll("figure[data-save]").forEach(function (figure) {
    const svg = figure.querySelector("svg");
    const name = figure.dataset.save.replace(PLAIN_NAME, "-").replace(/^-|-$/g, "");
    const table = document.getElementById(figure.dataset.table || "");
    const press = (text, action) => make("button", { type: "button", onclick: action }, text);
    const list = make("div", {}, press(WORDS.svg, () => save(name + ".svg", svgBlob(svg))),
      press(WORDS.png, () => pngBlob(svg, (blob) => save(name + ".png", blob))));
    if (table) list.append(press(WORDS.csv, () => save(name + ".csv", csvBlob(table))));
    figure.append(make("details", { className: "save" }, make("summary", {}, WORDS.save,
      make("span", { className: "hidden" }, ": " + figure.dataset.save)), list));
  });

  // ---- The key that leads to the search ----
  document.addEventListener("keydown", function (event) {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key !== "/" || typing || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    (document.getElementById("search-q") || document.getElementById("q")).focus();
  });

  window.stratkitPage = { top, root, asked, plain, make, remember };
})();
