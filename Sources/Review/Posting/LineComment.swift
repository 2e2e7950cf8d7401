package import Classifier
internal import ListModel
internal import Markdown
package import Rules

/// What one comment says: all that is wrong with one entry, or with one line of the list.
package struct LineComment: Sendable {
  package let path: String
  /// The 1-based lines it is about.
  package let lines: ClosedRange<Int>
  package let findings: [LocatedFinding]
  package let suggestion: Suggestion?
  /// Whether GitHub would put the suggestion in place as it is meant.
  ///
  /// Nobody says what becomes of line ends when somebody accepts a suggestion, which cannot hold
  /// `\r`: beside a line that has one there is none, and none of what a block does not show as it is.
  package let isSuggestable: Bool
  let mark: CommentMark

  package var fingerprint: Fingerprint { mark.fingerprint }

  /// The lines that a comment should stand at.
  var anchor: ClosedRange<Int> {
    guard let suggestion else { return lines }
    return suggestion.lines.lowerBound...suggestion.lines.upperBound - 1
  }

  /// The worst of what the contribution brought.
  package var severity: Severity {
    findings.filter(\.isIntroduced).map(\.finding.severity).max() ?? .note
  }

  /// Returns the text of a comment, of at most so many bytes.
  func text(as form: CommentText.Form, links: PathLinks?, limit: Int = .max) -> String {
    CommentText(findings, suggestion, as: form, links: links).text(limit: limit)
  }

  /// Whether it is worth somebody's time on the pull request.
  var isWorthAComment: Bool { severity > .note }
}

extension Report {
  /// What is to be said about the contribution, one line comment for each entry, in the order of the lines.
  ///
  /// What was there before is said only beside something that the contribution brought.
  package var lineComments: [LineComment] {
    var counts: [[String]: Int] = [:]
    func numbered(_ key: [String]) -> Fingerprint {
      counts[key, default: 0] += 1
      return Fingerprint(key + ["\(counts[key, default: 0])"])
    }
    return lists.flatMap { list in
      let text = list.document.text
      let isUnix = { (line: Int) in
        let isReturn = { (byte: UInt8) in byte == UInt8(ascii: "\r") }
        return !text.lineEnd(line).contains(where: isReturn)
          && !text.bytes[text.line(line)].contains(where: isReturn)
      }
      return list.joinedReports.compactMap { report -> LineComment? in
        guard report.findings.contains(where: \.isIntroduced) else { return nil }
        // The same entry can be there twice, and each is worth its own line comment.
        let mark = CommentMark(
          numbered(report.key),
          form: numbered(report.keyOfForm),
          facts: report.facts
        )
        return LineComment(
          path: report.path,
          lines: report.lines.lowerBound...report.lines.upperBound - 1,
          findings: report.findings,
          suggestion: report.suggestion,
          isSuggestable: isUnix(1) && (report.suggestion?.lines ?? report.lines).allSatisfy(isUnix)
            && MarkdownText.shows(report.suggestion?.replacement ?? ""),
          mark: mark
        )
      }
    }
  }
}

extension ListReport {
  /// The reports, with what was found on a line beside its entry joined to that entry's, so that
  /// no line gets two comments.
  fileprivate var joinedReports: [EntryReport] {
    var joined: [EntryReport] = []
    for report in entryReports.sorted(by: { $0.lines.lowerBound < $1.lines.lowerBound }) {
      guard let last = joined.last, last.lines.overlaps(report.lines) else {
        joined.append(report)
        continue
      }
      let isEntry = last.findings.contains { $0.identity != nil }
      let (main, other) = isEntry ? (last, report) : (report, last)
      joined[joined.count - 1] = EntryReport(
        path: path,
        lines: main.lines,
        findings: main.findings + other.findings,
        suggestion: main.suggestion ?? other.suggestion,
        change: main.change ?? other.change,
        text: main.text
      )
    }
    return joined
  }
}

extension EntryReport {
  /// What its fingerprint is made of: the entry, what is wrong with it, what it should read.
  fileprivate var key: [String] {
    var key = [path, findings.first { $0.identity != nil }?.identity?.description ?? "list"]
    for located in findings {
      key.append(located.finding.rule)
      // What cannot be mended is known by the words that are wrong.
      if !located.isFixable { key += located.finding.message.quotes }
    }
    return key + ["=", suggestion?.replacement ?? "none"]
  }

  /// What is wrong with the entry as it stands, without what registries say.
  fileprivate var keyOfForm: [String] {
    var key = [path, "form", text]
    for located in findings where located.finding.question == nil {
      key.append(located.finding.rule)
      key += located.finding.message.quotes
    }
    return key
  }

  /// What it says because registries do, each once.
  fileprivate var facts: [Fingerprint] {
    let all = findings.compactMap { located in
      located.finding.question.map {
        Fingerprint(fact: located.finding.rule, restingOn: $0, in: path)
      }
    }
    return Set(all).sorted { $0.text < $1.text }
  }
}

extension Report {
  /// What may be said of the entries because a registry does, and nobody knows this time whether it can.
  var openFacts: Set<Fingerprint> {
    let rules = RuleCatalogue.factRules.map { $0.description.id }
    return lists.reduce(into: []) { facts, list in
      for question in list.openQuestions {
        for rule in rules {
          facts.insert(Fingerprint(fact: rule, restingOn: question, in: list.path))
        }
      }
      // What others answered is known; a note may be what is left of more.
      for located in list.findings where located.finding.severity > .note {
        guard let question = located.finding.question else { continue }
        facts.remove(Fingerprint(fact: located.finding.rule, restingOn: question, in: list.path))
      }
    }
  }
}

extension Fingerprint {
  /// What a rule says because a registry does.
  fileprivate init(fact rule: String, restingOn question: Question, in path: String) {
    self.init(["fact", path, rule] + question.words)
  }
}
