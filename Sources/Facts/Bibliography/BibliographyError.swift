internal import Compression

/// A bibliography that cannot be read.
package struct BibliographyError: Error, Sendable, CustomStringConvertible {
  package let path: String
  package let reason: String

  init(_ error: GzipError) {
    path = error.path
    reason = error.reason
  }

  package var description: String {
    "cannot read the bibliography '\(path)': \(reason); name a BibTeX file, plain or gzipped"
  }
}
