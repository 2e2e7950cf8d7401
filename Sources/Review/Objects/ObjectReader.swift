internal import Git
internal import GitHub

/// Reads files at commits: from the repository on this machine where it has them, else from GitHub.
struct ObjectReader {
  let client: APIClient
  let local: LocalObjects
  /// How often GitHub was asked.
  private(set) var requests = 0
  private var known: [Place: [UInt8]?] = [:]

  private struct Place: Hashable {
    let path: String
    let commit: CommitSHA
  }

  init(client: APIClient, local: LocalObjects) {
    self.client = client
    self.local = local
  }

  /// Returns a file; nil where the commit does not have it.
  mutating func file(_ path: String, at commit: CommitSHA) async throws -> [UInt8]? {
    let place = Place(path: path, commit: commit)
    if let bytes = known[place] { return bytes }
    let bytes =
      switch try local.file(path, at: commit) {
      case .bytes(let bytes): bytes as [UInt8]?
      case .absent: nil as [UInt8]?
      case .unknown: try await contents(path, at: commit)
      }
    known.updateValue(bytes, forKey: place)
    return bytes
  }

  /// Reads files that will be asked for, as far as the commit has them.
  mutating func read(_ paths: [String], at commit: CommitSHA) async throws {
    for path in paths { _ = try await file(path, at: commit) }
  }

  private mutating func contents(
    _ path: String,
    at commit: CommitSHA
  ) async throws -> [UInt8]? {
    requests += 1
    do throws(GitHubError) {
      return try await client.contents(of: path, at: commit).bytes
    } catch {
      guard error.kind == .notFound else { throw error }
      return nil
    }
  }

  /// Returns where two commits part and what came since; GitHub alone knows.
  mutating func comparison(
    of base: CommitSHA,
    with head: CommitSHA
  ) async throws -> Comparison {
    requests += 1
    return try await client.comparison(of: base, with: head)
  }
}
