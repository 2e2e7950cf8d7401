internal import FoundationEssentials
internal import GitHub
internal import Glibc
internal import Learning
internal import Review
internal import Rules
internal import YAML

extension RulebookChoice {
  /// Takes the rulebook that a command names, else that of the comparison's base.
  ///
  /// Whoever looks at the whole list in a work tree tries the rulebook that is there: nobody contributes.
  init(
    _ named: Rulebook?,
    _ comparison: borrowing Comparison,
    lookingAtAll: Bool = false
  ) throws {
    if let named {
      self.init(named)
    } else {
      let isOwn = lookingAtAll && comparison.ends.headID == nil
      let text = try isOwn ? comparison.rulebookAtHead() : comparison.rulebookAtBase()
      // Who names the lists asks for no others.
      let isNamed = !comparison.namedLists.isEmpty
      try self.init(atBase: text) { try isNamed ? nil : comparison.fault(of: $0) }
    }
  }
}

extension Rulebook {
  /// Reads a rulebook from a file.
  init(file path: String) throws {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch let error as CocoaError {
      throw RulebookFileError(path: path, reason: error.reason)
    }
    try self.init(Array(data), name: path)
  }
}

/// A rulebook that cannot be read at all.
struct RulebookFileError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "cannot read the rulebook '\(path)': \(reason)" }
}
