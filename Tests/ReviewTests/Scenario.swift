import Foundation
import GitHubServer
import Testing

/// A story of one pull request, told by the files of a folder in `Scenarios`.
///
/// `scenario.json` is this value; the texts it names stand beside it, or one folder above.
struct Scenario: Codable {
  /// What the scenario shows.
  let about: String
  /// The list before the contribution: `base.md` unless something else is said.
  var base: String?
  /// `crlf` for lines that end that way; the texts of the folder have plain ones.
  var lineEnds: String?
  /// Whether the contribution's last line ends.
  var endsLastLine: Bool?
  /// The rulebook that the base has at `.github/rubric.yml`, from `rules` of the package.
  var rulebook: String?
  var isDraft: Bool?
  var state: String?
  var isForkGone: Bool?
  /// Whether the objects of the first run are in a repository on this machine.
  var isCheckedOut: Bool?
  let runs: [Run]

  /// What happens before a run, what starts it, and what goes wrong in it.
  struct Run: Codable {
    /// The list that is pushed before the run; nil for no push.
    var head: String?
    /// Whether the push replaces what was there.
    var isForced: Bool?
    /// Whether the push changes `.github/rubric.yml` too.
    var changesRulebook: Bool?
    /// Whether the pull request goes to a branch that has all but the last push.
    var changesBase: Bool?
    var writing: [Comment]?
    /// `pull_request` unless something else is said.
    var event: String?
    /// Who gives the command, and with what permission.
    var commenter: String?
    var permission: String?
    /// `reader` for a token that may not write.
    var token: String?
    /// What is pushed while the run is at work, and after how many requests.
    var pushing: Push?
    var faults: [Failure]?
  }

  struct Comment: Codable {
    let login: String
    let line: Int
    let body: String
    /// Whether it answers the program's first comment.
    var isAnswer: Bool?
  }

  struct Push: Codable {
    let head: String
    let afterRequests: Int
  }

  struct Failure: Codable {
    let method: String
    let path: String
    var skipping: Int?
    var takesEffect: Bool?
    /// The status of a refusal; nil for an answer that is lost.
    var status: Int?
    var message: String?
    var retryAfter: Int?

    var fault: Fault {
      let headers = retryAfter.map { ["Retry-After": "\($0)"] } ?? [:]
      return Fault(
        status.map { .status($0, message ?? "Server Error", headers: headers) } ?? .dropped,
        method: method,
        path: path,
        skipping: skipping ?? 0,
        takesEffect: takesEffect ?? false
      )
    }
  }

  /// The folder of all scenarios.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Scenarios")

  /// The names of all scenarios.
  static var names: [String] {
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: [.isDirectoryKey]
    )
    return (found ?? []).filter(\.hasDirectoryPath).map(\.lastPathComponent).sorted()
  }

  /// Reads the scenario of a name; a key it does not know is a mistake.
  init(named name: String) throws {
    let bytes = try Data(
      contentsOf: Self.folder.appending(path: name).appending(path: "scenario.json")
    )
    self = try JSONDecoder().decode(Scenario.self, from: bytes)
    let known = try JSONEncoder().encode(self)
    #expect(JSON(Array(bytes)) == JSON(Array(known)), "a key of \(name) is not known")
  }

  /// Reads the list before the contribution.
  func baseText(of name: String) throws -> String { try text(base ?? "base.md", of: name) }

  /// Reads the list as a run finds it.
  func headText(_ file: String, of name: String) throws -> String {
    let text = try text(file, of: name)
    return endsLastLine == false ? String(text.dropLast()) : text
  }

  private func text(_ file: String, of name: String) throws -> String {
    let own = Self.folder.appending(path: name).appending(path: file)
    let shared = Self.folder.appending(path: file)
    let isOwn = FileManager.default.fileExists(atPath: own.path)
    let text = try String(contentsOf: isOwn ? own : shared, encoding: .utf8)
    return lineEnds == "crlf" ? text.replacing("\n", with: "\r\n") : text
  }
}
