/// A file that should be a list and cannot be read as one.
struct ListFileError: Error, CustomStringConvertible {
  /// What was to be done, and with what: "read the list", "write the rulebook".
  var attempt = "read the list"
  let path: String
  /// Where the file was read: "at 0123abcd", "in the work tree".
  let place: String
  let reason: String
  let remedy: String
  /// Whether the program itself declined, as to write over what is there: nothing failed.
  var isRefusal = false

  var description: String { "cannot \(attempt) '\(path)' \(place): \(reason); \(remedy)" }
}
