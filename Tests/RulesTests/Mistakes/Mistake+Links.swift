extension Mistake {
  static let links =
    separators + [
      Mistake("a bar after the last link", "wrong-link-separator") { $0.end = " |" },
      Mistake("two links swapped", "link-order") { entry in
        guard entry.links.count > 1 else { return }
        entry.links.swapAt(0, 1)
        (entry.links[0].before, entry.links[1].before) = ("", " | ")
      },
      Mistake("no link to the paper", "missing-link", remedy: .none) { entry in
        guard entry.links.count > 1 else { return }
        entry.links.removeFirst()
        entry.links[0].before = ""
      },
      Mistake("no links", "missing-link", remedy: .none) { entry in
        entry.links = []
        entry.afterVenue = "."
      },
      Mistake("a link that stands twice", "repeated-url") { entry in
        var link = entry.links[entry.links.count - 1]
        link.before = " | "
        entry.links.append(link)
      },
      Mistake("the paper's address under another label", "repeated-url", remedy: .none) { entry in
        if entry.links.count > 1 { entry.links[1].url = entry.links[0].url }
      },
      Mistake("a paper link to a host of code", "paper-link-to-code", remedy: .none) {
        $0.links[0].url = "https://github.com/a/paper"
      },
      Mistake("the title as a link", "linked-title") { entry in
        entry.title = "[\(entry.title)](\(entry.links[0].url))"
        entry.links.removeFirst()
        if entry.links.isEmpty { entry.afterVenue = "." } else { entry.links[0].before = "" }
      },
      Mistake("a line break before the links", "wrapped-entry") { $0.afterVenue = ".\n  " },
      Mistake("a lazy line break before the links", "wrapped-entry") { $0.afterVenue = ".\n" },
      Mistake("a line break in the title", "wrapped-entry") { entry in
        guard let space = entry.title.lastIndex(of: " ") else { return }
        entry.title.replaceSubrange(space...space, with: "\n  ")
      },
    ]

  /// What hands put between two links.
  private static let separators =
    ["", " ", ", ", ",", " / ", "/", "; ", " & ", " || ", " | | ", "  | ,", " - ", ". ", " \\| "]
    .map { separator in
      Mistake("'\(separator)' between two links", "wrong-link-separator") { entry in
        if entry.links.count > 1 { entry.links[1].before = separator }
      }
    }
    + ["|", " |", "| "].map { separator in
      Mistake("'\(separator)' between two links", "wrong-link-separator") { entry in
        if entry.links.count > 1 { entry.links[entry.links.count - 1].before = separator }
      }
    }
    + ["", "link", "#", "TBD", "URL", "https://"].map { url in
      Mistake("a link to '\(url)'", "placeholder-link") { entry in
        guard !entry.links.contains(where: { $0.label == "video" }) else { return }
        entry.links.append(.init(before: " | ", label: "video", url: url))
      }
    }

  static let brackets = ["first", "last"].flatMap { which in
    single(which) + [
      Mistake("one pair of brackets around the \(which) link", "malformed-link") {
        $0.edit(which) { ($0.open, $0.close) = ("[", ")") }
      },
      Mistake("brackets around the label of the \(which) link", "malformed-link") {
        $0.edit(which) { ($0.middle, $0.close) = ("]](", ")") }
      },
      Mistake("three brackets around the \(which) link", "malformed-link") {
        $0.edit(which) { ($0.open, $0.close) = ("[[[", ")]]") }
      },
      Mistake("a colon in the \(which) link", "malformed-link") {
        $0.edit(which) { $0.middle = "]:(" }
      },
      Mistake("a colon for the parentheses of the \(which) link", "malformed-link") {
        $0.edit(which) { ($0.middle, $0.close) = ("]: ", "]") }
      },
      Mistake("no parentheses in the \(which) link", "malformed-link") {
        $0.edit(which) { ($0.middle, $0.close) = ("]", "]") }
      },
      Mistake("a space before the address of the \(which) link", "space-in-link") {
        $0.edit(which) { $0.middle = "] (" }
      },
      Mistake("a space within the parentheses of the \(which) link", "space-in-link") {
        $0.edit(which) { $0.middle = "]( " }
      },
      Mistake("a space after the address of the \(which) link", "space-in-link") {
        $0.edit(which) { $0.close = " )]" }
      },
      Mistake("a space between the brackets of the \(which) link", "space-in-link") {
        $0.edit(which) { $0.open = "[ [" }
      },
      Mistake("a space before the label of the \(which) link", "space-in-link") {
        $0.edit(which) { $0.open = "[[ " }
      },
      Mistake("a space after the label of the \(which) link", "space-in-link") {
        $0.edit(which) { $0.middle = " ](" }
      },
      Mistake("a space before the last bracket of the \(which) link", "space-in-link") {
        $0.edit(which) { $0.close = ") ]" }
      },
      Mistake("angle brackets in the \(which) link", "malformed-link") {
        $0.edit(which) { ($0.middle, $0.close) = ("](<", ">)]") }
      },
      Mistake(
        "full-width parentheses in the \(which) link",
        "full-width-character",
        "full-width-character"
      ) {
        $0.edit(which) { ($0.middle, $0.close) = ("]\u{FF08}", "\u{FF09}]") }
      },
    ]
  }

  /// Each of the six brackets of a link lost, and doubled.
  private static func single(_ which: String) -> [Mistake] {
    [
      Mistake("no outer opening bracket of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.open = "[" }
      },
      Mistake("no opening brackets of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.open = "" }
      },
      Mistake("no bracket after the label of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.middle = "(" }
      },
      Mistake("no opening parenthesis of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.middle = "]" }
      },
      Mistake("no closing parenthesis of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.close = "]" }
      },
      Mistake("no outer closing bracket of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.close = ")" }
      },
      Mistake("nothing after the address of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.close = "" }
      },
      Mistake("an opening bracket too many of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.open = "[[[" }
      },
      Mistake("a bracket too many after the label of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.middle = "]](" }
      },
      Mistake("an opening parenthesis too many of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.middle = "]((" }
      },
      Mistake("a closing parenthesis too many of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.close = "))]" }
      },
      Mistake("a closing bracket too many of the \(which) link", "unbalanced-bracket") {
        $0.edit(which) { $0.close = ")]]" }
      },
    ]
  }

  static let labels =
    ["first", "last"].flatMap { which in
      [
        Mistake("a capital in the label of the \(which) link", "link-label-case") {
          $0.edit(which) { $0.label = $0.label.prefix(1).uppercased() + $0.label.dropFirst() }
        },
        Mistake("the label of the \(which) link in capitals", "link-label-case") {
          $0.edit(which) { $0.label = $0.label.uppercased() }
        },
        Mistake("two letters swapped in the label of the \(which) link", "unknown-link-label") {
          $0.edit(which) {
            let letters = Array($0.label)
            $0.label = String([letters[0], letters[2], letters[1]] + letters[3...])
          }
        },
      ]
    } + [
      Mistake("the paper under 'arxiv'", "unknown-link-label") { $0.links[0].label = "arxiv" },
      Mistake("the paper under 'PDF'", "unknown-link-label") { $0.links[0].label = "PDF" },
      Mistake("the paper without a label", "empty-link-label") { $0.links[0].label = "" },
      Mistake("the code under 'github'", "unknown-link-label") { entry in
        for index in entry.links.indices where entry.links[index].label == "code" {
          entry.links[index].label = "github"
        }
      },
      Mistake("the project under 'Project Page'", "unknown-link-label") { entry in
        for index in entry.links.indices where entry.links[index].label == "project" {
          entry.links[index].label = "Project Page"
        }
      },
      Mistake("the paper as a bare address", "malformed-link") { entry in
        entry.links[0].open = ""
        entry.links[0].label = ""
        entry.links[0].middle = ""
        entry.links[0].close = ""
      },
    ]
}

extension EntryPieces {
  fileprivate mutating func edit(_ which: String, _ body: (inout Link) -> Void) {
    guard !links.isEmpty, which == "first" || links.count > 1 else { return }
    body(&links[which == "first" ? 0 : links.count - 1])
  }
}
