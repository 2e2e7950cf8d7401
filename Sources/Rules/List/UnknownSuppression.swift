package import ListModel

/// Reports comments to this program that let nothing be.
package struct UnknownSuppression: ListRule {
  package static let description = RuleDescription(
    id: "unknown-suppression",
    summary: "A comment is meant to suppress a finding, but does not.",
    rationale:
      "It has to name an existing rule, give a reason that the next maintainer will understand, and belong to an entry.",
    severity: .note,
    fixes: .never,
    examples: [
      .accepted(
        "## Papers\n\n<!-- rubric: allow insecure-url the host has no certificate -->\n- A. CVPR'2024. [[paper](http://example.org/a)]\n",
        in: .file
      ),
      .accepted(
        "<!-- rubric: allow mixed-line-ends, missing-final-newline generated -->\n",
        in: .file
      ),
      .reported(
        "## Papers\n\n- A. CVPR'2024. [[paper](https://example.org/a)] <!-- rubric: allow 1️⃣insecure-ulr no certificate -->\n",
        "'insecure-ulr' is not a rule; did you mean 'insecure-url'?",
        in: .file
      ),
      .reported(
        "## Papers\n\n1️⃣<!-- rubric: allow insecure-url -->\n- A. CVPR'2024. [[paper](https://example.org/a)]\n",
        "Give a reason after 'insecure-url'",
        in: .file
      ),
    ]
  )

  package init() {}

  package func check(_ list: ListDocument, in context: ListContext) -> [Finding] {
    list.suppressionComments.flatMap { findings(on: $0, by: context.rulebook) }
  }

  private func findings(
    on suppressionComment: SuppressionComment,
    by rulebook: Rulebook
  ) -> [Finding] {
    let comment = suppressionComment.comment
    guard comment.isClosed else { return [finding(.open, at: comment.range)] }
    guard comment.verb.text == AllowComment.verb else {
      return [finding(.verb(comment.verb.text), at: comment.range)]
    }
    let unknown = comment.rules.filter { !rulebook.ruleIDs.contains($0.text) }
    if !unknown.isEmpty {
      return unknown.map { finding(.rule($0.text), at: $0.range) }
    }
    guard let last = comment.rules.last else { return [finding(.nothing, at: comment.range)] }
    guard !comment.reason.isEmpty else {
      return [finding(.reason(last.text), at: comment.range)]
    }
    guard suppressionComment.place == nil else { return [] }
    return comment.rules.filter { word in
      !RuleCatalogue.listRules.contains { $0.description.id == word.text }
    }
    .map { finding(.place($0.text), at: $0.range) }
  }
}

extension Message {
  fileprivate static let open: Message = "End the comment on its line"
  fileprivate static let nothing: Message =
    "Name a rule: 'rubric: allow RULE reason'"

  fileprivate static func verb(_ verb: String) -> Message {
    "\(quoting: verb) is not something to ask for; write 'rubric: allow RULE reason'"
  }

  fileprivate static func rule(_ rule: String) -> Message {
    guard let nearest = RuleCatalogue.nearest(to: rule) else {
      return "\(quoting: rule) is not a rule; 'rubric rules' lists them"
    }
    return "\(quoting: rule) is not a rule; did you mean \(quoting: nearest)?"
  }

  fileprivate static func reason(_ rule: String) -> Message {
    "Give a reason after \(quoting: rule)"
  }

  fileprivate static func place(_ rule: String) -> Message {
    "\(quoting: rule) is about an entry: write the comment on the line above one or at its end"
  }
}
