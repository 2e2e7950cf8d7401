package import FoundationEssentials
internal import Glibc

extension CocoaError {
  /// What the system said of a file, in words.
  package var reason: String {
    guard let error = underlying as? POSIXError else { return "error \(code.rawValue)" }
    return unsafe String(cString: strerror(error.code.rawValue)).lowercased()
  }
}
