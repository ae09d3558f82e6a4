// Search: all forms of a word, typing errors, the wrong keyboard layout, abbreviations, names of regions.
"use strict";
(function () {
  const { top, root, asked, plain, make, remember } = window.stratkitPage;
  const form = document.getElementById("search-form");
  const field = document.getElementById("search-q");
  const results = document.getElementById("search-results");
  const status = document.getElementById("search-count");
  const meaning = document.getElementById("search-meaning");
  const progress = document.getElementById("search-progress");
  const LIMIT = 60;
  const ENDING = 5; // a Russian ending is rarely longer
  const AROUND = 90; // letters of a text that are shown on either side of the first word found
  const ALIKE_SHOWN = 3; // of what bears the same title in many regions
  const LONG = 300; // letters of a title from which on it is cut after some lines
  // A page that answers comes before a page that only mentions.
  const KINDS = { industry: 1.4, project: 1.3, beneficiary: 1.3, indicator: 1.2, body: 1.2, challenge: 0.8, programme: 0.8, task: 0.7, act: 0.6 };
  const SMALL = new Set("а без в во где для до за и из или как какая какие какой к ко когда кто ли на не о об от по при про с со сколько у что это".split(" "));
  const indexes = [];

  // ---- What was typed ----
  const LATIN = "abcehkmoptxy", ALIKE = "авсенкмортху";
  const KEYS = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.", LETTERS = "ёйцукенгшщзхъфывапролджэячсмитьбю";
  const swapped = (text, from, to) => text.replace(/[^]/g, (sign) => to[from.indexOf(sign)] || sign);

  // Words; Latin letters among Cyrillic ones are taken for those that look like them: «MФЦ», «ЕГИCЗ».
  function wordsOf(text) {
    const words = (plain(text).match(/[0-9a-zа-я]+/g) || []).map((word) => (/[а-я]/.test(word) ? swapped(word, LATIN, ALIKE) : word));
    const telling = words.filter((word) => !SMALL.has(word));
    return telling.length ? telling : words;
  }

  const abbreviations = [...document.querySelectorAll("#abbreviations > div")].map(function (one) {
    const [term, text] = [...one.children].map((each) => each.textContent);
    return { term, text, id: one.dataset.id, typed: (plain(term).match(/[0-9a-zа-я]+/g) || []).join(" "), words: wordsOf(text.split(" – ")[0]) };
  });

  // ---- Indexes: one for each region; of few regions all come at once, of many those that are needed ----
  const REGIONS = form.dataset.indexes.split(" ").filter(Boolean);
  const TOGETHER = 6; // as many are asked for at once
  const fetched = new Set(), lost = new Set();
  const FEW = REGIONS.length <= TOGETHER;
  let everywhere = false;
  let waiting = 0;

  // Terms of the indexes that a typed word can be a form of, and what each typed word means.
  const vocabulary = new Set();
  const known = new Map();

  window.stratkitIndex = function (name, data) {
    indexes.push({ name, ...data });
    for (const stem in data.terms) vocabulary.add(stem);
    arrived();
  };

  // Several come shortly after one another: what came meanwhile is searched at once.
  function arrived() {
    waiting = waiting || setTimeout(function () {
      waiting = 0;
      indexes.sort((one, other) => one.name.localeCompare(other.name));
      known.clear();
      search();
    });
  }

  function fetchIndexes(names) {
    for (const name of names) {
      fetched.add(name);
      document.head.append(make("script", { src: `${top}assets/search/${name}.js`, onerror: () => { lost.add(name); arrived(); } }));
    }
  }

  // The regions that are meant: the chosen one, those that a word names, or any; «область» names too many.
  function meantRegions(words) {
    if (form.elements.region.value) return [form.elements.region.value];
    const named = words.map((word) => REGIONS.filter((name) => namesRegion({ name }, word))).filter((some) => some.length <= TOGETHER).flat();
    return named.length && !everywhere ? named : null;
  }

  const loading = () => fetched.size > indexes.length + lost.size;

  // Fetch what these words still need; of any region, only until enough was found.
  function fetchFor(words, enough) {
    const meant = FEW ? null : meantRegions(words);
    const wanted = (meant || (words.length || FEW ? REGIONS : [])).filter((name) => !fetched.has(name));
    if (meant || FEW || (!loading() && (everywhere || !enough))) fetchIndexes(wanted.slice(0, TOGETHER));
    results.setAttribute("aria-busy", String(loading()));
    tellProgress(words.length && !FEW && !form.elements.region.value && indexes.length + lost.size < REGIONS.length);
  }

  // How many regions were looked through, and a button for the others.
  function tellProgress(some) {
    const say = progress.dataset;
    const parts = [];
    if (some) parts.push(say.seen.replace("{count}", indexes.length).replace("{all}", REGIONS.length), " ");
    if (some && loading()) parts.push(make("progress", { max: REGIONS.length, value: indexes.length, ariaLabel: say.loading }));
    else if (some) parts.push(make("button", { type: "button", onclick: searchEverywhere }, say.everywhere));
    if (lost.size) parts.push(" ", say.lost.replace("{count}", lost.size));
    progress.replaceChildren(...parts);
  }

  function searchEverywhere() {
    everywhere = true;
    search();
    progress.focus();
  }

  // A stem may lack an ending of the word, a short stem only a short one: «дневник» is no form of «дней».
  const isForm = (word, stem) => word.startsWith(stem) && stem.length >= Math.min(3, word.length)
    && word.length - stem.length <= (stem.length < 5 ? 3 : ENDING);

  function forms(word) {
    let own = "";
    for (const stem of vocabulary) if (stem.length > own.length && isForm(word, stem)) own = stem;
    const found = new Map();
    for (const stem of vocabulary) {
      if (stem === own) found.set(stem, 3);
      else if (word.length > 2 && stem.startsWith(word)) found.set(stem, 2);
      else if (own.length > 4 && (stem.startsWith(own) || (stem.length > 4 && isForm(word, stem)))) found.set(stem, 1);
    }
    // «телемедицина» where texts only say «телемедицинский»: cut the ending until something begins alike.
    for (let end = word.length - 1; !found.size && end >= Math.max(5, word.length - ENDING); end -= 1) {
      for (const stem of vocabulary) if (stem.startsWith(word.slice(0, end))) found.set(stem, 1);
    }
    return found;
  }

  // Letters to change, add, drop or swap so that a word and a stem begin alike; endings do not count.
  function apart(word, stem) {
    let before = [], row = [...Array(stem.length + 1).keys()], best = Infinity;
    for (let i = 1; i <= word.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= stem.length; j += 1) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (word[i - 1] === stem[j - 1] ? 0 : 1));
        if (word[i - 1] === stem[j - 2] && word[i - 2] === stem[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
        const tails = word.length - i + stem.length - j;
        if (i >= 5 && next[j] <= (i < 9 ? 1 : 2) && word.length - i <= 3 && stem.length - j <= 2) best = Math.min(best, next[j] + tails / 100);
      }
      [before, row] = [row, next];
    }
    return best;
  }

  function nearest(word) {
    let best = "", least = Infinity;
    for (const stem of vocabulary) {
      if (stem[0] !== word[0] && stem[1] !== word[1]) continue;
      const distance = apart(word, stem);
      if (distance < least) [best, least] = [stem, distance];
    }
    return best;
  }

  // ---- A word in an index: entries with their weights ----
  const names = { kind: nameOf(form.elements.kind), region: nameOf(form.elements.region), industry: nameOf(form.elements.industry) };
  function nameOf(select) {
    return Object.fromEntries([...select.options].map((option) => [option.value, option.text]));
  }

  const NAME_ENDING = /^(?:[аеиоуыьюя]|ая|ей|ий|им|их|ого|ой|ом|ому|ую|ый|ью|ск.{0,3})?$/;

  // «Томск», «в Тверской области»: the name of the region is on all its pages, so it chooses the region.
  function namesRegion(index, word) {
    return (plain(names.region[index.name] || "").match(/[а-яa-z]+/g) || []).some(function (name) {
      let same = 0;
      while (same < name.length && name[same] === word[same]) same += 1;
      return same >= 4 && NAME_ENDING.test(word.slice(same)) && name.length - same <= 5;
    });
  }

  function meant(word) {
    if (!known.has(word)) {
      let stems = forms(word), instead = "";
      if (!stems.size && !indexes.some((index) => namesRegion(index, word))) {
        instead = nearest(word);
        if (instead) stems = forms(instead);
      }
      known.set(word, { stems, instead, short: abbreviations.filter((one) => one.typed === word) });
    }
    return known.get(word);
  }

  function withStems(index, stems) {
    const found = new Map();
    for (const [stem, weight] of stems) {
      const places = index.terms[stem] || [];
      for (let i = 0; i < places.length; i += 2) {
        found.set(places[i], Math.max(found.get(places[i]) || 0, places[i + 1] * weight));
      }
    }
    return found;
  }

  function withWord(index, word) {
    if (namesRegion(index, word)) return new Map(index.entries.map((entry, number) => [number, entry[1] === "region" ? 60 : 1]));
    const { stems, short } = meant(word);
    const found = withStems(index, stems);
    for (const { words } of short) {
      const all = words.map((one) => withStems(index, meant(one).stems));
      for (const [number, weight] of all[0] || []) {
        if (!found.has(number) && all.every((one) => one.has(number))) found.set(number, weight / 2);
      }
    }
    return found;
  }

  // Entries with how many of the words they hold; rare words tell more than frequent ones.
  function find(index, words) {
    const scores = new Map();
    for (const word of words) {
      const found = withWord(index, word);
      const rare = Math.log(1 + index.entries.length / (found.size || 1));
      for (const [number, weight] of found) {
        const [held, score] = scores.get(number) || [0, 0];
        scores.set(number, [held + 1, score + weight * rare]);
      }
    }
    const phrase = words.join(" ");
    return [...scores].map(function ([number, [held, score]]) {
      const entry = index.entries[number];
      const title = plain(entry[2]);
      const told = title.includes(phrase) ? 1.5 : 1;
      return { index, entry, held, score: score * (KINDS[entry[1]] || 1) * told / Math.log(8 + title.length) };
    });
  }

  // ---- Showing ----
  const PIECES = /([0-9A-Za-zА-Яа-яЁё]+)/;

  function highlight(text, roots) {
    const part = document.createDocumentFragment();
    for (const piece of text.split(PIECES)) {
      const low = plain(piece);
      part.append(piece && roots.some((stem) => low.startsWith(stem)) ? make("mark", {}, piece) : piece);
    }
    return part;
  }

  // The part of a text around the first word that was found.
  function around(text, roots) {
    const place = [...text.matchAll(/[0-9A-Za-zА-Яа-яЁё]+/g)].find((word) => roots.some((stem) => plain(word[0]).startsWith(stem)));
    const start = place && place.index > AROUND ? text.lastIndexOf(" ", place.index - AROUND / 2) + 1 : 0;
    const end = text.indexOf(" ", start + 2 * AROUND);
    return (start ? "… " : "") + (end < 0 ? text.slice(start) : text.slice(start, end) + " …");
  }

  // Whether an entry is in what the boxes choose; without the box `but`, which is being counted.
  function chosen({ index, entry }, but = "") {
    const [, kind, , industry, , bodies, years] = entry;
    const asked = (name) => (name === but ? "" : (form.elements[name] || {}).value || "");
    const [bodyRegion, bodyId] = asked("body").split("/");
    const year = Number(asked("year"));
    return (!asked("kind") || asked("kind") === kind)
      && (!asked("region") || asked("region") === index.name)
      && (!asked("industry") || asked("industry") === industry)
      && (!asked("body") || (bodyRegion === index.name && bodies.includes(bodyId)))
      && (!year || (years.length && years[0] <= year && year <= years[1]));
  }

  // Beside each region and kind, how many of what was found are there.
  function count(found) {
    for (const [name, of] of [["region", ({ index }) => index.name], ["kind", ({ entry }) => entry[1]]]) {
      const counts = {};
      for (const one of found) if (chosen(one, name)) counts[of(one)] = (counts[of(one)] || 0) + 1;
      for (const option of form.elements[name].options) {
        const counted = found.length && (name !== "region" || indexes.some((index) => index.name === option.value));
        if (option.value) option.text = names[name][option.value] + (counted ? ` (${counts[option.value] || 0})` : "");
      }
    }
  }

  function row({ index, entry }, roots, more) {
    const [path, kind, title, industry, text, , , fact] = entry;
    const field = kind === "industry" || !industry ? "" : names.industry[industry];
    const place = [names.region[index.name] || index.name, field].filter(Boolean).join(" · ");
    const item = make("li", {}, make("a", { href: root + path, lang: "ru", className: title.length > LONG ? "long" : "" }, highlight(title, roots)),
      make("div", { className: "quiet" }, `${names.kind[kind] || kind} · `, make("span", { lang: "ru" }, place)));
    if (fact) item.append(make("div", { lang: "ru", className: "fact" }, fact));
    if (text) item.append(make("div", { lang: "ru", className: "text" }, highlight(around(text, roots), roots)));
    if (more) item.append(make("button", { type: "button", onclick: () => { open.add(more.name); search(); } }, status.dataset.more.replace("{count}", more.count)));
    return item;
  }

  // What was typed in the layout of the other language, if only that is found.
  function inLayout(text) {
    const other = swapped(text.toLowerCase(), KEYS, LETTERS);
    const strange = (words) => words.filter((word) => !forms(word).size && !indexes.some((index) => namesRegion(index, word))).length;
    return /[а-яё]/i.test(text) || !strange(wordsOf(text)) || strange(wordsOf(other)) ? text : other;
  }

  // A whole word that begins like a stem, for telling what was taken in place of a word.
  function example(stem, found) {
    for (const { entry } of found) {
      const word = `${entry[2]} ${entry[4]}`.split(PIECES).find((piece) => plain(piece).startsWith(stem));
      if (word) return word.toLowerCase();
    }
    return stem;
  }

  function explain(words) {
    const typed = ` ${words.join(" ")} `;
    const fit = abbreviations.filter((one) => one.typed && typed.includes(` ${one.typed} `));
    const longest = fit.filter((one) => !fit.some((other) => other !== one && other.typed !== one.typed && ` ${other.typed} `.includes(` ${one.typed} `)));
    meaning.replaceChildren(...longest.map(({ term, text, id }) => make("p", {},
      make("a", { href: `${root}glossary.html#${id}`, lang: "ru" }, term), " – ", make("span", { lang: "ru" }, text))));
  }

  function search() {
    remember(Object.fromEntries(new FormData(form)));
    const text = inLayout(field.value);
    const words = wordsOf(text);
    explain(words);
    const all = words.length ? indexes.flatMap((index) => find(index, words)) : [];
    const most = all.reduce((best, one) => Math.max(best, one.held), 0);
    const found = all.filter((one) => one.held === most);
    const shown = found.filter((one) => chosen(one)).sort((a, b) => b.score - a.score);
    count(found);
    const certain = most === words.length && !words.some((word) => meant(word).instead);
    fetchFor(words, certain && shown.length >= LIMIT);
    if (!words.length) status.textContent = status.dataset.hint;
    else if (shown.length || !loading()) status.textContent = told(text, words, most, shown);
    const roots = words.flatMap((word) => [...meant(word).stems.keys()]);
    results.replaceChildren(...grouped(shown).slice(0, LIMIT).map(({ one, more }) => row(one, roots, more)));
  }

  // Of what many regions have under one title some are shown; the others come when they are asked for.
  const open = new Set();
  function grouped(shown) {
    const groups = new Map();
    for (const one of shown) {
      const name = `${one.entry[1]} ${one.entry[2]}`;
      groups.set(name, [...(groups.get(name) || []), one]);
    }
    return [...groups].flatMap(function ([name, members]) {
      const all = members.length <= ALIKE_SHOWN || open.has(name) || form.elements.region.value;
      const some = all ? members : members.slice(0, ALIKE_SHOWN);
      return some.map((one, place) => ({ one, more: !all && place === some.length - 1 && { name, count: members.length - some.length } }));
    });
  }

  function told(text, words, most, shown) {
    const say = status.dataset;
    if (!shown.length) return say.none;
    const parts = [say.found.replace("{count}", shown.length)];
    if (shown.length > LIMIT) parts.push(say.first.replace("{count}", LIMIT));
    if (text !== field.value) parts.push(say.layout.replace("{words}", text));
    for (const word of words) {
      const { instead } = meant(word);
      if (instead) parts.push(say.alike.replace("{word}", word).replace("{words}", example(instead, shown)));
    }
    if (most < words.length) parts.push(say.part);
    return parts.join(" ");
  }

  for (const element of form.elements) if (element.name && asked.has(element.name)) element.value = asked.get(element.name);
  // On a phone the boxes would take the whole first screen: what was found comes first, unless a box is in use.
  form.querySelector("details").open = matchMedia("(min-width: 40rem)").matches || [...form.querySelectorAll("select")].some((one) => one.value);
  form.addEventListener("input", search);
  form.addEventListener("submit", function (event) { event.preventDefault(); search(); });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [field, ...results.querySelectorAll("a")];
    const place = stops.indexOf(document.activeElement);
    const next = stops[place + (event.key === "ArrowDown" ? 1 : -1)];
    if (place < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });
  field.focus({ preventScroll: true });
  search();
})();
