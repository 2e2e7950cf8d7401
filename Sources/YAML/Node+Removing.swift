extension Node {
  /// Returns the value with another text in the place of the one that stands at a mark.
  package func replacing(at mark: Mark, with text: String) -> Node {
    switch value {
    case .scalar:
      self.mark == mark ? Node(value: .scalar(text, isPlain: true), mark: mark) : self
    case .sequence(let items):
      Node(value: .sequence(items.map { $0.replacing(at: mark, with: text) }), mark: self.mark)
    case .mapping(let pairs):
      Node(
        value: .mapping(pairs.map { ($0.key, $0.value.replacing(at: mark, with: text)) }),
        mark: self.mark
      )
    }
  }

  /// Returns the value without the key or item that stands at a mark, the innermost where several begin
  /// there; nil where none does.
  package func removing(at mark: Mark) -> Node? {
    switch value {
    case .scalar: return nil
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        if let changed = item.removing(at: mark) {
          return Node(value: .sequence(items.replacing(changed, at: index)), mark: self.mark)
        }
      }
      guard let index = items.firstIndex(where: { $0.mark == mark }) else { return nil }
      return Node(value: .sequence(items.removing(at: index)), mark: self.mark)
    case .mapping(let pairs):
      for (index, pair) in pairs.enumerated() {
        if let changed = pair.value.removing(at: mark) {
          return Node(
            value: .mapping(pairs.replacing((pair.key, changed), at: index)),
            mark: self.mark
          )
        }
      }
      let found = pairs.firstIndex { $0.key.mark == mark || $0.value.mark == mark }
      guard let index = found else { return nil }
      return Node(value: .mapping(pairs.removing(at: index)), mark: self.mark)
    }
  }

  /// Returns the value without a key, wherever in it that stands.
  package func removing(key: String) -> Node {
    switch value {
    case .scalar: self
    case .sequence(let items):
      Node(value: .sequence(items.map { $0.removing(key: key) }), mark: mark)
    case .mapping(let pairs):
      Node(
        value: .mapping(
          pairs.filter { $0.key.text != key }.map { ($0.key, $0.value.removing(key: key)) }
        ),
        mark: mark
      )
    }
  }

  /// The names of the keys around the value at a mark, and of its own key, from the outermost.
  package func path(to mark: Mark) -> [String] {
    switch value {
    case .scalar: return []
    case .sequence(let items):
      return items.lazy.map { $0.path(to: mark) }.first { !$0.isEmpty } ?? []
    case .mapping(let pairs):
      for pair in pairs {
        let inner = pair.value.path(to: mark)
        if !inner.isEmpty || pair.key.mark == mark || pair.value.holds(mark) {
          return [pair.key.text] + inner
        }
      }
      return []
    }
  }

  private func holds(_ mark: Mark) -> Bool {
    if self.mark == mark { return true }
    guard case .sequence(let items) = value else { return false }
    return items.contains { $0.holds(mark) }
  }
}

extension Array {
  fileprivate func replacing(_ element: Element, at index: Int) -> [Element] {
    var copy = self
    copy[index] = element
    return copy
  }

  fileprivate func removing(at index: Int) -> [Element] {
    var copy = self
    copy.remove(at: index)
    return copy
  }
}
