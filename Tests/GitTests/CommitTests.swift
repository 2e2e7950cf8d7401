import Testing

@testable import Git

struct CommitTests {
  @Test(
    arguments: [
      "HEAD", "@", "HEAD^", "HEAD~2", "HEAD^0", "HEAD^{commit}", "HEAD^{}", "main", "heads/main",
      "refs/heads/main", "light", "tags/light", "annotated", "annotated^{commit}", "annotated^{}",
      "annotated~1", "main@{upstream}", "main@{u}", "@{upstream}", "origin/main", "origin/HEAD",
      "origin", "main@{0}", "main@{1}", "HEAD@{1}", "HEAD@{2}^", "@{-1}", ":/second",
      "HEAD^{/first}", "HEAD^{/f.*..t}",
      "merged^1",
      "merged^2", "merged^2~1", "FETCH_HEAD", "ORIG_HEAD", "refs/pull/7/merge", "pull/7/merge^1",
      "annotated-1-gINSERT",
    ])
  func `a revision is what git says it is`(revision: String) throws {
    let made = try Self.repositoryWithEverything()
    let head = try made.git("rev-parse", "--short", "main")
    let revision = revision.replacing("INSERT", with: head)
    let repository = try Repository(at: made.path)
    #expect(try repository.commit(revision).id == made.id(revision))
  }

  @Test func `a name may be cut short or in capitals`() throws {
    let made = try TemporaryRepository()
    let id = try made.commit()
    let repository = try Repository(at: made.path)
    #expect(try repository.commit(String("\(id)".prefix(9))).id == id)
    #expect(try repository.commit("\(id)".uppercased()).id == id)
  }

  @Test func `a commit has its parents and its time`() throws {
    let made = try TemporaryRepository()
    let first = try made.commit(minute: 0)
    try made.commit(minute: 1)
    let commit = try Repository(at: made.path).commit("HEAD")
    #expect(commit.parents == [first])
    #expect(commit.committerTime == 1_704_067_260)
    #expect(commit.committerYear == 2024)
  }

  @Test(
    arguments: [
      (1_704_067_199, 2023), (1_704_067_200, 2024), (1_735_689_599, 2024), (951_782_400, 2000),
      (4_107_542_400, 2100), (0, 1970), (-1, 1969), (-62_135_596_801, 0),
    ])
  func `the year is that of the time in UTC`(time: Int64, year: Int) throws {
    let id = try #require(ObjectID(hex: String(repeating: "0", count: 40)))
    #expect(Commit(id: id, parents: [], committerTime: time).committerYear == year)
  }

  @Test func `a revision nobody knows is named`() throws {
    let made = try TemporaryRepository()
    try made.commit()
    let error = try #require(throws: GitError.self) { try resolve("mian", made.path) }
    #expect(error.code == .unknownRevision)
    #expect(
      error.description
        == "cannot resolve revision 'mian': no such branch, tag or commit in '\(made.path)'; "
        + "if it is on a server, `git fetch` it first"
    )
  }

  @Test(arguments: [
    "", "HEAD^5", "HEAD~9", "main@{9}", "a b", "@{push}", "HEAD@{yesterday}", "HEAD@{7}",
    "nothing:README.md", "@{2}x",
  ])
  func `a revision that does not exist is unknown`(revision: String) throws {
    let made = try TemporaryRepository()
    try made.commit()
    let error = try #require(throws: GitError.self) { try resolve(revision, made.path) }
    #expect(error.code == .unknownRevision)
  }

  @Test func `a commit that is not there is unknown`() throws {
    let made = try TemporaryRepository()
    try made.commit()
    let name = String(repeating: "ab", count: 20)
    let error = try #require(throws: GitError.self) { try resolve(name, made.path) }
    #expect(error.code == .unknownRevision)
  }

  @Test(arguments: ["HEAD:README.md", "HEAD^{tree}", "main..main", "main...main"])
  func `a revision that names no commit is told apart`(revision: String) throws {
    let made = try TemporaryRepository()
    try made.write("text\n", to: "README.md")
    try made.commit()
    let error = try #require(throws: GitError.self) { try resolve(revision, made.path) }
    #expect(error.code == .notACommit)
  }

  @Test func `an empty repository has no head but a branch`() throws {
    let made = try TemporaryRepository()
    let repository = try Repository(at: made.path)
    #expect(try repository.head() == nil)
    #expect(repository.currentBranch() == "main")
    #expect(try repository.defaultBranch() == nil)
  }

  @Test func `a detached head is on no branch`() throws {
    let made = try TemporaryRepository()
    let id = try made.commit()
    try made.git("checkout", "--quiet", "--detach")
    let repository = try Repository(at: made.path)
    #expect(repository.currentBranch() == nil)
    #expect(try repository.head()?.id == id)
  }

  @Test func `the default branch is the one of origin`() throws {
    let made = try TemporaryRepository("--initial-branch=trunk")
    let id = try made.commit()
    let clone = try made.clone(as: "clone")
    let branch = try #require(try Repository(at: clone).defaultBranch())
    #expect(branch.name == "origin/trunk")
    #expect(branch.commit.id == id)
  }

  @Test func `without a head of origin its main branch is the default`() throws {
    let made = try TemporaryRepository()
    try made.commit()
    let clone = try made.clone(as: "clone")
    try made.git("remote", "set-head", "origin", "--delete", in: clone)
    #expect(try Repository(at: clone).defaultBranch()?.name == "origin/main")
  }

  @Test func `a head of origin that names no branch is passed over`() throws {
    let made = try TemporaryRepository()
    try made.commit()
    let clone = try made.clone(as: "clone")
    try made.git(
      "symbolic-ref",
      "refs/remotes/origin/HEAD",
      "refs/remotes/origin/gone",
      in: clone
    )
    #expect(try Repository(at: clone).defaultBranch()?.name == "origin/main")
  }

  @Test(arguments: ["main", "master"])
  func `without origin the usual branch is the default`(name: String) throws {
    let made = try TemporaryRepository("--initial-branch=\(name)")
    let id = try made.commit()
    try made.git("checkout", "--quiet", "-b", "topic")
    try made.commit()
    let branch = try #require(try Repository(at: made.path).defaultBranch())
    #expect(branch.name == name)
    #expect(branch.commit.id == id)
  }

  @Test func `without a usual branch the setting names the default`() throws {
    let made = try TemporaryRepository("--initial-branch=trunk")
    try made.commit()
    #expect(try Repository(at: made.path).defaultBranch() == nil)
    try made.git("config", "init.defaultBranch", "trunk")
    #expect(try Repository(at: made.path).defaultBranch()?.name == "trunk")
  }

  @Test func `a name of forty digits is read in either case and nothing else is`() throws {
    let lower = "0123456789abcdef0123456789abcdef01234567"
    #expect(ObjectID(hex: lower)?.description == lower)
    #expect(ObjectID(hex: lower.uppercased())?.description == lower)
    #expect(ObjectID(hex: String(lower.dropLast())) == nil)
    #expect(ObjectID(hex: lower + "8") == nil)
    #expect(ObjectID(hex: "g" + lower.dropFirst()) == nil)
  }

  @Test func `control characters of an input do not reach the terminal`() {
    let error = GitError(
      .unknownRevision,
      attempt: "resolve revision",
      input: "a\u{1b}[2J\nb\u{202e}",
      reason: "no"
    )
    #expect(
      error.description == #"cannot resolve revision 'a\u{1b}[2J\u{a}b\u{202e}': no"#
    )
  }

  /// A clone with tags, an upstream, a merge, a log of where its branches were, and fetched heads.
  private static func repositoryWithEverything() throws -> TemporaryRepository {
    let made = try TemporaryRepository()
    try made.commit("first", minute: 1)
    try made.commit("second", minute: 2)
    try made.git("tag", "light")
    try made.git("tag", "-a", "-m", "A tag", "annotated")
    try made.commit("third", minute: 3)
    try made.git("checkout", "--quiet", "-b", "topic", "HEAD~1")
    try made.commit("fourth", minute: 4)
    try made.commit("fifth", minute: 5)
    try made.git("merge", "--quiet", "--no-edit", "main")
    try made.git("tag", "merged")
    try made.git("update-ref", "refs/pull/7/merge", "merged")
    try made.git("checkout", "--quiet", "main")
    let origin = made.folder + "/origin"
    try made.git("clone", "--quiet", "--bare", ".", origin)
    try made.git("remote", "add", "origin", origin)
    try made.git("fetch", "--quiet", "origin")
    try made.git("remote", "set-head", "origin", "main")
    try made.git("branch", "--quiet", "--set-upstream-to=origin/main")
    try made.git("reset", "--quiet", "--hard", "HEAD")
    return made
  }
}

/// Opens a repository, resolves a revision and lets both go.
func resolve(_ revision: String, _ path: String) throws {
  _ = try Repository(at: path).commit(revision)
}
