import Rules
import YAML

/// A small rulebook with more keys in it.
enum SampleRulebook {
  private static let text = """
    name: sample
    entry:
      marker: "-"
      template: "{tags} {title}. {venue}. {links}"
      tags: {open: "**`", item: "[{tag}]", close: "`**"}
      venue: {form: "{name}'{year}"}
      links:
        item: "[[{label}]({url})]"
        separator: " | "
        labels: {paper: [], code: [github], project: []}

    """

  /// How many lines stand before the keys that are added.
  static let lineCount = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1

  static func rulebook(_ keys: String) throws(YAMLError) -> Rulebook {
    try Rulebook(Array((text + keys).utf8), name: "rubric.yml")
  }
}
