package import GitHub
package import HTTP

/// Where GitHub shows the lines of a file at a commit.
package struct LineLinks: Sendable {
  let server: URI
  let repository: RepositoryName
  let commit: CommitSHA

  package init(server: URI, repository: RepositoryName, commit: CommitSHA) {
    self.server = server
    self.repository = repository
    self.commit = commit
  }

  /// Returns the address of a 1-based line, in which nothing can end a Markdown link.
  package func address(ofLine line: Int, in path: String) -> String {
    let tokens = path.split(separator: "/").map(String.init)
    let page = server.appending(
      [repository.owner, repository.name, "blob", commit.text] + tokens,
      query: [("plain", "1")]
    )
    return "\(page)#L\(line)"
  }
}
