internal import YAML

/// All that is wrong with a rulebook.
///
/// What is wrong is taken out, or gives way to what was meant, and the rest is read again, until it can be
/// read. What is only wrong because something was taken out is not a mistake of the file.
struct RulebookMistakes {
  private var errors: [YAMLError]

  /// How many mistakes are looked for.
  private static let limit = 50

  init(first: YAMLError, in file: YAMLFile) {
    errors = [first]
    var error = first
    var root = file.root
    var names: Set<String> = []
    var holders: Set<Mark> = []
    for _ in 0..<Self.limit {
      // What else its mapping lacks is told when this is mended.
      holders.formUnion(file.root.marksAround(error.mark))
      if let meant = error.meant {
        root = root.replacing(at: error.mark, with: meant)
      } else {
        let path = root.path(to: error.mark)
        guard var rest = root.removing(at: error.mark) else { return }
        names.formUnion(path.suffix(1))
        // Without all that is said of how entries are written, nobody knows their labels.
        if let first = path.first, ["entry", "formats", "extends"].contains(first) {
          rest = rest.removing(key: "required-links").removing(key: "label")
        }
        root = rest
      }
      do throws(YAMLError) {
        _ = try Rulebook(file.replacing(root: root))
        return
      } catch let next {
        error = next
        let name = file.root.path(to: next.mark).last ?? ""
        let isConsequence =
          holders.contains(next.mark) && !next.message.hasSuffix("'?")
          || names.contains(name) || errors.contains(next)
        if !isConsequence { errors.append(next) }
      }
    }
  }

  /// The first mistake in the order of the file, with the others.
  var error: YAMLError { YAMLError.joined(errors) ?? errors[0] }
}

extension Node {
  /// The marks of the mappings around a place, from the outermost.
  fileprivate func marksAround(_ mark: Mark) -> [Mark] {
    switch value {
    case .scalar: return []
    case .sequence(let items):
      return items.lazy.map { $0.marksAround(mark) }.first { !$0.isEmpty } ?? []
    case .mapping(let pairs):
      for pair in pairs {
        let inner = pair.value.marksAround(mark)
        if !inner.isEmpty || pair.key.mark == mark || pair.value.mark == mark {
          return [self.mark] + inner
        }
      }
      return []
    }
  }
}
