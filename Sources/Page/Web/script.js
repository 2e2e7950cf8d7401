"use strict";
// The page is whole without this. It hides entries and moves them; what an entry says is only ever read as text.
(() => {
  const at = (name) => document.getElementById("the_" + name);
  const texts = (item, which) => Array.from(new Set(Array.from(item.querySelectorAll(which), (one) => one.textContent)));
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const form = at("form"), query = at("query"), code = at("code"), order = at("order"), flat = at("order_list");
  const fields = ["section", "tag", "venue", "year"];
  const choices = fields.concat("order");

  // The sections, and the entries as the filters see them.
  const entries = [];
  let path = [];
  const sections = Array.from(at("sections").children, (node) => {
    const heading = node.querySelector(":scope > :first-child:not(ul)");
    const section = { node, count: heading?.querySelector("small"), name: heading?.firstChild.data.trim().replaceAll(" > ", " / ") };
    path = path.slice(0, Number(node.dataset.depth || heading?.tagName[1] - 2 || 0)).concat(section);
    const around = path;
    const names = around.map((one) => one.name).filter(Boolean);
    for (const item of node.querySelectorAll(":scope > ul > li")) {
      entries.push({
        item, around, parent: item.parentNode, words: fold(texts(item, "span, .t, b").join(" ")),
        section: names.map((name, index) => names.slice(0, index + 1).join(" > ")),
        tag: texts(item, ".g"), venue: texts(item, ".v"), year: texts(item, ".y"),
        code: item.querySelector(".c") !== null, added: texts(item, "time"),
      });
    }
    return section;
  });

  const count = (field, some) => {
    const counts = new Map();
    for (const entry of some) for (const value of entry[field]) counts.set(value, (counts.get(value) || 0) + 1);
    return counts;
  };

  // What a field has to choose from: the sections in the list's order, years from the latest, else the most first.
  const options = {};
  for (const field of fields) {
    const counts = count(field, entries);
    const values = Array.from(counts.keys());
    if (field === "year") values.sort().reverse();
    else if (field !== "section") values.sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
    options[field] = values.map((value) => {
      const names = field === "section" ? value.split(" > ") : [value];
      const option = new Option("", value);
      at(field).append(option);
      return { value, option, label: "\u2003".repeat(names.length - 1) + names.pop() };
    });
    at(field).parentNode.hidden = values.length === 0;
  }
  code.parentNode.hidden = !entries.some((entry) => entry.code);
  if (!entries.some((entry) => entry.added[0])) order.querySelector("[value=added]").remove();

  // Counts are those of the entries that every other filter lets through.
  const tally = (found) => {
    const passing = (name) => entries.filter((entry, index) => found[index].every((miss) => miss === name));
    for (const field of fields) {
      const some = passing(field);
      const counts = count(field, some);
      at(field).options[0].textContent = "all (" + some.length + ")";
      for (const { value, option, label } of options[field]) {
        option.textContent = label + " (" + (counts.get(value) || 0) + ")";
        option.hidden = !counts.has(value) && !option.selected;
      }
    }
    at("code_count").textContent = "(" + passing("code").filter((entry) => entry.code).length + ")";
  };

  let ordered = "", tallying = 0;
  const arrange = () => {
    const key = order.value;
    if (key === ordered) return;
    ordered = key;
    const first = (entry) => entry[key][0] || "";
    const sorted = key ? entries.slice().sort((a, b) => (first(a) < first(b) ? 1 : first(a) > first(b) ? -1 : 0)) : entries;
    for (const entry of sorted) (key ? flat : entry.parent).append(entry.item);
    flat.hidden = !key;
    at("sections").hidden = Boolean(key);
  };

  const show = () => {
    const words = fold(query.value).split(/\s+/);
    const wanted = fields.map((field) => ({ field, value: at(field).value })).filter((one) => one.value);
    let shown = 0;
    for (const section of sections) section.shown = 0;
    const found = entries.map((entry) => {
      const misses = wanted.filter((one) => !entry[one.field].includes(one.value)).map((one) => one.field);
      if (!words.every((word) => entry.words.includes(word))) misses.push("words");
      if (code.checked && !entry.code) misses.push("code");
      const hides = misses.length > 0;
      if (entry.item.hidden !== hides) entry.item.hidden = hides;
      if (!hides) {
        shown += 1;
        for (const section of entry.around) section.shown += 1;
      }
      return misses;
    });
    // A heading stays while something below it does, and says how much.
    for (const { node, count, shown } of sections) {
      if (node.hidden === shown > 0) node.hidden = shown === 0;
      if (count && count.textContent !== String(shown)) count.textContent = shown;
    }
    arrange();
    const isAll = shown === entries.length;
    at("state").textContent = (isAll ? "" : shown + " of ") + entries.length + (entries.length === 1 ? " entry" : " entries");
    document.body.classList.toggle("filtered", !isAll);
    cancelAnimationFrame(tallying);
    tallying = requestAnimationFrame(() => setTimeout(() => tally(found)));
  };

  // The state is in the part of the address that no server sees, so a link to it works from a file too.
  const change = () => {
    show();
    const part = new URLSearchParams();
    if (query.value.trim()) part.set("q", query.value.trim());
    for (const name of choices) if (at(name).value) part.set(name, at(name).value);
    if (code.checked) part.set("code", "1");
    history.replaceState(null, "", String(part) ? "#" + part : location.pathname + location.search);
  };

  const restore = () => {
    const part = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    query.value = part.get("q") || "";
    for (const name of choices) {
      at(name).value = part.get(name) || "";
      if (at(name).selectedIndex < 0) at(name).value = "";
    }
    code.checked = part.has("code");
    show();
  };

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(change));
  addEventListener("hashchange", () => { if (location.hash.includes("=")) restore(); });

  // Keys, where nobody is typing.
  let here = null;
  const step = (way) => {
    const shown = Array.from(document.querySelectorAll("#the_sections li, #the_order_list li"))
      .filter((item) => !item.hidden && !item.closest("section")?.hidden);
    const next = shown[Math.max(0, Math.min(shown.length - 1, shown.indexOf(here) + way))];
    if (!next) return;
    here?.classList.remove("here");
    here = next;
    here.classList.add("here");
    here.scrollIntoView({ block: "center" });
    (here.querySelector("a") || here).focus({ preventScroll: true });
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === "Escape") {
      form.reset();
      change();
      query.blur();
    } else if (event.target.matches("input[type=search], select")) return;
    else if (key === "/") {
      event.preventDefault();
      query.focus();
      query.select();
    } else if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
  });

  form.hidden = false;
  restore();
})();
