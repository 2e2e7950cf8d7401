internal import Rules
internal import Text

/// A file that should be a list and cannot be read as one.
package struct ListTextError: Error, CustomStringConvertible {
  let path: String
  let commit: String
  let reason: String

  /// The path may be a stranger's: control characters are written out.
  package var description: String {
    "cannot read the list '\(path.withVisibleControls)' at \(commit): \(reason)"
  }
}
