internal import ListModel

/// The marker that entries begin with.
extension Samples {
  func marker(stated: String? = nil) -> String {
    guard kind == .item else { return "" }
    if let stated, let usual = usualMarker(stated),
      Statement.holds(usual.count, of: usual.total)
    {
      return stated
    }
    var tally = Tally<String>()
    var numbers = Tally<String>()
    for sample in entries {
      guard let bullet = sample.entry.marker.bullets.first else { continue }
      let text = sample.entry.string(bullet)
      if text.first?.isNumber ?? false {
        numbers.add(text)
        tally.add("1" + String(text.last ?? "."))
      } else {
        tally.add(text)
      }
    }
    return tally.most?.thing ?? "-"
  }

  /// How many entries begin with the marker and one space.
  func usualMarker(_ marker: String, stated: Statement? = nil) -> UsualSeparator? {
    guard kind == .item else { return nil }
    let isNumbered = marker.first?.isNumber ?? false
    let count = entries.count { sample in
      let own = sample.entry.marker
      let text = sample.entry.string(own.indentation.upperBound..<own.range.upperBound)
      return isNumbered
        ? text.drop { $0.isNumber } == marker.dropFirst() + " " && text.first?.isNumber ?? false
        : text == marker + " "
    }
    var usual = UsualSeparator(text: marker + " ", count: count, total: entries.count)
    if stated?.marker == marker { usual.statedOn = stated?.template.line }
    return usual
  }
}
