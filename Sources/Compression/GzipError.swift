/// A file that cannot be read.
package struct GzipError: Error, Sendable, CustomStringConvertible {
  package let path: String
  package let reason: String

  package var description: String { "cannot read '\(path)': \(reason)" }
}
