/// The full name of a commit: 40 hexadecimal digits, or 64 in a SHA-256 repository.
package struct CommitSHA: Sendable, Hashable {
  /// The digits, small.
  package let text: String

  /// Reads a full name; nil when the text is not one.
  package init?(_ text: String) {
    guard text.utf8.count == 40 || text.utf8.count == 64,
      text.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || (0x41...0x46).contains($0)
      })
    else { return nil }
    self.text = text.lowercased()
  }

  /// Whether this is the name that stands for no commit, all zeros.
  package var isNull: Bool { text.utf8.allSatisfy { $0 == 0x30 } }

  /// The first digits, for people.
  package var abbreviated: String { String(text.prefix(7)) }
}

extension CommitSHA: CustomStringConvertible {
  package var description: String { text }
}

extension CommitSHA: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let sha = CommitSHA(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "not the full name of a commit"
      )
    }
    self = sha
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
