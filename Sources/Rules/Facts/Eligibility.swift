internal import YAML

/// What the entries of a list, or of a section, have to be beside well written.
package struct Eligibility: Sendable, Hashable {
  /// The fewest stars of a repository; nil where any number will do.
  package let stars: Int?
  /// The fewest days since a repository was made.
  package let ageDays: Int?
  /// The most days since something was pushed to it.
  package let activeDays: Int?
  package let needsLicence: Bool
  package let mayNotBeArchived: Bool
  /// Whether papers have to be published.
  package let isPublishedOnly: Bool
}

extension Eligibility {
  /// Reads what a rulebook has under `eligibility`; nil where it has nothing.
  init?(_ fields: inout Fields) throws(YAMLError) {
    let file = fields.file
    guard let node = fields.node("eligibility") else { return nil }
    var own = try Fields(node, in: file, as: "'eligibility'")
    stars = try own.count("stars")
    ageDays = try own.count("age-days")
    activeDays = try own.count("active-days")
    if let licence = own.node("licence") {
      let text = try licence.string(in: file, as: "'licence'")
      guard text == "required" || text == "any" else {
        throw file.error("'\(text)' is not a demand; write required or any", at: licence.mark)
      }
      needsLicence = text == "required"
    } else {
      needsLicence = false
    }
    mayNotBeArchived = try own.bool("not-archived") ?? false
    isPublishedOnly = try own.bool("published-only") ?? false
    try own.finish()
  }
}

extension Fields {
  /// Reads a number that is not negative.
  fileprivate mutating func count(_ key: String) throws(YAMLError) -> Int? {
    guard let node = node(key) else { return nil }
    let text = try node.string(in: file, as: "'\(key)'")
    guard let number = Int(text), number >= 0 else {
      throw file.error("'\(text)' in '\(key)' is not a number from 0 on", at: node.mark)
    }
    return number
  }
}
