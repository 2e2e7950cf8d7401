internal import CExpat

/// Reads XML with expat, which Debian has, costs 180 KB, and bounds what entities may expand to.
package enum XMLDocument {
  /// Returns the outermost element; nil where the bytes are not an XML document, or not all of one.
  package static func root(of bytes: [UInt8]) -> XMLElement? {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(separator)) else { return nil }
    defer { XML_ParserFree(parser) }
    let builder = Builder()
    XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
    XML_SetElementHandler(parser, Builder.start, Builder.end)
    XML_SetCharacterDataHandler(parser, Builder.characters)
    let status = withExtendedLifetime(builder) {
      bytes.withUnsafeBytes { buffer in
        XML_Parse(
          parser,
          buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(clamping: buffer.count),
          Int32(XML_TRUE)
        )
      }
    }
    return status == XML_STATUS_OK ? builder.root : nil
  }

  /// What expat puts between a namespace and a name: no address has it.
  fileprivate static let separator = UInt8(ascii: "|")
}

/// What expat calls while it reads.
private final class Builder {
  private var open: [XMLElement] = []
  private(set) var root: XMLElement?
  /// How deep elements may be in each other; what is deeper is left out.
  private static let deepest = 64
  private var tooDeep = 0

  static let start:
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafePointer<XML_Char>?,
      UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) -> Void = { context, name, attributes in
      guard let context, let name else { return }
      let builder = Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue()
      var values: [String: String] = [:]
      // Names and values in turn, and a null at the end.
      var next = attributes
      while let pair = next, let key = pair[0], let value = pair[1] {
        values[Builder.parts(of: String(cString: key)).name] = String(cString: value)
        next = pair + 2
      }
      builder.start(String(cString: name), values)
    }

  static let end: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<XML_Char>?) -> Void = {
    context,
    _ in
    guard let context else { return }
    Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue().end()
  }

  static let characters:
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<XML_Char>?, Int32) -> Void = {
      context,
      text,
      count in
      guard let context, let text, count > 0 else { return }
      let piece = UnsafeRawBufferPointer(start: text, count: Int(count))
      Unmanaged<Builder>.fromOpaque(context).takeUnretainedValue()
        .add(String(decoding: piece, as: UTF8.self))
    }

  private func start(_ name: String, _ attributes: [String: String]) {
    guard tooDeep == 0, open.count < Self.deepest else {
      tooDeep += 1
      return
    }
    let (namespace, local) = Self.parts(of: name)
    open.append(XMLElement(name: local, namespace: namespace, attributes: attributes))
  }

  private func end() {
    guard tooDeep == 0 else {
      tooDeep -= 1
      return
    }
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(element)
    }
  }

  private func add(_ text: String) {
    if tooDeep == 0, !open.isEmpty { open[open.count - 1].text += text }
  }

  private static func parts(of name: String) -> (namespace: String, name: String) {
    guard let bar = name.utf8.lastIndex(of: XMLDocument.separator) else { return ("", name) }
    return (String(name[..<bar]), String(name[name.utf8.index(after: bar)...]))
  }
}
