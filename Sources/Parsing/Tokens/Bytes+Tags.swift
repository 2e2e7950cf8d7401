package import ListModel
internal import Text

extension [UInt8] {
  /// Returns the tags in a text that is nothing but tags: each in brackets, as in `[ReferIS][GRES]`, or one that is
  /// all of it.
  package func tags(in range: Range<Int>) -> [Tag] {
    let all = [Tag(name: string(range), range: range)]
    guard self[range].first == UInt8(ascii: "["), self[range].last == UInt8(ascii: "]") else {
      return all
    }
    var tags: [Tag] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if self[index].isWhitespace || self[index] == UInt8(ascii: ",") {
        index += 1
        continue
      }
      guard self[index] == UInt8(ascii: "["),
        let close = first(UInt8(ascii: "]"), in: index..<range.upperBound)
      else { return all }
      let name = trimmed(index + 1..<close)
      guard !name.isEmpty, !self[name].contains(UInt8(ascii: "[")) else { return all }
      tags.append(Tag(name: string(name), range: name))
      index = close + 1
    }
    return tags
  }
}
