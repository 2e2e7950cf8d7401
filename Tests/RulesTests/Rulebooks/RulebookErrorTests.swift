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
    ("extend: papers", "rubric.yml:1:1: 'extend' is not a key here; did you mean 'extends'?"),
    (
      "extends: papers\nformats: {}",
      "rubric.yml:2:10: 'formats' must be a sequence of entry formats, not a mapping"
    ),
    (
      "formats:\n  - marker: \"-\"\n    template: \"{titel}\"",
      "rubric.yml:3:15: '{titel}' is not a field; did you mean '{title}'?"
    ),
    (
      "formats:\n  - marker: \"~\"\n    template: \"{title}\"",
      "rubric.yml:2:13: '~' is not a marker; write '-', '*', '+', '1.' or '1)'"
    ),
    (
      "formats:\n  - unit: cell\n    template: \"{title}\"",
      "rubric.yml:2:11: 'cell' is not a unit; write item, paragraph, row or html"
    ),
    (
      "formats:\n  - marker: \"-\"\n    template: \"[{title}]({url}) - {description}\"\n    between:\n      title desciption: any",
      "rubric.yml:5:7: 'desciption' is not a field; did you mean 'description'?"
    ),
    (
      "formats:\n  - marker: \"-\"\n    template: \"{title?}\"\n    details:\n      items: [\"Code: {link}\"]",
      "rubric.yml:5:15: '{link}' is not a value; did you mean '{links}'?"
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
      "formats:\n  - marker: \"-\"\n    template: \"{title?}\"\n    details:\n      items: [\"Code: {text}.\"]",
      "rubric.yml:5:15: nothing can stand after the only value of 'Code: {text}.': take away '.'"
    ),
    (
      "formats:\n  - marker: \"-\"\n    template: \"{title?}\"\n    details:\n      items: [\"Code: {links+}, {text*}\"]",
      "rubric.yml:5:15: the second value of 'Code: {links+}, {text*}' takes '?', not '*'"
    ),
    (
      "rules:\n  repeted-tag: off",
      "rubric.yml:2:3: 'repeted-tag' is not a rule; did you mean 'repeated-tag'?"
    ),
    (
      "rules:\n  repeated-tag: fatal",
      "rubric.yml:2:17: 'fatal' is not a severity; write error, warning, note or off"
    ),
    (
      "sections:\n  - name: [Survey]",
      "rubric.yml:2:5: 'name' is not a key here; did you mean 'names'?"
    ),
    (
      "errors: few",
      "rubric.yml:1:9: 'errors' must be all or certain, not 'few'"
    ),
    ("lists: README.md", "rubric.yml:1:8: 'lists' must be a sequence of strings, not a scalar"),
    (
      "order: newest-yaer",
      "rubric.yml:1:8: 'newest-yaer' is not a known order; did you mean 'newest-year'?"
    ),
    (
      "sections:\n  - {names: [A], order: random}",
      "rubric.yml:2:25: 'random' is not a known order; there are none, title, newest-date, oldest-date, newest-year, oldest-year"
    ),
    (
      "generated-from: ../data.yml",
      "rubric.yml:1:17: '../data.yml' is not a path of a file from the root of the repository, as in 'data/papers.yml'"
    ),
    (
      "formats:\n  - marker: \"1.\"\n    numbering: count\n    template: \"{title}\"",
      "rubric.yml:3:16: 'count' is not a known numbering; did you mean 'counted'?"
    ),
    (
      "formats:\n  - unit: row\n    numbering: counted\n    template: \"|{title}|\"",
      "rubric.yml:3:5: 'numbering' is not a key here"
    ),
    ("venues: {FOO: []}", "rubric.yml:1:9: 'venues' must be a sequence of venues, not a mapping"),
    (
      "venues:\n  - {name: FOO, kind: conferenc}",
      "rubric.yml:2:23: 'conferenc' is not a known kind of venue; did you mean 'conference'?"
    ),
    (
      "venues:\n  - {nam: FOO}",
      "rubric.yml:2:6: 'nam' is not a key here; did you mean 'name'?"
    ),
    (
      "venues:\n  - {name: FOO, alias: [Foo]}",
      "rubric.yml:2:17: 'alias' is not a key here; did you mean 'aliases'?"
    ),
    (
      "venues:\n  - {name: FOO, aliases: [Foo Conf]}\n  - {name: BAR, aliases: [foo conf]}",
      "rubric.yml:3:26: 'foo conf' stands for two venues"
    ),
    ("venues:\n  - name: \"\"", "rubric.yml:2:11: the name of a venue is one line of text"),
    (
      "hosts:\n  papers: [a.org]",
      "rubric.yml:2:3: 'papers' is not a key here; did you mean 'paper'?"
    ),
    (
      "hosts:\n  paper: [a.org, \"https://b.org\"]",
      "rubric.yml:2:18: 'https://b.org' is not a host; write it in small letters and without 'https://' and 'www.', as in 'example.org' or 'example.org/papers'"
    ),
    (
      "hosts:\n  moved: {Old.org: new.org}",
      "rubric.yml:2:11: 'Old.org' is not a host; write it in small letters and without 'https://' and 'www.', as in 'example.org' or 'example.org/papers'"
    ),
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
