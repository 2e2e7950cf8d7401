internal import FoundationEssentials
internal import Rules
internal import YAML

@testable internal import GitHub
@testable internal import Review

extension FuzzTarget {
  /// A rulebook: it is read, or refused with a place in the file.
  func runRulebook(_ bytes: [UInt8]) {
    do {
      _ = try Rulebook(bytes, name: "rubric.yml")
    } catch {
      hold(!"\(error)".isEmpty, "an error says what is wrong", "")
    }
  }

  /// An event, or an answer of the API: it is read, or refused with a reason.
  func runJSON(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let payload = Array(bytes.dropFirst())
    func decode(_ type: (some Decodable).Type) {
      do {
        _ = try JSON.decode(type, from: payload) { GitHubError(.invalidEvent, "read", reason: $0) }
      } catch {
        hold(!"\(error)".isEmpty, "an error says what is wrong", "")
      }
    }
    let events = ["pull_request", "workflow_run", "push", "issue_comment"]
    switch Int(first) % 9 {
    case let index where index < events.count:
      do {
        _ = try Event(name: events[index], payload: payload)
      } catch {
        hold(!"\(error)".isEmpty, "an error says what is wrong", "")
      }
    case 4: decode(PullRequest.self)
    case 5: decode([PullRequestFile].self)
    case 6: decode([ReviewComment].self)
    case 7: decode([PullRequestReview].self)
    default: decode(Comparison.self)
    }
  }

  /// A patch: going back from the head leads to a text that the patch's own lines lead to, or nowhere.
  ///
  /// The input is the head, a byte 0, and the patch.
  func runPatch(_ bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0) else { return }
    let patch = String(decoding: bytes[(end + 1)...], as: UTF8.self)
    let lines = patch.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let file = PullRequestFile(
      filename: "README.md",
      status: "modified",
      sha: nil,
      patch: patch,
      additions: lines.count { $0.first == UInt8(ascii: "+") },
      deletions: lines.count { $0.first == UInt8(ascii: "-") },
      previousFilename: nil,
      contentsURL: nil
    )
    _ = Patch(file)?.reverted(from: Array(bytes[..<end]))
  }
}
