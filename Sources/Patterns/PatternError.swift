/// Why a pattern could not be compiled, or not be searched for.
package enum PatternError: Error, Hashable, CustomStringConvertible {
  /// It has more than ``Pattern/patternLimit`` bytes.
  case tooLong
  /// PCRE2 cannot read it from a byte on.
  case malformed(reason: String, offset: Int)
  /// A text would keep it busy for longer than anybody waits.
  case tooManySteps
  /// PCRE2 failed at a text for another reason.
  case failed(reason: String)

  package var description: String {
    switch self {
    case .tooLong: "it has more than \(Pattern.patternLimit) bytes"
    case .malformed(let reason, let offset): "\(reason), at byte \(offset + 1)"
    case .tooManySteps: "it takes too many steps on this text"
    case .failed(let reason): reason
    }
  }
}
