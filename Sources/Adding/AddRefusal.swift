internal import Review
internal import Writing

/// Why there is no entry for what somebody named.
struct AddRefusal: Error, Hashable {
  /// What to say below the comment, in which a stranger's text is code.
  let markdown: String

  private init(_ markdown: String) { self.markdown = markdown }

  static let usage = AddRefusal(
    "Name what to add by its number on arXiv, its DOI, or its address on arXiv, OpenReview or GitHub, as in `/rubric add 2402.02207 in Survey`."
  )

  static func notKnown(_ word: String) -> AddRefusal {
    AddRefusal(
      "\(MarkdownText.code(word)) is not a number of arXiv's, a DOI, or a page on arXiv, OpenReview or GitHub."
    )
  }

  static func unanswered(_ word: String) -> AddRefusal {
    AddRefusal(
      "The registries did not answer about \(MarkdownText.code(word)). Ask again later, in a new comment."
    )
  }

  static func unknown(_ word: String) -> AddRefusal {
    AddRefusal("The registries know nothing of \(MarkdownText.code(word)). Look at the number.")
  }

  static func sections(_ word: String, _ names: [String]) -> AddRefusal {
    AddRefusal(
      "Name the section for \(MarkdownText.code(word)): write `in` and its heading after it, in a new comment. \(likeliest(names))"
    )
  }

  init(_ error: AdditionError, _ word: String, in path: String) {
    let word = MarkdownText.code(word)
    markdown =
      switch error {
      case .present(let line): "\(word) is in \(MarkdownText.code(path)) already, on line \(line)."
      case .noTitle: "Nobody says what \(word) is called."
      case .noModel:
        "No entry of \(MarkdownText.code(path)) shows how \(word) would be written. Add the first one by hand."
      }
  }

  init(_ error: SectionChoice.Failure, _ name: String) {
    let name = MarkdownText.code(name)
    markdown =
      switch error {
      case .unknown(let names): "There is no section \(name). \(Self.likeliest(names))"
      case .ambiguous(let names): "\(name) can be several sections. \(Self.likeliest(names))"
      }
  }

  private static func likeliest(_ names: [String]) -> String {
    names.isEmpty
      ? "" : "The nearest: \(names.map(MarkdownText.code).joined(separator: ", "))."
  }
}
