internal import ListModel

/// How a list writes the addresses of papers on arXiv.
struct ArXivAddresses: Sendable {
  /// The address of the new paper by the roles of links, nearest first.
  private var byRole: [String: [UInt8]] = [:]
  private var other: [UInt8]?

  init(of particulars: Particulars, in book: MouldBook) {
    var near: [String: [[UInt8]]] = [:]
    var far: [String: [[UInt8]]] = [:]
    for mould in book.moulds {
      guard let own = mould.arXiv else { continue }
      let isNear = book.isNear(mould)
      for case .slot(.address(let role, _), let bytes) in mould.units.flatMap(\.pieces) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard bytes.names(own), ArXivID(WebAddress(text)) == own else { continue }
        guard let id = particulars.arXiv else { continue }
        let address = bytes.replacing(own.description, with: id.description).withoutVersion(of: id)
        far[role, default: []].append(address)
        if isNear { near[role, default: []].append(address) }
      }
    }
    byRole = far.compactMapValues(\.mostCommon)
      .merging(near.filter { $0.value.count >= 3 }.compactMapValues(\.mostCommon)) { $1 }
    other = far.values.joined().map { $0 }.mostCommon
  }

  /// Returns the address of the new paper where a link has a role; nil where the list has no such addresses.
  func address(of role: String) -> [UInt8]? { byRole[role] ?? other }
}
