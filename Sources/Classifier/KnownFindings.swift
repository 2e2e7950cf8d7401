internal import Rules
internal import Text

/// A finding, and whether the contribution brought it.
struct MarkedFinding {
  let finding: Finding
  let isIntroduced: Bool
}

/// What was wrong before: a finding of the same rule about the same words is not a new one.
struct KnownFindings {
  private struct Key: Hashable {
    let rule: String
    let quotes: [String]
    let text: [UInt8]

    init(_ finding: Finding, about text: [UInt8]) {
      rule = finding.rule
      quotes = finding.message.quotes
      // What stands on another line may have moved meanwhile.
      guard finding.relatedLine == nil else {
        self.text = []
        return
      }
      // Spaces at the end may go or come with something else, unless they are what was found.
      let found = text[finding.range]
      let end = found.lastIndex { $0 != .space }.map { $0 + 1 } ?? found.endIndex
      self.text = Array(found[..<end])
    }
  }

  private var counts: [Key: Int] = [:]

  mutating func add(_ findings: [Finding], about text: [UInt8]) {
    for finding in findings { counts[Key(finding, about: text), default: 0] += 1 }
  }

  func marked(_ findings: [Finding], about text: [UInt8]) -> [MarkedFinding] {
    var left = counts
    return findings.map { finding in
      let key = Key(finding, about: text)
      let isKnown = left[key, default: 0] > 0
      if isKnown { left[key, default: 0] -= 1 }
      return MarkedFinding(finding: finding, isIntroduced: !isKnown)
    }
  }
}
