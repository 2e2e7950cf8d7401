package import ListModel

/// What is known of a paper or a project for which an entry is to be written.
///
/// Texts are plain: whatever stands in them is text in the entry, too, and no markup, but for a description that
/// somebody wrote for the list.
package struct Particulars: Sendable, Hashable {
  /// An address, and the label that says what it leads to.
  package struct Address: Sendable, Hashable {
    package let label: String
    package let url: String
    /// What the link itself says under its label, where that is something else.
    package let text: String?

    package init(label: String, url: String, text: String? = nil) {
      self.label = label
      self.url = url
      self.text = text
    }
  }

  package var identity = Identity.none
  /// The short name of a method or a project.
  package var name: String?
  package var title: String?
  package var authors: [String] = []
  /// Whether there are more authors than are known.
  package var hasMoreAuthors = false
  package var venue: String?
  package var year: Int?
  package var date: CalendarDate?
  package var description: String?
  /// Whether the description is Markdown, as somebody wrote it for this list, and no registry's.
  package var isDescriptionMarkdown = false
  package var tags: [String] = []
  package var keywords: [String] = []
  /// What nested items say, by their keys as labels are compared.
  package var details: [String: String] = [:]
  /// Where the title leads.
  package var page: String?
  package var links: [Address] = []
  /// The labels of what is to come and has no address yet.
  package var pending: [String] = []

  package init() {}

  /// The identifier on arXiv.
  var arXiv: ArXivID? {
    if case .arXiv(let id) = identity { return id }
    let urls = [page].compactMap { $0 } + links.map(\.url)
    return urls.lazy.compactMap { ArXivID(WebAddress($0)) }.first
  }

  /// Whether somebody gave an address on arXiv.
  var hasAddressOnArXiv: Bool {
    ([page].compactMap { $0 } + links.map(\.url)).contains { ArXivID(WebAddress($0)) != nil }
  }

  /// `owner/name` of the repository.
  var repository: String? {
    let urls = links.map(\.url) + [page].compactMap { $0 }
    return urls.lazy.compactMap { Repository.written($0) }.first
  }
}

/// A day, as far as it is known.
package struct CalendarDate: Sendable, Hashable {
  package let year: Int
  package let month: Int?
  package let day: Int?

  package init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }
}

/// The repository that an address on GitHub names.
enum Repository {
  /// Returns `owner/name` as it is written; nil where the address names none.
  static func written(_ url: String) -> String? {
    let address = WebAddress(url)
    guard address.host == "github.com" else { return nil }
    let parts = address.pathComponents
    guard parts.count >= 2 else { return nil }
    let name = parts[1].hasSuffix(".git") ? parts[1].dropLast(4) : parts[1]
    return "\(parts[0])/\(name)"
  }

  /// Tells whether an address is that of a repository, and of nothing in it.
  static func isWhole(_ url: String) -> Bool {
    written(url) != nil && WebAddress(url).pathComponents.count == 2
  }
}
