internal import ListModel
internal import Text

extension Filling {
  /// Whether most neighbours that have a name have it in their titles, too.
  var repeatsNames: Bool {
    let named = book.nearest.filter { $0.slots.contains(.name) }
    return named.count(where: \.repeatsName) * 2 >= named.count
  }

  /// Whether the neighbours part titles with a colon into a name and what it is.
  var wantsName: Bool {
    let named = book.nearest.filter { $0.slots.contains(.name) }
    guard !named.isEmpty else { return false }
    let joined = named.count(where: \.joinsName)
    if joined * 2 < named.count {
      return particulars.name != nil && Double(named.count) >= 0.25 * Double(book.nearest.count)
    }
    guard hasTitleName else { return false }
    let plain = book.nearest.count { mould in
      guard !mould.joinsName, let title = mould.sample(of: .title) else { return false }
      return title.firstRange(of: ": ", in: 0..<title.count) != nil
    }
    return joined >= plain
  }
}
