internal import ListModel
internal import Text

/// How many of a text's addresses begin with https, and how many with http.
struct AddressTally {
  /// Whether there are many addresses, of which most begin with https.
  let isMostlySecure: Bool
  /// Whether http is usual among the addresses of hosts that nobody knows to answer by https.
  let hasPlainOnes: Bool

  init(_ text: [UInt8], knowing hosts: Hosts) {
    var secure: [Int] = []
    var plain: [Int] = []
    var index = 0
    while let colon = text.first(UInt8(ascii: ":"), in: index..<text.count) {
      index = colon + 1
      guard text.matches("//", at: index), colon > 3 else { continue }
      if text.matches("https", at: colon - 5) {
        secure.append(index + 2)
      } else if text.matches("http", at: colon - 4) {
        plain.append(index + 2)
      }
    }
    let count = secure.count + plain.count
    isMostlySecure = count >= 30 && secure.count * 100 >= count * 80
    guard plain.count >= Levels.fewest else {
      hasPlainOnes = false
      return
    }
    var known: [ArraySlice<UInt8>: Bool] = [:]
    func isOpen(_ start: Int) -> Bool {
      let host = text[start...].prefix { $0.isLetter || $0.isDigit || ".-".utf8.contains($0) }
      if let answer = known[host] { return !answer }
      let address = WebAddress("http://" + String(decoding: host, as: UTF8.self))
      let answer = hosts.hasHTTPS(address)
      known[host] = answer
      return !answer
    }
    let openPlain = plain.count(where: isOpen)
    hasPlainOnes =
      openPlain >= Levels.fewest
      && Levels.exceptional.isReached(by: openPlain, of: openPlain + secure.count(where: isOpen))
  }
}
