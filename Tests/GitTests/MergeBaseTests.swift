import Mutation
import Testing

@testable import Git

struct MergeBaseTests {
  @Test func `the merge base is where a branch left`() throws {
    let made = try TemporaryRepository()
    try made.commit(minute: 1)
    let fork = try made.commit(minute: 2)
    try made.git("checkout", "--quiet", "-b", "topic")
    let topic = try made.commit(minute: 3)
    try made.git("checkout", "--quiet", "main")
    let main = try made.commit(minute: 4)
    let repository = try Repository(at: made.path)
    #expect(try repository.mergeBase(main, topic) == fork)
    #expect(try repository.mergeBase(topic, main) == fork)
    #expect(try repository.mergeBase(main, fork) == fork)
    #expect(try repository.mergeBase(main, main) == main)
  }

  @Test func `histories without a common commit are told apart`() throws {
    let made = try TemporaryRepository()
    let one = try made.commit(minute: 1)
    try made.git("checkout", "--quiet", "--orphan", "other")
    let two = try made.commit(minute: 2)
    let error = try #require(throws: GitError.self) { try findMergeBase(one, two, made.path) }
    #expect(error.code == .unrelatedHistories)
    #expect(
      error.description
        == "cannot find the merge base of '\(one)...\(two)': they have no commit in common; "
        + "name a base of the same history"
    )
  }

  @Test func `a commit that does not exist is named`() throws {
    let made = try TemporaryRepository()
    let one = try made.commit()
    let two = try #require(ObjectID(hex: String(repeating: "ab", count: 20)))
    let error = try #require(throws: GitError.self) { try findMergeBase(one, two, made.path) }
    #expect(error.code == .missingObject)
  }

  /// Histories of up to sixty commits with many merges, criss-cross ones among them, and times that
  /// repeat and run backwards.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func `the merge base is git's in a random history`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let made = try TemporaryRepository()
    let count = 60
    try made.git(
      in: made.path,
      ["fast-import", "--quiet"],
      input: history(of: count, skew: seed % 2 == 0 ? 5 : 0, &random)
    )
    let names = try made.git("for-each-ref", "--format=%(refname:short)").split(separator: "\n")
    let ids = try names.map { try made.id(String($0)) }
    let repository = try Repository(at: made.path)
    let one = try #require(ids.first)
    for other in ids {
      for first in [one, ids[Int.random(in: 0..<ids.count, using: &random)]] {
        let expected = try? made.git("merge-base", "\(first)", "\(other)")
        let found = try? repository.mergeBase(first, other)
        #expect(found?.description == expected, "\(first) \(other)")
      }
    }
  }

  @Test(arguments: 1...12)
  func `in a shallow clone the merge base is git's or the remedy is named`(depth: Int) throws {
    var random = SeededGenerator(seed: UInt64(depth))
    let made = try TemporaryRepository()
    try made.git(
      in: made.path,
      ["fast-import", "--quiet"],
      input: history(of: 30, skew: 0, &random)
    )
    let clone = try made.clone(as: "shallow", "--depth=\(depth)", "--no-single-branch", "--bare")
    let repository = try Repository(at: clone)
    #expect(
      repository.isShallow
        == (try made.git("rev-parse", "--is-shallow-repository", in: clone) == "true")
    )
    let ids = try made.git("for-each-ref", "--format=%(objectname)", in: clone)
      .split(separator: "\n").compactMap { ObjectID(hex: String($0)) }
    let one = try #require(ids.first)
    for other in ids {
      let expected = try? made.git("merge-base", "\(one)", "\(other)", in: clone)
      do {
        let found = try repository.mergeBase(one, other)
        #expect(found.description == expected)
      } catch {
        #expect(expected == nil)
        #expect([.shallow, .unrelatedHistories].contains(error.code))
      }
    }
  }

  @Test func `in a shallow clone a merge base that was fetched is found`() throws {
    let made = try TemporaryRepository()
    for minute in 1...5 { try made.commit(minute: minute) }
    let clone = try made.clone(as: "shallow", "--depth=2")
    let repository = try Repository(at: clone)
    let head = try repository.commit("HEAD")
    let parent = try repository.commit("HEAD^")
    #expect(try repository.mergeBase(parent.id, head.id) == parent.id)
  }

  @Test func `in a shallow clone a merge base that was not fetched names two remedies`() throws {
    let made = try TemporaryRepository()
    try made.commit(minute: 1)
    try made.git("checkout", "--quiet", "-b", "topic")
    try made.commit(minute: 2)
    try made.commit(minute: 3)
    try made.git("checkout", "--quiet", "main")
    try made.commit(minute: 4)
    try made.commit(minute: 5)
    let clone = try made.clone(as: "shallow", "--depth=1", "--no-single-branch")
    let error = try #require(throws: GitError.self) {
      let repository = try Repository(at: clone)
      let main = try repository.commit("origin/main")
      let topic = try repository.commit("origin/topic")
      _ = try repository.mergeBase(main.id, topic.id)
    }
    #expect(error.code == .shallow)
    #expect(error.reason == "this shallow clone ends before a commit that both descend from")
    #expect(
      error.remedy
        == "fetch the whole history: `fetch-depth: 0` for actions/checkout, "
        + "else `git fetch --unshallow`"
    )
  }

  @Test(arguments: ["HEAD^", "HEAD~3"])
  func `a parent beyond the end of a shallow clone names two remedies`(revision: String) throws {
    let made = try TemporaryRepository()
    for minute in 1...5 { try made.commit(minute: minute) }
    let clone = try made.clone(as: "shallow", "--depth=1")
    let error = try #require(throws: GitError.self) { try resolve(revision, clone) }
    #expect(error.code == .shallow)
    #expect(
      error.description
        == "cannot resolve revision '\(revision)': this shallow clone has no such commit; fetch "
        + "the whole history: `fetch-depth: 0` for actions/checkout, else `git fetch --unshallow`"
    )
  }

  @Test func `a branch that a shallow clone did not fetch names a remedy`() throws {
    let made = try TemporaryRepository()
    for minute in 1...3 { try made.commit(minute: minute) }
    try made.git("branch", "topic")
    let clone = try made.clone(as: "shallow", "--depth=1")
    let error = try #require(throws: GitError.self) { try resolve("origin/topic", clone) }
    #expect(error.code == .unknownRevision)
    #expect(error.description.contains("`fetch-depth: 0`"))
    #expect(error.description.contains("`git fetch --unshallow`"))
  }
}

/// Finds a merge base and lets the repository go.
private func findMergeBase(_ one: ObjectID, _ two: ObjectID, _ path: String) throws {
  _ = try Repository(at: path).mergeBase(one, two)
}

/// A stream for `git fast-import`: commits with up to three parents, a branch for each of them.
private func history(of count: Int, skew: Int, _ random: inout SeededGenerator) -> String {
  var stream = ""
  for index in 0..<count {
    // Every third commit has the time of the one before.
    let time =
      1_704_067_200 + 60 * (index - index % 3 / 2) + 60
      * Int.random(in: -skew...skew, using: &random)
    stream += """
      commit refs/heads/c\(String(index + 100))
      mark :\(index + 1)
      committer Rubric <rubric@example.org> \(time) +0000
      data 2
      \(index % 10)

      """
    let parents =
      index == 0 ? 0 : [0, 1, 1, 1, 1, 2, 2, 2, 2, 3].randomElement(using: &random) ?? 1
    var chosen = Set<Int>()
    for _ in 0..<parents {
      chosen.insert(Int.random(in: max(1, index - 6)...index, using: &random))
    }
    for (position, parent) in chosen.sorted().enumerated() {
      stream += (position == 0 ? "from" : "merge") + " :\(parent)\n"
    }
    stream += "\n"
  }
  return stream
}
