import Foundation
import Review
import Testing

/// The page in a real browser.
@Suite(.serialized) struct BrowserTests {
  private let shown =
    "return [...document.querySelectorAll('#the_sections li')].filter((i) => i.offsetHeight > 0).length"

  private func set(_ field: String, _ value: String) -> String {
    "{ const f = document.getElementById('the_\(field)'); f.value = '\(value)'; f.dispatchEvent(new Event('input', {bubbles: true})); }"
  }

  @Test func `search and filters narrow the list, and a link restores them`() throws {
    let page = try SamplePage(SamplePage.list)
    let browser = try Browser()
    try browser.open(page.address)
    #expect(try browser.number(shown) == 4)
    try browser.run(set("query", "eclair SURVEY"))
    #expect(try browser.number(shown) == 1)
    // What is hidden keeps its layout, so that it is hidden and shown again at once.
    #expect(
      try browser.text(
        "return getComputedStyle(document.querySelector('#the_sections li[hidden]')).contentVisibility"
      ) == "hidden"
    )
    try browser.run(set("query", ""))
    try browser.run(set("venue", "CVPR"))
    try browser.run(set("year", "2024"))
    #expect(try browser.number(shown) == 2)
    try browser.run("document.getElementById('the_code').click()")
    #expect(try browser.number(shown) == 1)
    #expect(
      try browser.text("return document.getElementById('the_state').textContent")
        == "1 of 4 entries"
    )
    let link = try browser.text("return location.href")
    #expect(link.hasSuffix("#venue=CVPR&year=2024&code=1"))
    try browser.open("about:blank")
    try browser.open(link)
    #expect(try browser.number(shown) == 1)
    #expect(try browser.text("return document.getElementById('the_venue').value") == "CVPR")
    try browser.run("document.getElementById('the_form').reset()")
    try browser.run(set("tag", "ReferIS"))
    #expect(try browser.number(shown) == 2)
    try browser.run(set("tag", "") + set("section", "General"))
    #expect(try browser.number(shown) == 3)
    #expect(try browser.console() == [])
    #expect(try browser.number("return performance.getEntriesByType('resource').length") == 0)
  }

  @Test func `each choice says how many entries it would leave beside the others`() throws {
    let page = try SamplePage(SamplePage.list)
    let browser = try Browser()
    try browser.open(page.address)
    // The counts come after the list is shown.
    func counts(_ field: String) throws -> String {
      try browser.run(
        "return new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(() => done(1)))))"
      )
      return try browser.text(
        "return [...document.getElementById('the_\(field)').options].filter((o) => !o.hidden).map((o) => o.textContent.trim()).join(', ')"
      )
    }
    let code = "return document.getElementById('the_code_count').textContent"
    #expect(try counts("venue") == "all (4), CVPR (2), ECCV (1), arXiv (1)")
    #expect(try counts("section") == "all (4), Survey (1), General (3), Models (3)")
    #expect(try browser.text(code) == "(2)")
    try browser.run(set("year", "2024"))
    #expect(try counts("venue") == "all (3), CVPR (2), ECCV (1)")
    #expect(try counts("year") == "all (4), 2024 (3), 2023 (1)")
    try browser.run("document.getElementById('the_code').click()")
    #expect(try counts("tag") == "all (2), ReferIS (1), ReasonIS (1), VIS (1)")
    #expect(try browser.text(code) == "(2)")
    try browser.run(set("venue", "CVPR"))
    #expect(try counts("venue") == "all (2), CVPR (1), ECCV (1)")
    #expect(try browser.text(code) == "(1)")
  }

  @Test func `without a script it is the whole list`() throws {
    let page = try SamplePage(SamplePage.list)
    let browser = try Browser()
    try browser.command("Emulation.setScriptExecutionDisabled", ["value": true])
    try browser.open(page.address)
    #expect(try browser.number(shown) == 4)
    #expect(try browser.run("return document.getElementById('the_form').hidden") as? Bool == true)
    #expect(try browser.number("return document.querySelectorAll('nav a[href^=\"#\"]').length") > 0)
    #expect(try browser.console() == [])
  }

  @Test func `keywords below an entry are searched`() throws {
    let titles = [
      "Language Token", "Human Feedback", "Vision Graph", "Robust Policy", "Dense Scene",
      "Model Human",
    ]
    let entries = titles.enumerated().map { number, title in
      "- [\(title)](https://arxiv.org/abs/2308.0069\(number))\n  - Ada Lovelace, Alan Turing, Grace Hopper\n  - Keyword: reward model, kernel \(number)\n"
    }
    let page = try SamplePage("# List\n\n## Papers\n\n" + entries.joined(), isLearned: true)
    let browser = try Browser()
    try browser.open(page.address)
    try browser.run(set("query", "kernel 3"))
    #expect(try browser.number(shown) == 1)
  }

  @Test func `a list of thousands is searched and filtered all the same`() throws {
    let entries = (0..<3_737).map { number in
      "- **`[Tag\(number % 16)]`** Paper \(number) on Words of \(number % 97). \(number % 3 == 0 ? "CVPR" : "ICLR")'\(2020 + number % 5). [[paper](https://arxiv.org/abs/\(2001 + number / 9000).\(10_000 + number))] | [[code](https://github.com/owner/net\(number))]\n"
    }
    let page = try SamplePage("# List\n\n## Papers\n\n" + entries.joined())
    let browser = try Browser(width: 1600)
    try browser.open(page.address)
    #expect(try browser.number(shown) == 3_737)
    try browser.run(set("query", "paper 1234 on"))
    #expect(try browser.number(shown) == 1)
    try browser.run(set("query", "") + set("venue", "CVPR") + set("tag", "Tag3"))
    #expect(try browser.number(shown) == (0..<3_737).count { $0 % 3 == 0 && $0 % 16 == 3 })
    #expect(try browser.number("return document.documentElement.scrollWidth") == 1600)
    #expect(try browser.console() == [])
    #expect(try browser.number("return performance.getEntriesByType('resource').length") == 0)
  }

  @Test func `a keyboard is enough`() throws {
    let page = try SamplePage(SamplePage.list)
    let browser = try Browser()
    try browser.open(page.address)
    try browser.press("/")
    #expect(try browser.text("return document.activeElement.id") == "the_query")
    try browser.press("visa")
    #expect(try browser.number(shown) == 1)
    try browser.press("\u{E00C}")
    #expect(try browser.number(shown) == 4)
    try browser.press("jj")
    #expect(
      try browser.text("return document.activeElement.href") == "https://arxiv.org/abs/2308.00692"
    )
    try browser.press("k")
    #expect(
      try browser.text("return document.activeElement.href") == "https://arxiv.org/abs/2301.00001"
    )
  }

  @Test func `one click shows an entry's BibTeX`() throws {
    let page = try SamplePage(SamplePage.list)
    let browser = try Browser()
    try browser.open(page.address)
    try browser.click("details.b > summary")
    #expect(
      try browser.text("return document.querySelector('details.b[open] > pre').textContent")
        == SamplePage.export(SamplePage.list).bibtexEntries().joined().compactMap { $0?.text }.first
    )
  }

  /// Titles, names and keys in which something is unusual.
  private static let papers = """
    # List

    ## Papers

    - A $5 & 100% \\_Test\\_ of #1 {Braces} ~ <b. arXiv'2023. [[paper](https://arxiv.org/abs/2301.00001)]
    - Éclair: On the Naïve Vision's Edge. TPAMI'2024. [[paper](https://arxiv.org/pdf/2301.00002v2.pdf)]
    - Éclair: On the Naïve Vision's Edge Again. CVPR'2024. [[paper](https://openreview.net/forum?id=abc)]
    - Éclair: On the Naïve Vision's Edge Anew. CVPR'2024. [[paper](https://doi.org/10.1109/ABC.2024.1)]
    - 3D or 4D: What Is It. ICLR'2025. [[paper](http://www.arxiv.org/abs/2405.12345)] | [[code](https://github.com/a/b)]
    - 2024: 365. Some Place'2024. [[paper](https://example.org/a{b}.pdf)]
    - Old: Strings at Large. arXiv'1999. [[paper](https://arxiv.org/abs/hep-th/9901001)]

    """

  private static let people = """
    # List

    ## Papers

    | Title | Authors | Venue | Link |
    | --- | --- | --- | --- |
    | Alpha Beta | Ada Lovelace, Alan M. Turing, and Grace Hopper | CVPR 2024 | [paper](https://arxiv.org/abs/2301.00001) |
    | Gamma Delta | Ada Lovelace and Alan Turing | ICLR 2024 | [paper](https://arxiv.org/abs/2301.00002) |
    | Epsilon Zeta | Ada Lovelace, Alan Turing, et al. | ICML 2023 | [paper](https://arxiv.org/abs/2301.00003) |
    | Eta Theta | Ada Lovelace et al. | TMLR 2023 | [paper](https://arxiv.org/abs/2301.00004) |
    | Iota Kappa | 李明, José Núñez‑O'Brien | ECCV 2022 | [paper](https://arxiv.org/abs/2301.00005) |
    | Lambda Mu | Ada Lovelace*, Alan Turing1 | ECCV 2022 | [paper](https://arxiv.org/abs/2301.00006) |

    """

  @Test(arguments: [SamplePage.list, papers, people])
  func `the page has the records that the export has`(list: String) throws {
    let page = try SamplePage(list, isLearned: true)
    let browser = try Browser()
    try browser.open(page.address)
    let shown = try browser.run(
      "for (const s of document.querySelectorAll('.b > summary')) s.click(); return [...document.querySelectorAll('.b > pre')].map((p) => p.textContent)"
    )
    let records = try SamplePage.export(list, isLearned: true).bibtexEntries().joined().compactMap {
      $0?.text
    }
    #expect(shown as? [String] == records)
    #expect(try browser.console() == [])
  }

  @Test func `entries that attack are text, and nothing of them runs`() throws {
    let page = try SamplePage(SamplePage.hostile)
    let browser = try Browser()
    try browser.open(page.address)
    #expect(try browser.run("return window.hit ?? null") == nil)
    #expect(try browser.number(shown) > 0)
    let links =
      "return [...document.links].filter((a) => !['http:', 'https:', 'file:'].includes(a.protocol)).length"
    #expect(try browser.number(links) == 0)
    let attributes =
      "return [...document.querySelectorAll('main *')].filter((e) => [...e.attributes].some((a) => a.name.startsWith('on'))).length"
    #expect(try browser.number(attributes) == 0)
    #expect(
      try browser.number(
        "return document.querySelectorAll('main script, main style, img, iframe').length"
      ) == 0
    )
    #expect(try browser.console() == [])
    #expect(try browser.number("return performance.getEntriesByType('resource').length") == 0)
  }

  @Test func `a policy keeps out what would be put in`() throws {
    let page = try SamplePage(SamplePage.list)
    let browser = try Browser()
    try browser.open(page.address)
    try browser.run(
      "const s = document.createElement('script'); s.textContent = 'window.hit = 1'; document.body.append(s)"
    )
    #expect(try browser.run("return window.hit ?? null") == nil)
    #expect(try browser.console().contains { $0.contains("Content Security Policy") })
  }

  @Test(arguments: ["light", "dark"]) func `it fits a narrow screen and can be read`(
    scheme: String
  ) throws {
    let page = try SamplePage(SamplePage.list)
    let browser = try Browser()
    try browser.command(
      "Emulation.setDeviceMetricsOverride",
      ["width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true]
    )
    try browser.command(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": scheme]]]
    )
    try browser.open(page.address)
    #expect(try browser.number("return document.documentElement.scrollWidth") == 360)
    // WCAG 2.2, success criterion 1.4.3.
    let contrast = """
      const light = (c) => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number).map((v) => v / 255)
        .map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
      const back = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
        if (c !== 'rgba(0, 0, 0, 0)') return c; } return 'rgb(255, 255, 255)'; };
      let worst = 21;
      for (const e of document.querySelectorAll('body *')) {
        if (!e.offsetParent || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
        const [a, b] = [light(getComputedStyle(e).color), light(back(e))].sort((x, y) => y - x);
        worst = Math.min(worst, (a + .05) / (b + .05));
      }
      return Math.round(worst * 100);
      """
    #expect(try browser.number(contrast) >= 450)
    let unnamed =
      "return [...document.querySelectorAll('input, select, button, a, svg')].filter((e) => e.offsetParent && !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label'))).length"
    #expect(try browser.number(unnamed) == 0)
  }
}
