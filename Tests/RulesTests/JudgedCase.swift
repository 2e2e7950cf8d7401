/// A contribution as a careful maintainer judges it: the entries around it, what it adds, and what should and
/// should not be said of that.
struct JudgedCase: CustomStringConvertible, Sendable {
  let name: String
  /// How the entries of the section are written; `#` stands for a number of its own in each.
  let section: String
  var sectionCount = 12
  /// How the entries of the rest of the list are written; none where it is empty.
  var rest = ""
  var restCount = 40
  /// Lines above the section's entries, as a table's header.
  var header = ""
  let added: String
  var said: [String] = []
  var unsaid: [String] = []

  var description: String { name }

  /// The list before the contribution.
  var base: String {
    func entries(_ form: String, _ numbers: Range<Int>) -> String {
      numbers.map { form.replacing("#", with: "\($0)") + "\n" }.joined()
    }
    var text = "# List\n\n"
    if !rest.isEmpty {
      text += "## Rest\n\n" + header + entries(rest, 100..<100 + restCount) + "\n"
    }
    return text + "## Section\n\n" + header + entries(section, 200..<200 + sectionCount)
  }
}
