// The records of entries, made from what the page shows of them when somebody asks; what that does not give stands in
// the page itself.
(() => {
  const texts = (item, which) => Array.from(item.querySelectorAll(which), (one) => one.textContent);
  for (const item of document.querySelectorAll("li[data-b]")) {
    item.insertAdjacentHTML("beforeend", " <details class=b><summary>BibTeX</summary></details>");
  }

  // What LaTeX would take for a command is written as one.
  const signs = {
    "\\": "backslash", "~": "asciitilde", "^": "asciicircum", "<": "less", ">": "greater", "|": "bar",
    "\"": "quotedbl", "{": "braceleft", "}": "braceright",
  };
  const tex = (text) => text.replace(/[\\~^<>|"{}&%$#_]/g, (sign) => signs[sign] ? "\\text" + signs[sign] + "{}" : "\\" + sign);
  const emptyWords = "a an and are as at by can do does for from how in is of on the to toward towards via what when why with".split(" ");
  const asciiWords = (text) => text.replace(/[^\0-\x7f]|'/g, "").toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);

  // The record of an entry, from what it shows; of the rest its letters tell: the type, and what its key ends in.
  const record = (item) => {
    const [type, ...suffix] = item.dataset.b;
    const addresses = Array.from(item.querySelectorAll("a"), (link) => link.getAttribute("href"));
    const [title, venue, year, authors] = [".t", ".v", ".y", ".a"].map((which) => texts(item, which)[0] || "");
    const eprint = addresses
      .map((address) => /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/(\d{4}\.\d{4,5})/.exec(address)?.[1]).find(Boolean);
    const doi = /\/(10\.\d+\/[^?#]+)$/.exec(addresses[0])?.[1].toLowerCase();
    const [names, others] = authors.replace(/\p{White_Space}+/gu, " ").replaceAll(", and ", ", ").replaceAll(" and ", ", ").split(/,? et al/);
    const people = names.split(", ").filter(Boolean).concat(others === undefined ? [] : "others");
    // A preprint's year is not the conference's.
    const date = year || (eprint && (type === "p" || !venue) ? "20" + eprint.slice(0, 2) : "");
    const words = asciiWords(title);
    const word = words.find((one) => !emptyWords.includes(one)) || words[0] || "";
    const name = people.length ? asciiWords(people[0]).pop() : "";
    const key = name ? name + date + word : word + date;
    const fields = [
      ["title", "{" + tex(title) + "}"], ["author", people.map(tex).join(" and ")],
      [{ i: "booktitle", a: "journal" }[type] || "howpublished", type === "p" ? "" : tex(venue)], ["year", date],
      ["eprint", eprint], ["archivePrefix", eprint && "arXiv"], ["doi", doi],
      ["url", addresses[0]],
      ["keywords", texts(item, ".g, .k").map(tex).join(", ")],
    ];
    return "@" + ({ i: "inproceedings", a: "article" }[type] || "misc") + "{" + key + suffix.join("") + ",\n"
      + fields.filter((field) => field[1]).map(([name, value]) => "  " + name.padEnd(13) + " = {" + value + "},\n").join("") + "}\n";
  };

  // One click on "BibTeX" shows the record and copies it.
  addEventListener("click", async (event) => {
    const summary = event.target.closest(".b > summary");
    if (!summary || summary.parentNode.open) return;
    const item = summary.closest("li");
    if (!summary.nextElementSibling) summary.after(Object.assign(document.createElement("pre"), { textContent: record(item) }));
    const shown = summary.nextElementSibling;
    try {
      await navigator.clipboard.writeText(shown.textContent);
      document.getElementById("the_state").textContent = "copied";
      summary.textContent = "BibTeX, copied";
    } catch {
      // Where the clipboard is closed, as to some files, what is selected can be copied.
      setTimeout(() => getSelection().selectAllChildren(shown));
    }
  });
})();
