internal import FoundationEssentials
internal import Git
internal import ListModel
internal import Markdown
internal import Parsing
internal import Review
internal import Rules
internal import Text

/// The ways through the histories of lists as far as they were gone before, one file for each.
///
/// Files are written whole and then named, so two runs at once do no harm; what cannot be read, or does not fit
/// what the repository has now, is not there.
package struct HistoryCache: Sendable {
  private let folder: String

  package init(folder: String) { self.folder = folder + "/history" }

  /// Returns the walk through the first of a list's versions; nil where none is known that the repository still
  /// has, or the rulebook reads its last version differently.
  func walk(
    of path: String,
    along history: FileHistory,
    by rulebook: Rulebook,
    in repository: borrowing Repository
  ) throws(GitError) -> HistoryWalk? {
    guard let saved = saved(path, history), saved.fits(history),
      let bytes = try repository.bytes(of: history.versions[saved.textIndex]),
      let text = Self.text(bytes)
    else { return nil }
    let document = rulebook.document(text)
    guard saved.reading == Self.reading(of: document).text else { return nil }
    return saved.walk(at: text, by: rulebook)
  }

  /// Keeps a walk through all versions of a list.
  ///
  /// Returns whether it could be written.
  @discardableResult
  func keep(_ walk: HistoryWalk, of path: String, along history: FileHistory) -> Bool {
    guard let textIndex = walk.textIndex, !walk.text.bytes.isEmpty else { return true }
    let saved = SavedWalk(
      walk,
      along: history,
      textIndex: textIndex,
      reading: Self.reading(of: walk.rulebook.document(walk.text)).text
    )
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try JSONEncoder().encode(saved).write(to: file(path, history), options: .atomic)
      return true
    } catch {
      // Without a cache everything is read again, and nothing is wrong.
      return false
    }
  }

  private func saved(_ path: String, _ history: FileHistory) -> SavedWalk? {
    do {
      let data = try Data(contentsOf: file(path, history))
      return try JSONDecoder().decode(SavedWalk.self, from: data)
    } catch {
      // Not there, or damaged: the history is read again and the file replaced.
      return nil
    }
  }

  /// Each list of each repository has a file of its own: by its path and its first version.
  private func file(_ path: String, _ history: FileHistory) -> URL {
    let first = history.versions.first?.commit.id.description ?? ""
    return URL(filePath: "\(folder)/\(Fingerprint([path, first]).text).json")
  }

  private static func text(_ bytes: [UInt8]) -> SourceText? {
    do throws(TextFault) {
      return try SourceText(validating: bytes)
    } catch {
      return nil
    }
  }

  /// What a document is read as: where its entries stand and what they are.
  private static func reading(of document: ListDocument) -> Fingerprint {
    Fingerprint(
      document.entries.concurrentMap { place in
        let entry = document.fields(at: place)
        return "\(place.lines) \(entry.identity) \(entry.titleKey)"
      }
    )
  }
}
