internal import Text

/// What makes two entries the same paper, wherever they stand and however they are written.
package enum Identity: Hashable, Sendable, CustomStringConvertible {
  case arXiv(ArXivID)
  /// In lower case, as DOIs are compared without case.
  case doi(String)
  /// The identifier of an OpenReview forum.
  case openReview(String)
  /// The normalised title, for a paper whose links say nothing.
  case title(String)
  /// An entry without a title or a link to a paper, such as an empty bullet.
  case none

  package var description: String {
    switch self {
    case .arXiv(let id): "arxiv:\(id)"
    case .doi(let name): "doi:\(name)"
    case .openReview(let id): "openreview:\(id)"
    case .title(let key): "title:\(key)"
    case .none: "none"
    }
  }

  /// Finds the identity that an address names, nil for any other page.
  package init?(_ address: WebAddress) {
    if let id = ArXivID(address) {
      self = .arXiv(id)
      return
    }
    switch address.host {
    case "doi.org", "dx.doi.org":
      guard let name = Self.doi(in: address.path) else { return nil }
      self = .doi(name)
    case "dl.acm.org", "link.springer.com", "onlinelibrary.wiley.com", "tandfonline.com":
      guard let name = Self.doi(in: address.path) else { return nil }
      self = .doi(name)
    case "openreview.net":
      guard let first = address.pathComponents.first,
        ["forum", "pdf", "attachment"].contains(first),
        let query = address.query,
        let item = query.split(separator: "&").first(where: { $0.hasPrefix("id=") })
      else { return nil }
      self = .openReview(String(item.dropFirst(3)))
    default: return nil
    }
  }

  /// Returns the DOI in a path, as `10.1109/TPAMI.2024.1`, in lower case.
  private static func doi(in path: String) -> String? {
    let parts = path.split(separator: "/")
    guard let prefix = parts.firstIndex(where: { $0.hasPrefix("10.") && $0.utf8.count > 6 }),
      prefix + 1 < parts.count
    else { return nil }
    return parts[prefix...].joined(separator: "/").lowercased()
  }
}

/// Returns a title as it is compared: letters and digits only, in lower case, full-width forms as the
/// ASCII ones that a reader takes them for.
package func normalisedTitle(_ title: String) -> String {
  var key: [UInt8] = []
  key.reserveCapacity(title.utf8.count)
  var isASCII = true
  for byte in title.utf8 {
    guard byte < 0x80 else {
      isASCII = false
      break
    }
    if byte.isLetter || byte.isDigit { key.append(byte.lowercased) }
  }
  return isASCII ? String(decoding: key, as: UTF8.self) : normalisedUnicodeTitle(title)
}

private func normalisedUnicodeTitle(_ title: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in title.unicodeScalars {
    switch scalar.value {
    case 0..<0x80:
      let byte = UInt8(scalar.value)
      if byte.isLetter || byte.isDigit { scalars.append(Unicode.Scalar(byte.lowercased)) }
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      scalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0).lowercased))
    default:
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        scalars.append(scalar)
      }
    }
  }
  return String(scalars).lowercased().streamSafe
}
