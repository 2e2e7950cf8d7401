import Rules
import Testing
import YAML

/// Every mistake in a rulebook is told with its place.
struct RulebookErrorTests {
  @Test(arguments: [
    (
      "extends: paper",
      "rubric.yml:1:10: there is no built-in rulebook 'paper'; did you mean 'papers'?"
    ),
    ("extend: papers", "rubric.yml:1:1: 'extend' is no key here; did you mean 'extends'?"),
    (
      "extends: papers\nformats: {}",
      "rubric.yml:2:10: 'formats' must be a sequence of entry formats, not a mapping"
    ),
    (
      "formats:\n  - marker: \"-\"\n    template: \"{titel}\"",
      "rubric.yml:3:15: '{titel}' is no field; did you mean '{title}'?"
    ),
    (
      "formats:\n  - marker: \"~\"\n    template: \"{title}\"",
      "rubric.yml:2:13: '~' is no marker; write '-', '*', '+', '1.' or '1)'"
    ),
    (
      "formats:\n  - unit: cell\n    template: \"{title}\"",
      "rubric.yml:2:11: 'cell' is no unit; write item, paragraph, row or html"
    ),
    (
      "formats:\n  - marker: \"-\"\n    template: \"[{title}]({url}) - {description}\"\n    between:\n      title desciption: any",
      "rubric.yml:5:7: 'desciption' is no field; did you mean 'description'?"
    ),
    (
      "formats:\n  - marker: \"-\"\n    template: \"{title?}\"\n    details:\n      items: [\"Code: {link}\"]",
      "rubric.yml:5:15: '{link}' is no value; did you mean '{links}'?"
    ),
    (
      "formats:\n  - marker: \"-\"\n    template: \"{title?}\"\n    details:\n      items: [\"Code\"]",
      "rubric.yml:5:15: 'Code' has no value; write what stands there, as in 'Code: {links}'"
    ),
    (
      "formats:\n  - marker: \"-\"\n    template: \"{title?}\"\n    details:\n      items: [\"Code: {links}\", \"code {text}\"]",
      "rubric.yml:5:32: the form of 'code' stands here twice"
    ),
    (
      "rules:\n  repeted-tag: off",
      "rubric.yml:2:3: 'repeted-tag' is no rule; did you mean 'repeated-tag'?"
    ),
    (
      "rules:\n  repeated-tag: fatal",
      "rubric.yml:2:17: 'fatal' is no severity; write error, warning, note or off"
    ),
    (
      "sections:\n  - name: [Survey]",
      "rubric.yml:2:5: 'name' is no key here; did you mean 'names'?"
    ),
    (
      "errors: few",
      "rubric.yml:1:9: 'few' says not which findings are errors; write all or certain"
    ),
    ("lists: README.md", "rubric.yml:1:8: 'lists' must be a sequence of strings, not a scalar"),
    (
      "required-links: [papr]",
      "rubric.yml:1:17: 'papr' is none of the format's link labels; did you mean 'paper'?"
    ),
  ])
  func `a mistake is told with line, column and the nearest name`(
    yaml: String,
    message: String
  ) {
    let error = #expect(throws: YAMLError.self) {
      try Rulebook(Array(yaml.utf8), name: "rubric.yml")
    }
    #expect(error?.description.split(separator: "\n").first.map(String.init) == message)
  }
}
