package import GitHub
package import Learning
package import Markdown
internal import Review
package import Rules
internal import Text

/// The lists of a repository at the tip of a branch, read through GitHub's API.
package struct RemoteLists: Sendable {
  /// The branch, and its tip.
  package let branch: String
  package let tip: BranchTip
  package let choice: RulebookChoice
  package let lists: [(path: String, text: SourceText)]
  /// The modes of the lists' files.
  package let modes: [String: String]

  /// Reads the lists that somebody names, those of the rulebook, or the README.
  package init(
    _ client: APIClient,
    branch: String,
    named: [String],
    by rulebook: Rulebook?
  ) async throws {
    let tip = try await client.branch(branch)
    let tree = try await client.tree(tip.tree)
    let files = tree.files.filter(\.isRegular)
    let paths = Set(files.map(\.path))
    func bytes(_ path: String) async throws -> [UInt8]? {
      // Of a tree that GitHub does not list whole, nobody knows what is not there.
      guard paths.contains(path) || tree.isTruncated else { return nil }
      do throws(GitHubError) {
        return try await client.contents(of: path, at: tip.sha).bytes
      } catch {
        guard tree.isTruncated, error.kind == .notFound else { throw error }
        return nil
      }
    }
    if let rulebook {
      choice = RulebookChoice(rulebook)
    } else {
      choice = try RulebookChoice(atBase: try await bytes(RulebookChoice.path))
    }
    let candidates = files.map(\.path).filter(\.isMarkdownPath)
    var wanted: [String] = []
    for name in named {
      let pattern = PathPattern(name)
      let found = pattern.isPath ? [name] : candidates.filter(pattern.matches)
      wanted += found.filter { !wanted.contains($0) }
      if found.isEmpty { throw SweepError.noList(name, at: tip.sha, "no Markdown file matches") }
    }
    if wanted.isEmpty {
      wanted =
        choice.lists(named: [], among: candidates)
        ?? [ListNames.readme(among: candidates) ?? "README.md"]
    }
    var lists: [(path: String, text: SourceText)] = []
    for path in wanted {
      guard let bytes = try await bytes(path) else {
        throw SweepError.noList(path, at: tip.sha, "there is no such file; name one with --list")
      }
      do throws(TextFault) {
        lists.append((path, try SourceText(validating: bytes)))
      } catch {
        throw SweepError.noList(path, at: tip.sha, "\(error.reason); \(error.remedy)")
      }
    }
    self.branch = branch
    self.tip = tip
    self.lists = lists
    modes = Dictionary(files.map { ($0.path, $0.mode) }) { first, _ in first }
  }
}
