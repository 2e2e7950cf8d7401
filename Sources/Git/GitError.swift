/// Something in the world of git that stands in the way: what was attempted and on what, why it
/// failed, and what to do about it.
package struct GitError: Error, Hashable, CustomStringConvertible {
  /// The kind of failure.
  package let code: Code

  /// What was attempted, as it reads after "cannot": "open repository", "read".
  package let attempt: String

  /// What it was attempted on: a path, a revision.
  package let input: String

  /// What came back.
  package let reason: String

  /// What to do, where that is known.
  package let remedy: String?

  package init(
    _ code: Code,
    attempt: String,
    input: String,
    reason: String,
    remedy: String? = nil
  ) {
    self.code = code
    self.attempt = attempt
    self.input = input
    self.reason = reason
    self.remedy = remedy
  }

  /// "cannot open repository '/x': no such directory", then the remedy if there is one.
  ///
  /// Names of files and revisions may come from a stranger: control characters are written out.
  package var description: String {
    let message = "cannot \(attempt) '\(input)': \(reason)"
    return visible(remedy.map { "\(message); \($0)" } ?? message)
  }
}

/// Returns `text` with every character that could steer a terminal written as `\u{…}`.
private func visible(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0..<0x20, 0x7f..<0xa0, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069:
      result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
    default:
      result.append(scalar)
    }
  }
  return String(result)
}
