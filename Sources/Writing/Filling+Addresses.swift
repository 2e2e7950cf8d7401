internal import ListModel
internal import Text

extension Filling {
  /// Returns where a link leads; nil where that is not known.
  func address(
    _ role: String,
    _ ordinal: Int,
    like sample: [UInt8],
    in mould: Mould
  ) -> [UInt8]? {
    guard let url = known(role, ordinal) else { return derived(sample, in: mould) }
    // What somebody gives stays as it is, as far as the rules have it so.
    if isGiven(role), !rewritesAddresses, let own = PlainWords.address(url) { return own }
    guard let id = particulars.arXiv, ArXivID(WebAddress(url)) == id else {
      return PlainWords.address(url)
    }
    if !isGiven(role), mould.arXiv.map({ sample.names($0) }) ?? false {
      return derived(sample, in: mould)
    }
    return arXivAddresses.address(of: role) ?? PlainWords.address(url)
  }

  /// The address that somebody said belongs to a role.
  private func known(_ role: String, _ ordinal: Int) -> String? {
    if let links = addresses[role] { return ordinal < links.count ? links[ordinal].url : nil }
    guard ordinal == 0 else { return nil }
    if role == Slot.page || role == Slot.bare {
      return page ?? primary
    }
    let isOfPaper = format.links.labels.name(of: role) == LinkLabels.paper
    if role == "(bare)" { return primary ?? particulars.page }
    if isOfPaper || [Slot.number, Slot.publication].contains(role) { return primary }
    return nil
  }

  /// Tells whether somebody gave the address of a role as it is.
  private func isGiven(_ role: String) -> Bool {
    addresses[role] != nil || role == Slot.page && page != nil
  }

  /// The address of the paper itself.
  private var primary: String? {
    if let id = particulars.arXiv { return "https://arxiv.org/abs/\(id)" }
    if case .doi(let doi) = particulars.identity { return "https://doi.org/\(doi)" }
    if case .openReview(let id) = particulars.identity {
      return "https://openreview.net/forum?id=\(id)"
    }
    // A repository is not a paper.
    return particulars.page.flatMap { Repository.written($0) == nil ? $0 : nil }
  }

  /// Tells whether something is there for each paper or repository, as far as an address says: a badge, or the paper or
  /// repository itself, but no file that somebody once wrote.
  private func canBeDerived(_ address: [UInt8]) -> Bool {
    let address = WebAddress(String(decoding: address, as: UTF8.self))
    guard ["http", "https"].contains(address.scheme) else { return false }
    let isOfCode = address.host == "github.com" || address.host == "raw.githubusercontent.com"
    return !isOfCode || address.host == "github.com" && address.pathComponents.count == 2
  }

  /// Returns an address of another entry's with this paper's identifier or repository in it; nil where it
  /// has neither, or where this paper has none.
  private func derived(_ sample: [UInt8], in mould: Mould) -> [UInt8]? {
    var text = sample
    var isDerived = false
    for (old, new) in [
      (mould.arXiv?.description, particulars.arXiv?.description),
      (mould.repository, particulars.repository),
    ] {
      guard let old, text.firstRange(of: old, in: 0..<text.count) != nil else { continue }
      guard let new else { return nil }
      text = text.replacing(old, with: new)
      isDerived = true
    }
    guard isDerived, canBeDerived(text) else { return nil }
    text = text.withoutVersion(of: particulars.arXiv)
    // What stands there under another label already, in whatever form.
    let given = particulars.links.map(\.url) + [page].compactMap { $0 }
    let id = ArXivID(WebAddress(String(decoding: text, as: UTF8.self)))
    let isGiven = given.contains { url in
      url.utf8.elementsEqual(text) || id != nil && ArXivID(WebAddress(url)) == id
        || Repository.isWhole(url) && Repository.isWhole(text.string(0..<text.count))
    }
    return isGiven ? nil : text
  }
}

extension [UInt8] {
  /// Tells whether an identifier stands in it.
  func names(_ id: ArXivID) -> Bool { firstRange(of: id.description, in: 0..<count) != nil }

  func replacing(_ old: String, with new: String) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while let found = firstRange(of: old, in: position..<count) {
      result += self[position..<found.lowerBound]
      result += new.utf8
      position = found.upperBound
    }
    return result + self[position...]
  }

  /// The address without the version that another paper had.
  func withoutVersion(of id: ArXivID?) -> [UInt8] {
    guard let id, let found = firstRange(of: id.description, in: 0..<count),
      found.upperBound < count, self[found.upperBound] == UInt8(ascii: "v")
    else { return self }
    let digits = self[(found.upperBound + 1)...].prefix { $0.isDigit }
    guard !digits.isEmpty else { return self }
    return Array(self[..<found.upperBound]) + self[digits.endIndex...]
  }
}
