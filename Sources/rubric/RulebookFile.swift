internal import FoundationEssentials
internal import Glibc
internal import Rules
internal import YAML

extension Rulebook {
  /// Reads the rulebook a command names, else the built-in one.
  static func load(_ path: String?) throws -> Rulebook {
    guard let path else {
      guard let builtIn = try Rulebook.builtIn() else {
        preconditionFailure("the default rulebook is built in")
      }
      return builtIn
    }
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch let error as CocoaError {
      throw RulebookFileError(path: path, reason: error.reason)
    }
    return try Rulebook(Array(data), name: path)
  }
}

extension CocoaError {
  /// What the system said, in words.
  var reason: String {
    guard let error = underlying as? POSIXError else { return "error \(code.rawValue)" }
    return unsafe String(cString: strerror(error.code.rawValue)).lowercased()
  }
}

/// A rulebook that cannot be read at all.
struct RulebookFileError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "cannot read the rulebook '\(path)': \(reason)" }
}

extension RulebookChoice {
  /// Loads the rulebook that an option names; without one, the list itself decides.
  static func load(_ path: String?) throws -> RulebookChoice {
    let rulebook = try Rulebook.load(path)
    return path == nil ? .fitting(rulebook) : .named(rulebook)
  }
}
