import ListModel
import Rules
import Text

/// A list that the world has gone on from, and what registries say of it.
enum Sample {
  static let legend = [
    "# Papers", "", "## Related Task", "",
    "**`[ReferIS]`**: Referring Image Segmentation  ", "**`[GRES]`**: Generalized  ", "",
    "## General", "",
  ]

  static let old = [
    "- **`[GRES]`** A Sound Paper on Segmentation. CVPR'2023. [[paper](https://arxiv.org/abs/2301.10001)]",
    "- **`[GRES]`** Another Sound Paper on Words. ICCV'2023. [[paper](https://arxiv.org/abs/2301.10002)]",
    "- **`[GRES]`** A Third Sound Paper on Images. CVPR'2022. [[paper](https://arxiv.org/abs/2201.10003)]",
    "- **`[ReferIS]`** A Preprint That Was Published Since. arXiv'2023. [[paper](https://arxiv.org/abs/2305.00001)] | [[code](https://github.com/somebody/old)]",
    "- **`[GRES]`** A Second Preprint and Its Fate. arXiv'2021. [[paper](http://www.arxiv.org/abs/2105.00002)]",
    "- **`[GRES]`** A Third Preprint of Nobody Known. arXiv'2024. [[paper](https://arxiv.org/abs/2405.00003)] | [[code](https://github.com/somebody/archived)]",
    "- **`[GRES]`** A Fourth Preprint and More of It. arXiv'2022. [[paper](https://arxiv.org/abs/2205.00004)] | [[project](https://old.example.org/demo)]",
  ]

  static let text = text(old)

  static func text(_ entries: [String]) -> String {
    (legend + entries).map { $0 + "\n" }.joined()
  }

  /// What is known, one fact after the other: the first `count` of them.
  static func facts(_ count: Int = 4) -> FactTable {
    var facts = FactTable()
    if count > 0 { publish("A Preprint That Was Published Since", "CVPR", 2024, &facts) }
    if count > 1 {
      facts.repositories["somebody/old"] = .yes(RepositoryFacts(name: "somebody/new"))
    }
    if count > 2 { publish("A Second Preprint and Its Fate", "ICCV", 2021, &facts) }
    if count > 3 {
      facts.addresses["https://old.example.org/demo"] = .yes(
        AddressFacts(movedTo: "https://new.example.org/demo")
      )
    }
    facts.repositories["somebody/archived"] = .yes(
      RepositoryFacts(name: "somebody/archived", isArchived: true)
    )
    return facts
  }

  static func publish(
    _ title: String,
    _ venue: String,
    _ year: Int,
    _ facts: inout FactTable
  ) {
    facts.publications[TitleKey.key(of: title)] = [
      Publication(
        venue: venue,
        kind: .conference,
        year: year,
        title: title,
        author: "",
        source: "published.bib",
        place: "DBLP:conf/\(venue.lowercased())/Someone\(year % 100)"
      )
    ]
  }

  /// What the first `count` facts make of a text.
  static func changed(_ text: String = text, by count: Int = 4) -> String {
    let edits = [
      ("Published Since. arXiv'2023", "Published Since. CVPR'2024"),
      ("somebody/old", "somebody/new"), ("Its Fate. arXiv'2021", "Its Fate. ICCV'2021"),
      ("https://old.example.org/demo", "https://new.example.org/demo"),
    ]
    return edits.prefix(count).reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
