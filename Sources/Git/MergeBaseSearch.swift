/// Git's search for the best common ancestor of two commits.
///
/// A common ancestor is better than another if it descends from it. Several may be best, where two
/// branches were merged into each other; as `git merge-base` does, the one with the latest
/// committer time is taken, and of several with the same time the one met first.
///
/// libgit2's own search does not know where a shallow clone ends, and reads git's usual commit
/// graph in full only to refuse it. This one follows
/// [`commit-reach.c`](https://github.com/git/git/blob/v2.39.5/commit-reach.c), step by step.
struct MergeBaseSearch {
  /// Every commit met so far; an index into it stands for a commit.
  private var nodes: [Node] = []
  private var indices: [ObjectID: Int] = [:]

  /// Returns the best common ancestor; nil if there is none.
  ///
  /// `read` returns a commit, with no parents where a shallow clone ends.
  mutating func base<E>(
    of first: ObjectID,
    and second: ObjectID,
    reading read: (ObjectID) throws(E) -> Commit
  ) throws(E) -> ObjectID? {
    let first = try node(first, read)
    let second = try node(second, read)
    if first == second { return nodes[first].commit.id }
    let candidates = try commonAncestors(of: first, and: [second], read)
    var redundant = Set<Int>()
    if candidates.count > 1 { redundant = try ancestorsOfOthers(candidates, read) }
    return candidates.first { !redundant.contains($0) }.map { nodes[$0].commit.id }
  }

  /// Returns those candidates from which another candidate descends.
  private mutating func ancestorsOfOthers<E>(
    _ candidates: [Int],
    _ read: (ObjectID) throws(E) -> Commit
  ) throws(E) -> Set<Int> {
    var redundant = Set<Int>()
    for candidate in candidates where !redundant.contains(candidate) {
      let others = candidates.filter { $0 != candidate && !redundant.contains($0) }
      if others.isEmpty { break }
      for index in nodes.indices { nodes[index].marks = [] }
      _ = try commonAncestors(of: candidate, and: others, read)
      if nodes[candidate].marks.contains(.second) { redundant.insert(candidate) }
      redundant.formUnion(others.filter { nodes[$0].marks.contains(.first) })
    }
    return redundant
  }

  /// Marks what is reachable from each side, latest commits first, until nothing is left that could
  /// be an answer; returns the common ancestors met that no other one made stale, latest first.
  private mutating func commonAncestors<E>(
    of first: Int,
    and others: [Int],
    _ read: (ObjectID) throws(E) -> Commit
  ) throws(E) -> [Int] {
    var queue = Queue()
    var found: [Int] = []
    nodes[first].marks.insert(.first)
    queue.push(first, nodes[first])
    for other in others {
      nodes[other].marks.insert(.second)
      queue.push(other, nodes[other])
    }
    // How many entries of the queue are of commits that are not stale.
    var live = 1 + others.count
    for index in nodes.indices { nodes[index].queued = 0 }
    for index in [first] + others { nodes[index].queued += 1 }
    while live > 0, let index = queue.pop() {
      nodes[index].queued -= 1
      if !nodes[index].marks.contains(.stale) { live -= 1 }
      var marks = nodes[index].marks.intersection([.first, .second, .stale])
      if marks == [.first, .second] {
        if nodes[index].marks.insert(.result).inserted { found.append(index) }
        marks.insert(.stale)
      }
      for parent in nodes[index].commit.parents {
        let parent = try node(parent, read)
        if nodes[parent].marks.isSuperset(of: marks) { continue }
        if marks.contains(.stale), !nodes[parent].marks.contains(.stale) {
          live -= nodes[parent].queued
        }
        nodes[parent].marks.formUnion(marks)
        nodes[parent].queued += 1
        if !nodes[parent].marks.contains(.stale) { live += 1 }
        queue.push(parent, nodes[parent])
      }
    }
    // A stable sort: of several with the same time, the one met first comes first.
    return found.filter { !nodes[$0].marks.contains(.stale) }.enumerated().sorted { left, right in
      let times = (
        nodes[left.element].commit.committerTime, nodes[right.element].commit.committerTime
      )
      return times.0 != times.1 ? times.0 > times.1 : left.offset < right.offset
    }.map(\.element)
  }

  private mutating func node<E>(
    _ id: ObjectID,
    _ read: (ObjectID) throws(E) -> Commit
  ) throws(E) -> Int {
    if let index = indices[id] { return index }
    nodes.append(Node(commit: try read(id)))
    indices[id] = nodes.count - 1
    return nodes.count - 1
  }
}

/// A commit and what is known of it.
private struct Node {
  let commit: Commit
  var marks: Marks = []

  /// How many entries of the queue are of this commit.
  var queued = 0
}

private struct Marks: OptionSet {
  let rawValue: UInt8

  /// Reachable from the first commit.
  static let first = Marks(rawValue: 1)

  /// Reachable from the second commit, or from one of several.
  static let second = Marks(rawValue: 2)

  /// An ancestor of a common ancestor.
  static let stale = Marks(rawValue: 4)

  /// Already among the common ancestors.
  static let result = Marks(rawValue: 8)
}

/// A heap of commits, the latest first; of several with the same time, the one pushed first.
private struct Queue {
  private struct Entry {
    let time: Int64
    let order: Int
    let index: Int

    func precedes(_ other: Entry) -> Bool {
      time != other.time ? time > other.time : order < other.order
    }
  }

  private var heap: [Entry] = []
  private var order = 0

  mutating func push(_ index: Int, _ node: Node) {
    heap.append(Entry(time: node.commit.committerTime, order: order, index: index))
    order += 1
    var child = heap.count - 1
    while child > 0, heap[child].precedes(heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> Int? {
    guard let top = heap.first else { return nil }
    let last = heap.removeLast()
    if heap.isEmpty { return top.index }
    heap[0] = last
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].precedes(heap[best]) {
        best = child
      }
      if best == parent { return top.index }
      heap.swapAt(parent, best)
      parent = best
    }
  }
}
