package import ListModel
internal import Text

extension EntryFormat {
  /// Reads all links from an offset on: brackets with a destination however many of either, bare and
  /// angled URLs, and labels without a destination.
  package func readLinks(_ text: [UInt8], from start: Int) -> [Link] {
    if unit == .html { return readAnchors(text, from: start) }
    var found: [Link] = []
    var end = start
    var index = start
    while index < text.count {
      // Most bytes begin nothing, which is told without making anything.
      guard canBeginLink(text, at: index),
        let link = link(in: text, at: index) ?? unopenedLink(in: text, at: index, after: end)
      else {
        index += 1
        continue
      }
      found.append(link)
      end = link.range.upperBound
      index = end
    }
    return found
  }

  private func canBeginLink(_ text: [UInt8], at index: Int) -> Bool {
    let byte = text[index]
    if byte > UInt8(ascii: "]") {
      return byte == UInt8(ascii: "h") && text.matches("http", at: index)
    }
    return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "]")
  }

  private func link(in text: [UInt8], at index: Int) -> Link? {
    switch text[index] {
    case UInt8(ascii: "!"):
      guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "["),
        let link = bracketLink(in: text, at: index + 1)
      else { return nil }
      return Link(
        range: index..<link.range.upperBound,
        label: link.label,
        labelRange: link.labelRange,
        url: link.url,
        urlRange: link.urlRange,
        isImage: true,
        kind: nil
      )
    case UInt8(ascii: "["): return badge(in: text, at: index) ?? bracketLink(in: text, at: index)
    case UInt8(ascii: "<"):
      if text.matches("<a ", at: index) { return anchor(in: text, at: index) }
      let url = text.destination(from: index + 1)
      guard text.isScheme(at: index + 1), url.upperBound < text.count,
        text[url.upperBound] == UInt8(ascii: ">")
      else { return nil }
      return bareLink(text, url: url, range: index..<url.upperBound + 1)
    case UInt8(ascii: "h"):
      guard text.isScheme(at: index), index == 0 || !text[index - 1].isWord else { return nil }
      var url = text.destination(from: index)
      while let last = text[url].last,
        [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(last)
      {
        url = url.lowerBound..<url.upperBound - 1
      }
      return bareLink(text, url: url, range: url)
    default: return nil
    }
  }

  /// Reads `[![label](image)](url)`, a link whose text is a picture, or `[![label][image]](url)`.
  private func badge(in text: [UInt8], at start: Int) -> Link? {
    guard text.matches("[![", at: start), let labelEnd = text.labelEnd(from: start + 3) else {
      return nil
    }
    var end = labelEnd
    if text.matches("](", at: labelEnd) {
      end = text.destination(afterParenthesis: labelEnd + 2).upperBound
      guard text.matches(")](", at: end) else { return nil }
    } else {
      guard text.matches("][", at: labelEnd),
        let close = text.first(UInt8(ascii: "]"), in: labelEnd + 2..<text.count),
        text.matches("]](", at: close)
      else { return nil }
      end = close
    }
    let url = text.destination(afterParenthesis: end + 3)
    guard text.matches(")", at: url.upperBound) else { return nil }
    let label = text.trimmed(start + 3..<labelEnd)
    let name = text.string(label)
    return Link(
      range: start..<url.upperBound + 1,
      label: name,
      labelRange: label,
      url: text.string(url),
      urlRange: url,
      isImage: true,
      kind: links.labels.name(of: name.withoutInvisibles)
    )
  }

  private func bareLink(_ text: [UInt8], url: Range<Int>, range: Range<Int>) -> Link {
    Link(
      range: range,
      label: nil,
      labelRange: nil,
      url: text.string(url),
      urlRange: url,
      // `<img src="https://...">` shows a picture.
      isImage: text.matches("src=\"", at: range.lowerBound - 5)
        || text.matches("src='", at: range.lowerBound - 5),
      kind: nil
    )
  }

  /// Reads `[[label](url)]` and what it becomes when brackets are lost, doubled or moved.
  private func bracketLink(in text: [UInt8], at start: Int) -> Link? {
    var index = start
    var opened = 0
    // More than a few open no link, and looking after all of them from each would take long.
    while index < text.count, index - start < 8,
      text[index] == UInt8(ascii: "[") || (opened > 0 && text[index] == .space)
    {
      if text[index] == UInt8(ascii: "[") { opened += 1 }
      index += 1
    }
    guard let labelEnd = text.labelEnd(from: index) else { return nil }
    let label = text.trimmed(index..<labelEnd)

    index = labelEnd
    var closed = 0
    while index < text.count, text[index] == UInt8(ascii: "]") {
      closed += 1
      index += 1
    }
    let name = text.string(label)
    let kind = links.labels.name(of: name.withoutInvisibles)
    var open = index
    while open < text.count, text[open] == .space || text[open] == UInt8(ascii: ":") { open += 1 }
    let isApart = open > index

    // Where the parenthesis was lost, the address follows its label.
    let isUnopened = closed > 0 && text.isScheme(at: open) && (!isApart || kind != nil)
    // `[label][url]`: the wrong brackets around the address.
    let isBracketed =
      closed == 1 && opened == 1 && !isApart && text.matches("[", at: open)
      && text.isScheme(at: open + 1)
    guard
      let openWidth = text.openingParenthesis(at: open)
        ?? (isBracketed ? 1 : isUnopened ? 0 : nil),
      !isApart || text.looksLikeDestination(from: open + openWidth)
    else {
      let closing = labelEnd..<labelEnd + min(closed, opened)
      if let link = referenceLink(in: text, at: start, label: label, closing: closing) {
        return link
      }
      // `[[code]]`, and `[code]` where the word is a label: a link yet to come.
      guard closed > 0, opened > 1 || kind != nil, !label.isEmpty else { return nil }
      return Link(
        range: start..<labelEnd + min(closed, opened),
        label: name,
        labelRange: label,
        url: nil,
        urlRange: nil,
        isImage: false,
        kind: kind
      )
    }
    var destination = text.destination(afterParenthesis: open + openWidth)
    // Where it is not closed, the comma after it is not part of it.
    if let last = text[destination].last, last == UInt8(ascii: ",") || last == UInt8(ascii: ";"),
      !text.matches(")", at: destination.upperBound)
    {
      destination = destination.lowerBound..<destination.upperBound - 1
    }
    let end =
      isBracketed && text.matches("]", at: destination.upperBound)
      ? destination.upperBound + 1
      : text.linkEnd(
        from: destination.upperBound,
        owing: opened - closed,
        isInParentheses: text.isInParentheses(start)
      )
    return Link(
      range: start..<end,
      label: name,
      labelRange: label,
      url: text.string(destination),
      urlRange: destination,
      isImage: false,
      kind: kind
    )
  }
}

extension EntryFormat {
  /// Reads `paper](url)]`, a link whose opening brackets were lost: at its `]`, after a word that is
  /// a label.
  fileprivate func unopenedLink(in text: [UInt8], at index: Int, after limit: Int) -> Link? {
    guard text.matches("](", at: index), text.isScheme(at: index + 2) else { return nil }
    var start = index
    while start > limit, text[start - 1].isLetter { start -= 1 }
    let name = text.string(start..<index)
    guard let kind = links.labels.name(of: name) else { return nil }
    let destination = text.destination(afterParenthesis: index + 2)
    let end = text.linkEnd(from: destination.upperBound, owing: 1, isInParentheses: false)
    return Link(
      range: start..<end,
      label: name,
      labelRange: start..<index,
      url: text.string(destination),
      urlRange: destination,
      isImage: false,
      kind: kind
    )
  }
}
