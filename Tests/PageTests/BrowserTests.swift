import Foundation
import Review
import Testing

/// The page in a real browser.
@Suite(.serialized) struct BrowserTests {
  private let shown =
    "return [...document.querySelectorAll('#the_sections li[id]')].filter((i) => i.offsetParent).length"

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
      try browser.text("return document.activeElement.closest('li').id") == "arxiv-2308.00692"
    )
    try browser.press("k")
    #expect(
      try browser.text("return document.activeElement.closest('li').id") == "arxiv-2301.00001"
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
