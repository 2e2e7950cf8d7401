/// What there is on the simulated GitHub: one repository with its pull requests.
package struct Scene: Sendable {
  /// A commit and all files of its tree.
  package struct Commit: Sendable {
    package var sha: String
    package var parents: [String]
    package var files: [String: String]
    package var message = ""

    package init(sha: String, parents: [String], files: [String: String]) {
      self.sha = sha
      self.parents = parents
      self.files = files
    }
  }

  /// A pull request.
  package struct Pull: Sendable {
    package var number: Int
    package var title = "Add a paper"
    package var body: String?
    package var isMerged = false
    /// Whether GitHub says that it can be merged; nil while it has not looked.
    package var isMergeable: Bool?
    package var state = "open"
    package var isDraft = false
    package var isLocked = false
    package var author: Account
    package var baseRef = "main"
    package var headRef = "patch-1"
    /// The full name of the head's repository; nil when it was deleted.
    package var headRepository: String?
    /// Every commit that was ever the head, the last one being it.
    package var heads: [String]

    package init(number: Int, author: Account, headRepository: String?, heads: [String]) {
      self.number = number
      self.author = author
      self.headRepository = headRepository
      self.heads = heads
    }
  }

  /// An account.
  package struct Account: Sendable, Hashable {
    package var id: Int
    package var login: String
    package var type = "User"

    package init(id: Int, login: String, type: String = "User") {
      self.id = id
      self.login = login
      self.type = type
    }

    package static let githubActions = Account(
      id: 41_898_282,
      login: "github-actions[bot]",
      type: "Bot"
    )
  }

  /// What a token may do.
  package struct Grant: Sendable {
    package var account: Account
    /// Whether it is the token of an app's installation, as that of GitHub Actions is.
    package var isInstallation = true
    package var canReadContents = true
    package var canReadPulls = true
    package var canWritePulls = true
    package var canWriteContents = false
    package var canWriteIssues = false
    /// Whether the settings let GitHub Actions make pull requests.
    package var canOpenPulls = true

    package init(
      account: Account = .githubActions,
      isInstallation: Bool = true,
      canReadContents: Bool = true,
      canReadPulls: Bool = true,
      canWritePulls: Bool = true
    ) {
      self.account = account
      self.isInstallation = isInstallation
      self.canReadContents = canReadContents
      self.canReadPulls = canReadPulls
      self.canWritePulls = canWritePulls
    }
  }

  /// A review, without its comments.
  package struct Review: Sendable, Equatable {
    package var id: Int
    package var pull: Int
    package var author: Account
    package var body: String
    package var state: String
    package var commit: String
  }

  /// A comment on a diff.
  package struct Comment: Sendable, Equatable {
    package var id: Int
    package var pull: Int
    package var review: Int?
    package var replyTo: Int?
    package var author: Account
    package var body: String
    package var path: String
    /// The present lines; nil when outdated or on the file.
    package var line: Int?
    package var startLine: Int?
    package var side: String
    package var originalLine: Int?
    package var originalStartLine: Int?
    package var commit: String
    package var originalCommit: String
    package var isOnFile = false
    package var diffHunk: String
  }

  /// A comment below an issue or a pull request.
  package struct IssueComment: Sendable, Equatable {
    package var id: Int
    package var issue: Int
    package var author: Account
    package var body: String

    package init(id: Int, issue: Int, author: Account, body: String) {
      self.id = id
      self.issue = issue
      self.author = author
      self.body = body
    }
  }

  /// The full name of the repository.
  package var repository = "octo/list"
  /// The branches of the repository and their tips.
  package var branches: [String: String] = [:]
  package var commits: [String: Commit] = [:]
  package var pulls: [Int: Pull] = [:]
  package var reviews: [Review] = []
  package var comments: [Comment] = []
  package var issueComments: [IssueComment] = []
  /// The tokens that are known.
  package var tokens: [String: Grant] = ["ghs_writer": Grant()]
  /// The texts and trees that were made and are in no commit yet, by their names.
  package var blobs: [String: String] = [:]
  package var trees: [String: [String: String]] = [:]
  /// The modes of files that are not `100644`, by their paths.
  package var modes: [String: String] = [:]
  /// The branches that nobody may make or move.
  package var protectedBranches: Set<String> = []
  /// The permissions of users by login; everybody else may read.
  package var permissions: [String: String] = [:]
  package var nextID = 2_147_483_700

  package init() {}

  /// A repository with one pull request, number 1, that turns one text of a file into another.
  package init(base: String, head: String, path: String = "README.md") {
    self.init(base: [path: base], head: [path: head])
  }

  /// A repository with one pull request, number 1, that turns some files into others.
  package init(base: [String: String], head: [String: String]) {
    let root = addCommit(parents: [], files: base)
    branches["main"] = root
    let tip = addCommit(parents: [root], files: head)
    pulls[1] = Pull(
      number: 1,
      author: Account(id: 7, login: "contributor"),
      headRepository: "octo/list",
      heads: [tip]
    )
  }

  /// Adds a commit and returns its name.
  package mutating func addCommit(parents: [String], files: [String: String]) -> String {
    let digits = "c" + String(commits.count + 1, radix: 16)
    let sha = digits + String(repeating: "0", count: 40 - digits.count)
    commits[sha] = Commit(sha: sha, parents: parents, files: files)
    return sha
  }

  /// Pushes a commit on top of a pull request's head and moves its comments along.
  ///
  /// With `rebased` the commit replaces the head and stands on the tip of the base branch.
  @discardableResult
  package mutating func push(
    _ files: [String: String],
    to number: Int = 1,
    rebased: Bool = false
  ) -> String {
    guard let pull = pulls[number], let old = pull.heads.last,
      let baseTip = branches[pull.baseRef]
    else { preconditionFailure("pull request \(number) is in the scene") }
    let sha = addCommit(parents: [rebased ? baseTip : old], files: files)
    pulls[number]?.heads.append(sha)
    for index in comments.indices where comments[index].pull == number {
      moveComment(at: index, from: old, to: sha)
    }
    return sha
  }

  /// Adds a comment as if its author had written it in the browser.
  @discardableResult
  package mutating func comment(
    by author: Account,
    on path: String = "README.md",
    line: Int,
    replyTo: Int? = nil,
    body: String,
    pull number: Int = 1
  ) -> Int {
    let head = pulls[number]?.heads.last ?? ""
    let id = takeID()
    comments.append(
      Comment(
        id: id,
        pull: number,
        review: nil,
        replyTo: replyTo,
        author: author,
        body: body,
        path: path,
        line: line,
        startLine: nil,
        side: "RIGHT",
        originalLine: line,
        originalStartLine: nil,
        commit: head,
        originalCommit: head,
        diffHunk: "@@"
      )
    )
    return id
  }

  mutating func takeID() -> Int {
    nextID += 1
    return nextID
  }

  /// The best common ancestor of two commits; nil when there is none.
  package func mergeBase(_ one: String, _ other: String) -> String? {
    var ancestors: Set<String> = []
    var queue = [one]
    while let sha = queue.popLast() {
      if ancestors.insert(sha).inserted { queue += commits[sha]?.parents ?? [] }
    }
    var front = [other]
    while !front.isEmpty {
      if let found = front.first(where: ancestors.contains) { return found }
      front = front.flatMap { commits[$0]?.parents ?? [] }
    }
    return nil
  }

  /// The changes of a pull request at one of its heads, by path.
  package func changes(of pull: Pull, at head: String) -> [String: UnifiedDiff] {
    guard let tip = branches[pull.baseRef], let base = mergeBase(tip, head) else { return [:] }
    return changes(from: base, to: head)
  }

  /// The changes from one commit to another, by path.
  package func changes(from base: String, to head: String) -> [String: UnifiedDiff] {
    let old = commits[base]?.files ?? [:]
    let new = commits[head]?.files ?? [:]
    var changes: [String: UnifiedDiff] = [:]
    for path in Set(old.keys).union(new.keys) where old[path] != new[path] {
      changes[path] = UnifiedDiff(from: old[path] ?? "", to: new[path] ?? "")
    }
    return changes
  }

  private mutating func moveComment(at index: Int, from old: String, to new: String) {
    let comment = comments[index]
    guard comment.side == "RIGHT", let line = comment.line, let pull = pulls[comment.pull] else {
      return
    }
    let kept = UnifiedDiff(
      from: commits[old]?.files[comment.path] ?? "",
      to: commits[new]?.files[comment.path] ?? ""
    ).kept
    let start = comment.startLine.map { kept[$0] }
    if let moved = kept[line], start != .some(nil),
      changes(of: pull, at: new)[comment.path]?.hunk(showing: moved, onLeft: false) != nil
    {
      comments[index].line = moved
      comments[index].startLine = start ?? nil
      comments[index].commit = new
    } else {
      comments[index].line = nil
      comments[index].startLine = nil
    }
  }
}
