"use strict";
// The page is whole without this. It hides entries and moves them; what an entry says is only ever read as text.
(() => {
  const at = (name) => document.getElementById("the_" + name);
  const form = at("form"), query = at("query"), state = at("state");
  const fields = ["section", "tag", "venue", "year"];
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = (item, name) => Array.from(item.getElementsByClassName(name), (one) => one.textContent);

  // An entry as the filters see it.
  const entries = [];
  const sections = Array.from(at("sections").children, (node) => ({
    node, depth: Number(node.dataset.depth), name: node.dataset.path || "", isHidden: false, shown: 0, all: -1,
    count: node.querySelector(":scope > :first-child > small"),
  }));
  sections.forEach((section, index) => {
    for (const item of section.node.querySelectorAll(":scope > ul > li")) {
      const words = texts(item, "t").concat(texts(item, "a"), texts(item, "v"), texts(item, "y"), texts(item, "g"), texts(item, "m"));
      entries.push({
        item, index, parent: item.parentNode, words: fold(words.join(" ")), isHidden: false,
        section: section.name, tag: new Set(texts(item, "g")), venue: texts(item, "v")[0] || "", year: texts(item, "y")[0] || "",
        code: item.getElementsByClassName("c").length > 0, added: item.getElementsByTagName("time")[0]?.textContent || "",
      });
    }
  });

  const has = (entry, field, value) =>
    field === "tag" ? entry.tag.has(value)
    : field === "section" ? entry.section === value || entry.section.startsWith(value + " > ")
    : entry[field] === value;

  // What a field has to choose from: the sections in the list's order, years from the latest, else the most first.
  const options = {};
  for (const field of fields) {
    const counts = new Map();
    if (field === "section") {
      for (const section of sections) counts.set(section.name, 0);
    } else {
      for (const entry of entries) {
        for (const value of field === "tag" ? entry.tag : [entry[field]]) counts.set(value, (counts.get(value) || 0) + 1);
      }
    }
    counts.delete("");
    let values = Array.from(counts.keys());
    if (field === "year") values.sort().reverse();
    else if (field !== "section") values.sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
    const select = at(field);
    options[field] = values.map((value) => {
      const option = document.createElement("option");
      option.value = value;
      select.append(option);
      const names = value.split(" > ");
      return { value, option, label: field === "section" ? "\u2003".repeat(names.length - 1) + names[names.length - 1] : value };
    });
    if (values.length === 0) select.parentNode.hidden = true;
  }
  if (!entries.some((entry) => entry.code)) at("code").parentNode.hidden = true;
  if (!entries.some((entry) => entry.added)) at("order").querySelector("[value=added]").remove();

  const wanted = () => {
    const values = { words: fold(query.value).split(/\s+/).filter(Boolean), code: at("code").checked, order: at("order").value };
    for (const field of fields) values[field] = at(field).value;
    return values;
  };

  // Counts are those of the entries that every other filter lets through.
  const tally = (want, found) => {
    for (const field of fields) {
      const counts = new Map();
      let all = 0;
      found.forEach((misses, index) => {
        if (misses.length > 1 || (misses.length === 1 && misses[0] !== field)) return;
        const entry = entries[index];
        all += 1;
        if (field === "tag") for (const tag of entry.tag) counts.set(tag, (counts.get(tag) || 0) + 1);
        else if (field === "section") {
          for (let name = entry.section; name; name = name.includes(" > ") ? name.slice(0, name.lastIndexOf(" > ")) : "") {
            counts.set(name, (counts.get(name) || 0) + 1);
          }
        } else counts.set(entry[field], (counts.get(entry[field]) || 0) + 1);
      });
      at(field).options[0].textContent = "all (" + all + ")";
      for (const { value, option, label } of options[field]) {
        const count = counts.get(value) || 0;
        option.textContent = label + " (" + count + ")";
        option.hidden = count === 0 && at(field).value !== value;
      }
    }
    let code = 0;
    found.forEach((misses, index) => {
      if (entries[index].code && misses.every((miss) => miss === "code")) code += 1;
    });
    at("code_count").textContent = "(" + code + ")";
  };

  let order = "", tallying = 0;
  const arrange = (wanted) => {
    if (wanted === order) return;
    order = wanted;
    const flat = at("order_list");
    const key = order === "added" ? "added" : "year";
    const sorted = order ? entries.slice().sort((a, b) => (a[key] < b[key] ? 1 : a[key] > b[key] ? -1 : 0)) : entries;
    for (const entry of sorted) (order ? flat : entry.parent).append(entry.item);
    flat.hidden = !order;
    at("sections").hidden = Boolean(order);
  };

  const show = () => {
    const want = wanted();
    let count = 0;
    for (const section of sections) section.shown = 0;
    const found = entries.map((entry) => {
      const misses = [];
      if (!want.words.every((word) => entry.words.includes(word))) misses.push("words");
      for (const field of fields) if (want[field] && !has(entry, field, want[field])) misses.push(field);
      if (want.code && !entry.code) misses.push("code");
      const isHidden = misses.length > 0;
      if (isHidden !== entry.isHidden) entry.item.hidden = entry.isHidden = isHidden;
      if (!isHidden) { count += 1; sections[entry.index].shown += 1; }
      return misses;
    });
    // A heading stays while something below it does, and says how much.
    let below = [];
    for (let index = sections.length - 1; index >= 0; index -= 1) {
      const section = sections[index];
      const all = below.slice(section.depth + 1).reduce((sum, one) => sum + (one || 0), section.shown);
      below = below.slice(0, section.depth + 1);
      below[section.depth] = (below[section.depth] || 0) + all;
      if (section.isHidden === all > 0) section.node.hidden = section.isHidden = all === 0;
      if (section.count && section.all !== all) section.count.textContent = section.all = all;
    }
    arrange(want.order);
    state.textContent = count === entries.length ? count + " entries" : count + " of " + entries.length + " entries";
    document.body.classList.toggle("filtered", count !== entries.length);
    cancelAnimationFrame(tallying);
    tallying = requestAnimationFrame(() => setTimeout(() => tally(want, found)));
    return want;
  };

  // The state is in the part of the address that no server sees, so a link to it works from a file too.
  const remember = (want) => {
    const part = new URLSearchParams();
    if (query.value.trim()) part.set("q", query.value.trim());
    for (const field of fields) if (want[field]) part.set(field, want[field]);
    if (want.code) part.set("code", "1");
    if (want.order) part.set("order", want.order);
    const text = part.toString();
    history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
  };

  const restore = () => {
    const part = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
    query.value = part.get("q") || "";
    for (const field of fields.concat("order")) {
      at(field).value = part.get(field) || "";
      if (at(field).selectedIndex < 0) at(field).value = "";
    }
    at("code").checked = part.get("code") === "1";
    show();
  };

  const change = () => remember(show());
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  const clear = () => {
    query.value = "";
    for (const field of fields.concat("order")) at(field).value = "";
    at("code").checked = false;
    change();
  };
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
  });
  addEventListener("hashchange", () => { if (location.hash.includes("=")) restore(); });

  // Keys, where nobody is typing.
  let here = null;
  const step = (way) => {
    const shown = Array.from(document.querySelectorAll("#the_sections li[id], #the_order_list li[id]"))
      .filter((item) => !item.hidden && item.closest("section")?.hidden !== true);
    const index = shown.indexOf(here) + way;
    const next = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (!next) return;
    here?.classList.remove("here");
    here = next;
    here.classList.add("here");
    here.scrollIntoView({ block: "center" });
    (here.querySelector("a") || here).focus({ preventScroll: true });
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target.matches("input[type=search], select");
    if (event.key === "Escape") {
      clear();
      query.blur();
    } else if (isTyping) return;
    else if (event.key === "/") {
      event.preventDefault();
      query.focus();
      query.select();
    } else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });

  // One click on "BibTeX" shows the record and copies it.
  addEventListener("click", async (event) => {
    const summary = event.target.closest("details.b > summary");
    if (!summary || summary.parentNode.open) return;
    const record = summary.nextElementSibling;
    try {
      await navigator.clipboard.writeText(record.textContent);
      state.textContent = "copied";
      summary.textContent = "BibTeX, copied";
    } catch {
      // Where the clipboard is closed, as to some files, what is selected can be copied.
      setTimeout(() => getSelection().selectAllChildren(record));
    }
  });

  form.hidden = false;
  restore();
})();
