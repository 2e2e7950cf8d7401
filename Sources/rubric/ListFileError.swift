/// A file that should be a list and cannot be read as one.
struct ListFileError: Error, CustomStringConvertible {
  /// What was to be done: "read", "write".
  var attempt = "read"
  let path: String
  /// Where the file was read: "at 0123abcd", "in the work tree".
  let place: String
  let reason: String
  let remedy: String

  var description: String { "cannot \(attempt) the list '\(path)' \(place): \(reason); \(remedy)" }
}
