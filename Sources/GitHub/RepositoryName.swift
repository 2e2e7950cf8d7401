/// The full name of a repository: `owner/name`.
package struct RepositoryName: Sendable, Hashable {
  package let owner: String
  package let name: String

  /// Reads `owner/name`; nil when the text is not of that form.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(Self.isName) else { return nil }
    owner = String(parts[0])
    name = String(parts[1])
  }

  private static func isName(_ text: Substring) -> Bool {
    !text.isEmpty && text != "." && text != ".."
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
  }
}

extension RepositoryName: CustomStringConvertible {
  package var description: String { "\(owner)/\(name)" }
}

extension RepositoryName: Decodable {
  /// Reads the `full_name` of a repository object.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let text = try container.decode(String.self, forKey: .fullName)
    guard let name = RepositoryName(text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .fullName,
        in: container,
        debugDescription: "not of the form owner/name"
      )
    }
    self = name
  }

  private enum CodingKeys: String, CodingKey {
    case fullName = "full_name"
  }
}
