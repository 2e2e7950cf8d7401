internal import ListModel

extension Entry {
  /// Whether something in it is a mistake in any list: a doubled bullet, a bracket without its other
  /// half, or a link that goes nowhere.
  var isBroken: Bool {
    func count(_ sign: Unicode.Scalar) -> Int { text.count { $0 == UInt8(ascii: sign) } }
    return marker.bullets.count > 1 || count("[") != count("]")
      || links.contains { link in
        link.label != nil && !link.isImage && (link.url?.isEmpty ?? true || link.url == "#")
      }
  }
}
