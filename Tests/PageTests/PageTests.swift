import Rules
import Testing

@testable import Page

/// The page as a file, without a browser.
struct PageTests {
  @Test func `an entry has its fields`() throws {
    let page = try SamplePage.text(SamplePage.list)
    #expect(
      page.contains(
        "<li data-b=\"i\"><span class=\"g\">ReferIS</span> <span class=\"g\">ReasonIS</span> <a class=\"t\" href=\"https://arxiv.org/abs/2308.00692\">LISA: Reasoning Segmentation via Large Language Model</a> <span class=\"v\">CVPR</span> <span class=\"y\">2024</span> <a class=\"c\" href=\"https://github.com/dvlab-research/LISA\">code</a>"
      )
    )
  }

  @Test func `a link whose label is a picture is called what the picture is`() throws {
    let image = "<img src=\"https://a.org/b.svg\" alt=\"Run it\" style=\"width: 9px\">"
    let entries = (1...6).map {
      "- [Tool \($0)](https://a.org/\($0)) - Does a thing. [\(image)](https://b.org/\($0))\n"
    }
    let list = "# List\n\n## Tools\n\n" + entries.joined()
    let page = String(decoding: try SamplePage.page(list, isLearned: true).bytes, as: UTF8.self)
    #expect(page.contains("href=\"https://b.org/6\">Run it</a>"))
    #expect(!page.contains("img"))
  }

  @Test func `one entry is an entry`() throws {
    let entry = "- A Paper. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]\n"
    let page = try SamplePage.text("# List\n\n## Papers\n\n" + entry)
    #expect(page.contains(">1 entry in 1 section"))
  }

  @Test func `a picture is not a link, and what it leads to is one`() throws {
    let picture = "https://github.com/a/b/raw/main/pic.png"
    let entry =
      "- [A Paper on Pictures](https://arxiv.org/abs/2308.00692) ![stars](\(picture)) [![demo](\(picture))](https://demo.example.org/x)\n"
    let page = try SamplePage.text("# List\n\n## Papers\n\n" + entry)
    #expect(!page.contains(picture))
    #expect(page.contains("href=\"https://demo.example.org/x\""))
    #expect(!page.contains("class=\"t c\""))
  }

  @Test func `an entry shows what registries say beside it`() throws {
    var facts = FactTable()
    facts.repositories["dvlab-research/lisa"] = .yes(
      RepositoryFacts(name: "dvlab-research/LISA", isArchived: true)
    )
    facts.repositories["cilinyan/visa"] = .yes(RepositoryFacts(name: "somebody/<VISA>"))
    let title = "Éclair: A Survey of Segmentation"
    facts.publications[TitleKey.key(of: title)] = [
      Publication(
        venue: "CVPR",
        kind: .conference,
        year: 2024,
        title: title,
        author: "",
        source: "published.bib",
        place: "DBLP:conf/cvpr/Eclair"
      )
    ]
    let content = try PageContent(
      SamplePage.export(SamplePage.list, knowing: facts),
      now: Moment(seconds: 1_741_608_000)
    )
    let page = String(decoding: PageRenderer(content).page().bytes, as: UTF8.self)
    #expect(page.contains("code</a> <mark>archived</mark>"))
    #expect(page.contains("code</a> <mark>moved to somebody/&lt;VISA&gt;</mark>"))
    #expect(page.contains("<mark>published at CVPR 2024</mark>"))
    #expect(page.split(separator: "<mark>").count == 4)
  }

  private static let titles = [
    "Language Sparse Token", "Reward from Human Feedback", "Vision Graph Scene",
    "Policy for Robust Language",
    "Dense Scene Graph", "Token Model Human", "Graph of Sparse Vision", "Reward Policy Scene",
  ]

  @Test func `what nested items say is shown once`() throws {
    let entries = Self.titles.enumerated().map { number, title in
      """
      - [\(title)](https://arxiv.org/abs/2308.0069\(number))
        - Ada Lovelace, Alan Turing, Grace Hopper
        - Keyword: reward model, model \(number)
        - Code: [official](https://github.com/octo/net\(number))

      """
    }
    let page = try SamplePage.text("# List\n\n## Papers\n\n" + entries.joined(), isLearned: true)
    #expect(
      page.contains(
        "<span class=\"a\">Ada Lovelace, Alan Turing, Grace Hopper</span> <span class=\"d\">Keyword: <i class=\"k\">reward model</i>, <i class=\"k\">model 1</i></span> <a class=\"c\" href=\"https://github.com/octo/net1\">official</a>"
      )
    )
    #expect(page.ranges(of: "Ada Lovelace").count == 8)
  }

  @Test func `a name that the title begins with is shown once`() throws {
    let entries = Self.titles.enumerated().map { number, title in
      "- **[Net\(number)]** Net\(number): \(title) [[paper](https://arxiv.org/abs/2308.0069\(number))]\n- **[Way\(number)]** Seeing \(title) [[paper](https://arxiv.org/abs/2308.0169\(number))]\n"
    }
    let page = try SamplePage.text("# List\n\n## Papers\n\n" + entries.joined(), isLearned: true)
    #expect(
      page.contains(
        "<li data-b=\"m\"><a class=\"t\" href=\"https://arxiv.org/abs/2308.00691\">Net1: "
      )
    )
    #expect(page.contains("<b class=\"m\">Way1</b> <a class=\"t\""))
  }

  @Test func `a date that says more than the year is shown, with the year in it`() throws {
    let rows = Self.titles.enumerated().map { number, title in
      "| [\(title)](https://arxiv.org/abs/2308.0069\(number)) | CVPR | 2023-08-0\(number + 1) | [Github](https://github.com/octo/net\(number)) |\n"
    }
    let page = try SamplePage.text(
      "# List\n\n## Papers\n\n| Title | Venue | Date | Code |\n| --- | --- | --- | --- |\n"
        + rows.joined(),
      isLearned: true
    )
    #expect(page.contains("<span class=\"d\"><span class=\"y\">2023</span>-08-04</span>"))
  }

  @Test func `only an entry that something leads to has a name`() throws {
    let list = SamplePage.list + "- **`[VIS]`** Nowhere: To Be Announced. ECCV'2024. [[paper]()]\n"
    var surroundings = PageRenderer.Surroundings()
    let content = try SamplePage.content(list)
    surroundings.updates = [
      EntryUpdate(
        place: content.entries[1].place,
        before: "arXiv 2023",
        after: "CVPR 2024",
        time: Moment(seconds: 0)
      )
    ]
    let page = String(
      decoding: PageRenderer(content, surroundings).page().bytes,
      as: UTF8.self
    )
    let names = page.matches(of: /<li id="([^"]*)"/).map { String($0.1) }
    #expect(names == ["arxiv-2308.00692", content.entries[4].anchor])
  }

  @Test func `a table has the most frequent values, and the others in one row`() throws {
    let entries = (0..<30).map { number in
      "- Paper \(number) on Segmentation. V\(Array("ABCDEF")[number / 5])\(Array("GHIJK")[number % 5])'2024. [[paper](https://arxiv.org/abs/2308.\(10_000 + number))]\n"
    }
    let rows = EntryCounts(
      try SamplePage.content("# List\n\n## Papers\n\n" + entries.joined()).entries
    ).venues
    let picture = Picture.bars("venues", title: "Venues", of: rows, called: ("Venue", "Entries"))
    let text = String(decoding: try #require(picture).figure.bytes, as: UTF8.self)
    #expect(text.ranges(of: "<tr><td>").count == 26)
    #expect(text.contains("<tr><td>5 others</td><td>5</td></tr>"))
  }

  @Test func `headings are nested as in the list`() throws {
    let page = try SamplePage.text(SamplePage.list)
    #expect(page.contains("<h1>Papers on segmentation</h1>"))
    #expect(page.contains("<h2 id=\"section-general\">General <small>3</small></h2>"))
    #expect(page.contains("<h3 id=\"section-general-models\">Models <small>3</small></h3>"))
  }

  @Test func `filters are hidden where no script shows them`() throws {
    #expect(
      try SamplePage.text(SamplePage.list).contains(
        "<form id=\"the_form\" role=\"search\" aria-label=\"Search the list\" hidden>"
      )
    )
  }

  @Test func `nothing but its own script and style may run`() throws {
    let page = try SamplePage.text(SamplePage.hostile)
    #expect(page.contains("default-src 'none'; script-src 'sha256-"))
    #expect(page.split(separator: "<script>").count == 2)
    #expect(page.split(separator: "<style>").count == 2)
    #expect(!page.contains("<img"))
    #expect(!page.contains("<iframe"))
    #expect(!page.contains("href=\"javascript:"))
    #expect(!page.contains("href=\"data:"))
  }

  @Test func `counts are those of the entries`() throws {
    let counts = EntryCounts(try SamplePage.content(SamplePage.list).entries)
    #expect(counts.total == 4)
    #expect(counts.withCode == 2)
    #expect(counts.years.map { "\($0.value) \($0.count)" } == ["2023 1", "2024 3"])
    #expect(counts.venues.map { "\($0.value) \($0.count)" } == ["CVPR 2", "ECCV 1", "arXiv 1"])
    #expect(counts.tags.map { "\($0.value) \($0.count)" } == ["ReferIS 2", "ReasonIS 1", "VIS 1"])
  }

  @Test func `what came in within thirty days is new`() throws {
    let day: Int64 = 86_400
    let now: Int64 = 1_741_608_000
    let dates = [now - 31 * day, now - 30 * day, nil, now - 90 * day].map {
      $0.map { Moment(seconds: $0) }
    }
    let content = try SamplePage.content(SamplePage.list, added: dates)
    #expect(content.entries.map(\.isNew) == [false, true, false, false])
  }

  @Test func `where most of a list is new, nothing stands out`() throws {
    let dates = (0..<4).map { Moment(seconds: 1_741_608_000 - $0) }
    let content = try SamplePage.content(SamplePage.list, added: dates)
    #expect(content.entries.allSatisfy { !$0.isNew })
  }

  @Test func `the feed has what was added last first, each under a name that stays`() throws {
    let dates: [Moment?] = [Moment(seconds: 10), Moment(seconds: 30), nil, Moment(seconds: 20)]
    let content = try SamplePage.content(SamplePage.list, added: dates)
    func feed(_ repository: String) -> String {
      let feed = Feed(
        content,
        paths: ["README.md"],
        url: SafeAddress("https://octo.github.io/list"),
        repository: repository,
        time: Moment(seconds: 40)
      )
      return String(decoding: feed.file().bytes, as: UTF8.self)
    }
    let text = feed("octo/list")
    let titles = text.split(separator: "<entry>\n<title>").dropFirst().map { $0.prefix(4) }
    #expect(titles == ["LISA", "VISA", "Écla"])
    #expect(text.contains("<updated>1970-01-01T00:00:30Z</updated>\n<author>"))
    #expect(
      text.contains(
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://octo.github.io/list/feed.xml\"/>"
      )
    )
    #expect(text == feed("octo/list"))
    #expect(text != feed("octo/other"))
  }
}
