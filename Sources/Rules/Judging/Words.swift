internal import Text

/// Returns how often each word of a text stands in it, in lower case.
func wordCounts(_ text: [UInt8]) -> [String: Int] {
  wordList(text).reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

/// Returns the words of a text, in lower case, without characters that nobody sees.
func wordList(_ text: [UInt8]) -> [String] {
  let text = text.isASCII ? text : text.withPlainPunctuation
  if text.isASCII {
    return text.split { !$0.isWord }.map { word in
      String(decoding: word.map(\.lowercased), as: UTF8.self)
    }
  }
  var words: [String] = []
  var word = String.UnicodeScalarView()
  for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF, 0xAD: continue
    // Full-width forms are the same letters.
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      word.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case let value
    where value < 0x80
      ? UInt8(value).isWord
      : scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
      word.append(scalar)
    default:
      if !word.isEmpty { words.append(String(word).lowercased().streamSafe) }
      word = String.UnicodeScalarView()
    }
  }
  if !word.isEmpty { words.append(String(word).lowercased().streamSafe) }
  return words
}
