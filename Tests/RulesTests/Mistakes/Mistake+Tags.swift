extension Mistake {
  static let tags =
    shapes + [
      Mistake("a tag that is not in the legend", "unknown-tag", remedy: .none) { entry in
        if !entry.tags.isEmpty { entry.tagNames.append("Quux") }
      },
      Mistake("two letters of a tag swapped", "unknown-tag") { entry in
        entry.editFirstTag { name in
          // The second letter and the third, which are small in most tags.
          let letters = Array(name)
          name = String([letters[0], letters[2], letters[1]] + letters[3...])
        }
      },
      Mistake("a tag in small letters", "unknown-tag") { $0.editFirstTag { $0 = $0.lowercased() } },
      Mistake("a tag in capitals", "unknown-tag") { $0.editFirstTag { $0 = $0.uppercased() } },
      Mistake("a letter of a tag doubled", "unknown-tag") {
        $0.editFirstTag {
          $0.insert($0[$0.index(after: $0.startIndex)], at: $0.index(after: $0.startIndex))
        }
      },
      Mistake("a tag that stands twice", "repeated-tag") { entry in
        if let last = entry.tagNames.last { entry.tagNames.append(last) }
      },
      Mistake("a tag that stands three times", "repeated-tag", "repeated-tag") { entry in
        if let first = entry.tagNames.first { entry.tagNames += [first, first] }
      },
      Mistake("no tags", "missing-tags", remedy: .none) { entry in
        entry.tags = ""
        entry.afterTags = ""
      },
    ]

  /// Other marks around the same tags.
  private static let shapes: [Mistake] =
    [
      ("plain tags", "", "[", "]", "", ""),
      ("tags in code", "`", "[", "]", "", "`"),
      ("tags in bold", "**", "[", "]", "", "**"),
      ("tags in italics", "*`", "[", "]", "", "`*"),
      ("no asterisks before the tags", "`", "[", "]", "", "`**"),
      ("no asterisks after the tags", "**`", "[", "]", "", "`"),
      ("one asterisk before the tags", "*`", "[", "]", "", "`**"),
      ("one asterisk after the tags", "**`", "[", "]", "", "`*"),
      ("no backtick before the tags", "**", "[", "]", "", "`**"),
      ("no backtick after the tags", "**`", "[", "]", "", "**"),
      ("backticks outside the asterisks", "`**", "[", "]", "", "**`"),
      ("two backticks", "**``", "[", "]", "", "``**"),
      ("tags in underscores", "__`", "[", "]", "", "`__"),
      ("spaces between the tags", "**`", "[", "]", " ", "`**"),
      ("commas between the tags", "**`", "[", "]", ", ", "`**"),
      ("tags in one pair of brackets", "**`[", "", "", ", ", "]`**"),
      ("each tag in its own code", "**", "`[", "]`", "", "**"),
      ("each tag in its own bold code", "", "**`[", "]`**", "", ""),
      ("each tag in its own bold code, apart", "", "**`[", "]`**", " ", ""),
      ("spaces within the brackets", "**`", "[ ", " ]", "", "`**"),
      ("a space within the code", "**` ", "[", "]", "", " `**"),
      ("a space within the bold", "** `", "[", "]", "", "` **"),
      ("no first bracket of the tags", "**`", "[", "]", "", "`**-first"),
      ("no last bracket of the tags", "**`", "[", "]", "", "`**-last"),
      ("no bracket in the middle", "**`", "[", "]", "", "`**-middle"),
      ("a first bracket too many", "**`", "[", "]", "", "`**+first"),
      ("a last bracket too many", "**`", "[", "]", "", "`**+last"),
    ]
    .map { name, open, itemOpen, itemClose, separator, close in
      Mistake(name, "malformed-tag-block") { entry in
        guard !entry.tags.isEmpty else { return }
        let block =
          open + entry.tagNames.map { itemOpen + $0 + itemClose }.joined(separator: separator)
        switch close {
        case "`**-first": entry.tags.replace("`[", with: "`")
        case "`**-last": entry.tags.replace("]`", with: "`")
        case "`**-middle": entry.tags.replace("][", with: "[", maxReplacements: 1)
        case "`**+first": entry.tags.replace("`[", with: "`[[")
        case "`**+last": entry.tags.replace("]`", with: "]]`")
        default: entry.tags = block + close
        }
      }
    }
}

extension EntryPieces {
  fileprivate mutating func editFirstTag(_ body: (inout String) -> Void) {
    guard !tags.isEmpty else { return }
    var names = tagNames
    body(&names[0])
    tagNames = names
  }
}
