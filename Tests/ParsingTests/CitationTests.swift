import Learning
import ListModel
import Markdown
import Parsing
import Rules
import Testing

/// What an entry says to a reader, in lists whose format was learned.
struct CitationTests {
  /// A list of entries made from a pattern, with one more at its end; `#` stands for a number.
  private func citation(
    of entry: String,
    among pattern: String,
    below head: String = ""
  ) throws -> String {
    let others = (11..<31).map { pattern.replacing("#", with: "\($0)") }.joined(separator: "\n")
    let text = SourceText("## Papers\n\n\(head)\(others)\n\(entry)\n")
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    let document = learned.rulebook.document(text)
    let place = try #require(document.entries.last)
    let found = CitationReader(document)
      .citation(of: document.fields(at: place), format: place.format)
    let fields = [
      found.title, found.authors, found.venue, found.year.map(String.init), found.description,
    ]
    return fields.map { $0 ?? "-" }.joined(separator: " | ")
  }

  @Test func `words in emphasis after names are the title, though a comma stands in the marks`()
    throws
  {
    let pattern =
      "* Tool # - Does a useful thing. CVPR 2020 [[Paper](https://arxiv.org/abs/2301.000#)]"
    let entry =
      "* Karol Gregor, Ivo Danihelka, and Daan Wierstra, *DRAW: A Network for Images,* ICML 2015 [[Paper](https://arxiv.org/abs/1502.04623)]"
    #expect(
      try citation(of: entry, among: pattern)
        == "DRAW: A Network for Images | Karol Gregor, Ivo Danihelka, and Daan Wierstra | ICML | 2015 | -"
    )
  }

  @Test
  func `marks that end after the names they stand in make no range that ends before it begins`()
    throws
  {
    let pattern =
      "* A Good Way #, *Ann Adams, Bo Li*, CVPR 2020 [[Paper]](https://arxiv.org/abs/2301.000#)"
    let entry =
      "* Google, *Ann Adams, Bo Li, *a title of words*, CVPR 2020 [[Paper]](https://a.org/1)*"
    #expect(try citation(of: entry, among: pattern).contains("title of words"))
  }

  private static let plain =
    "- A Good Way # to See the World [[Paper]](https://arxiv.org/abs/2301.000#)"
  private static let linked = "- [A Tool #](https://a.org/#) - Does a thing in # ways."
  private static let cited =
    "- Adams, Ann, et al. **A Good Way # to See.** CVPR 2020. [[Paper]](https://arxiv.org/abs/2301.000#)"

  @Test(arguments: [
    (
      "- ***SDEdit:*** Guided Synthesis of Images [[Paper]](https://a.org/1)",
      "SDEdit: Guided Synthesis of Images | - | - | - | -"
    ),
    (
      "- [PromptPapers](https://github.com/a/b): A list for papers on prompts",
      "PromptPapers | - | - | - | A list for papers on prompts"
    ),
    (
      "- HOTR: Detection with Transformers (**oral**) [[Paper]](https://a.org/1)",
      "HOTR: Detection with Transformers | - | - | - | -"
    ),
    (
      "- A Survey of Visual Transformers [[Paper]](https://a.org/1) - 2021.11.30",
      "A Survey of Visual Transformers | - | - | 2021 | -"
    ),
    (
      "- Image Synthesis for Learning. Richard Zhang. [[Paper]](https://a.org/1)",
      "Image Synthesis for Learning | Richard Zhang | - | - | -"
    ),
    (
      "- Similarity of words with lessons learned, O. Levy et al. [[Paper]](https://a.org/1)",
      "Similarity of words with lessons learned | O. Levy et al. | - | - | -"
    ),
    (
      "- Ziwei Liu, Xiaoxiao Li, Image Parsing via a Deep Network [[Paper]](https://a.org/1)",
      "Image Parsing via a Deep Network | Ziwei Liu, Xiaoxiao Li | - | - | -"
    ),
    (
      "- Models, Data, and Methods for Vision [[Paper]](https://a.org/1)",
      "Models, Data, and Methods for Vision | - | - | - | -"
    ),
  ])
  func `a title is what a reader takes for it`(_ entry: String, _ expected: String) throws {
    #expect(try citation(of: entry, among: Self.plain) == expected)
  }

  @Test(arguments: [
    (
      "- Guadarrama, Sergio, et al. **Object Retrieval by Words.** Robotics: science and systems. Vol. 2. 2014. [[Paper]](https://a.org/1)",
      "Object Retrieval by Words | Guadarrama, Sergio, et al. | Robotics: science and systems | 2014 | -"
    ),
    (
      "- Hinton, Geoffrey, et al. **Reducing the dimensions of data.** Science 313.5786 (2006): 504-507. [[Paper]](https://a.org/1)",
      "Reducing the dimensions of data | Hinton, Geoffrey, et al. | Science | 2006 | -"
    ),
    (
      "- **TaCoS**: Regner, Ann, et al. **Grounding descriptions of actions.** Transactions of Words. Springer, Cham, 2016. [[Paper]](https://a.org/1) [[Website]](https://b.org/1)",
      "Grounding descriptions of actions | Regner, Ann, et al. | Transactions of Words | 2016 | -"
    ),
    (
      "- **AI2-THOR**: Kolve, Eric, et al. **Ai2-thor: An environment for visual ai.** CVPR 2017. [[Paper]](https://a.org/1)",
      "Ai2-thor: An environment for visual ai | Kolve, Eric, et al. | CVPR | 2017 | -"
    ),
  ])
  func `proceedings stand up to their year`(_ entry: String, _ expected: String) throws {
    #expect(try citation(of: entry, among: Self.cited) == expected)
  }

  @Test(arguments: [
    ("CVPR 2019, CVPR 2018", "CVPR 2019", ["CVPR 2018"]),
    ("ICCV 2019, ECCV 2018, CVPR 2017", "ICCV 2019", ["ECCV 2018", "CVPR 2017"]),
    ("at CVPR 2022 and NAACL 2022, with slides", "CVPR 2022", ["NAACL 2022"]),
    // Where it was published goes before the preprint.
    ("arXiv 2022, ICLR 2023", "ICLR 2023", ["arXiv 2022"]),
    ("at CVPR 2022", "CVPR 2022", []), ("CVPR 2019", "CVPR 2019", []),
  ])
  func `an entry that names several venues appeared at each`(
    _ venues: String,
    _ first: String,
    _ others: [String]
  ) throws {
    let entries = (11..<31).map {
      "[A Good Way \($0) to See](https://arxiv.org/abs/2301.000\($0)), CVPR 20\($0)\n\n"
    }
    let text = SourceText(
      "## Papers\n\n\(entries.joined())[A Workshop on Ways to See](https://a.org/1), \(venues)\n"
    )
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    let document = learned.rulebook.document(text)
    let place = try #require(document.entries.last)
    let found = CitationReader(document)
      .citation(of: document.fields(at: place), format: place.format)
    #expect("\(found.venue ?? "-") \(found.year ?? 0)" == first)
    #expect(found.otherAppearances.map { "\($0.venue) \($0.year)" } == others)
  }

  @Test func `a picture shows where a paper appeared, and is not a link`() throws {
    let row =
      "| [A Good Way # to See](https://a.org/#) | <img src=\"https://b.org/CVPR\" alt=\"CVPR 2019\"> |"
    #expect(
      try citation(of: row, among: row, below: "| Title | Venue |\n| --- | --- |\n")
        == "A Good Way # to See | - | CVPR | 2019 | -"
    )
  }

  @Test func `a colon ties what follows a link to the title, up to the authors`() throws {
    let item =
      "<li><b>(CVPR 2024)</b> <a href=\"https://a.org/#\">BiPO#</a>: A Network for Motion, and More, Hong et al.</li>"
    #expect(
      try citation(of: item, among: item, below: "<ul>\n")
        == "BiPO#: A Network for Motion, and More | Hong et al. | CVPR | 2024 | -"
    )
  }

  @Test(arguments: [
    ("A Control Approach", "BiPO: A Control Approach | Hong et al. | CVPR | 2024 | -"),
    (
      "Robust and General Motion", "BiPO: Robust and General Motion | Hong et al. | CVPR | 2024 | -"
    ),
  ])
  func `words that begin with capitals are not names where the names after them are shorter`(
    _ words: String,
    _ expected: String
  ) throws {
    func item(_ name: String, _ words: String) -> String {
      "<li><b>(CVPR 2024)</b> <a href=\"https://a.org/#\">\(name)</a>: \(words), Hong et al.</li>"
    }
    #expect(
      try citation(
        of: item("BiPO", words),
        among: item("BiPO#", "A Network for Motion of # People"),
        below: "<ul>\n"
      ) == expected
    )
  }

  @Test(arguments: [
    (
      "Ann Adams and Bo Lee, *A Title of Some Words*, CVPR 2015",
      "A Title of Some Words | Ann Adams and Bo Lee | CVPR | 2015 | -"
    ),
    (
      "Ann Adams, Bo Lee, \"A Title of Some Words\", CVPR 2015",
      "A Title of Some Words | Ann Adams, Bo Lee | CVPR | 2015 | -"
    ),
  ])
  func `a note after where they work has the title, in whatever marks`(
    _ note: String,
    _ expected: String
  ) throws {
    let pattern =
      "* Google [[Paper](https://arxiv.org/abs/2301.000#)]\n  * Ann Adams, Bo Lee, and Di Cox, *A Good Way # to See*, CVPR 2020"
    let entry = "* Stanford [[Paper](https://arxiv.org/abs/2301.00077)]\n  * \(note)"
    #expect(try citation(of: entry, among: pattern) == expected)
  }

  @Test func `descriptions are authors where the list's are names of people`() throws {
    let books = "- [A Book of # Things](https://a.org/#) - Ann Adams, Bob Brown (PDF)"
    #expect(
      try citation(of: "- [Learn Data](https://a.org/1) - Hernan Rojas (HTML)", among: books)
        == "Learn Data | Hernan Rojas | - | - | -"
    )
    #expect(
      try citation(of: "- [Learn Data](https://a.org/1) - Machine Learning", among: Self.linked)
        == "Learn Data | - | - | - | Machine Learning"
    )
  }

  /// What the last entries of a list say in their places, of venue and year.
  private func last(_ count: Int, of list: String) throws -> [String] {
    let text = SourceText(list)
    let learned = try #require(try Rulebook.builtIn()).learned(from: text, or: text)
    let document = learned.rulebook.document(text)
    let reader = CitationReader(document)
    return document.entries.suffix(count).map { place in
      let found = reader.citation(of: document.fields(at: place), amongOthersOf: place.format)
        .dated(below: document.section(of: place).path)
      return [found.venue, found.year.map(String.init)].map { $0 ?? "-" }.joined(separator: " ")
    }
  }

  @Test func `a label where the others have their venue is a venue`() throws {
    let others = (11..<31).map { "- [[CVPR](https://a.org/\($0))] A Good Way \($0) to See\n" }
    let entries = """
      - [[DAC](https://a.org/1)] Another Way to Count Words
      - [[Cognitive Neurodynamics 2019](https://a.org/2)] A Third Way to Count Words
      - [[arXiv](https://arxiv.org/abs/2301.00001)] A Fourth Way to Count Words
      - [[paper](https://a.org/4)] A Fifth Way to Count Words

      """
    let found = try last(4, of: "## Papers\n\n\(others.joined())\(entries)")
    #expect(found == ["DAC -", "Cognitive Neurodynamics 2019", "- -", "- -"])
  }

  @Test(arguments: [
    ("## 2022", "2022"), ("## 2022\n\n### Counting", "2022"), ("## Papers\n\n### 2021", "2021"),
    ("## 2022 and before", "-"), ("## CVPR 2022", "-"), ("## 1000", "-"),
  ])
  func `a heading that is a year is the year of what stands below it`(
    _ headings: String,
    _ year: String
  ) throws {
    let entries = (11..<31).map {
      "- A Good Way \($0) to See [[paper](https://a.org/\($0))]\n"
    }
    let own = "- A Good Way to See [[paper](https://a.org/1)] - 2019.11.30\n"
    let found = try last(2, of: "\(headings)\n\n\(entries.joined())\(own)")
    #expect(found == ["- \(year)", "- 2019"])
  }
}
