package import ListModel
internal import Text

/// Reports letters that a program wrote in one encoding and another read in a second, as `Ã©` for `é`.
package struct GarbledText: EntryRule {
  package static let description = RuleDescription(
    id: "garbled-text",
    summary: "Characters were garbled on the way, such as 'Ã©' where 'é' was meant.",
    rationale: "Readers cannot read it, and a search for the word does not find it.",
    severity: .warning,
    fixes: .always,
    examples: [
      .accepted(
        "- [Améthyste](https://example.org/amethyste) - Makes pictures.",
        in: .described
      ),
      .reported(
        "- [1️⃣AmÃ©thyste](https://example.org/amethyste) - Makes pictures.",
        "Write 'Améthyste', not 'AmÃ©thyste': the characters were garbled by a wrong encoding",
        fixed: "- [Améthyste](https://example.org/amethyste) - Makes pictures.",
        in: .described
      ),
    ]
  )

  package init() {}

  package func check(_ entry: Entry, in context: EntryContext) -> [Finding] {
    var index = 0
    var findings: [Finding] = []
    // The first byte of each letter that such a word begins with.
    while let start = entry.text[index...].firstIndex(where: { $0 == 0xC3 || $0 == 0xC2 }) {
      let word = entry.word(around: start)
      index = word.upperBound
      guard !entry.links.contains(where: { $0.urlRange?.overlaps(word) ?? false }) else { continue }
      let found = entry.string(word)
      guard let meant = found.ungarbled else { continue }
      findings.append(
        finding(
          .garbled(found, meant),
          at: word,
          fix: .replace(word, with: meant, "Write the letters that were meant")
        )
      )
    }
    return findings
  }
}

extension Entry {
  /// Returns the word, with all signs that are not ASCII, that an offset is in.
  fileprivate func word(around index: Int) -> Range<Int> {
    func isPart(_ byte: UInt8) -> Bool { byte.isWord || byte >= 0x80 }
    let start = text[..<index].lastIndex { !isPart($0) }.map { $0 + 1 } ?? 0
    let end = text[index...].firstIndex { !isPart($0) } ?? text.count
    return start..<end
  }
}

extension String {
  /// The text with each run of signs that are the bytes of one letter as that letter; nil where there is none.
  fileprivate var ungarbled: String? {
    var result = ""
    var run: [UInt8] = []
    var signs = ""
    var isChanged = false
    func close() -> String {
      defer { (run, signs) = ([], "") }
      guard run.count > 1, let meant = String(validating: run, as: UTF8.self) else { return signs }
      isChanged = true
      return meant
    }
    for scalar in unicodeScalars {
      if let byte = scalar.byte {
        run.append(byte)
        signs.unicodeScalars.append(scalar)
      } else {
        result += close()
        result.unicodeScalars.append(scalar)
      }
    }
    result += close()
    return isChanged ? result : nil
  }
}

extension Unicode.Scalar {
  /// The signs that stand for the bytes from 0x80 to 0x9F in Windows' encoding of Western Europe, in their order.
  private static let special: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The byte above ASCII that it was read from; nil where there is none.
  fileprivate var byte: UInt8? {
    if (0x80...0xFF).contains(value) { return UInt8(value) }
    return Self.special.firstIndex(of: value).map { UInt8(0x80 + $0) }
  }
}

extension Message {
  fileprivate static func garbled(_ found: String, _ meant: String) -> Message {
    "Write \(quoting: meant), not \(quoting: found): the characters were garbled by a wrong encoding"
  }
}
