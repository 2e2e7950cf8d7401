/// A rule about one entry by what registries say: it finds nothing where nobody asked.
package protocol FactRule: EntryRule {
  /// What its findings rest on.
  static var registry: Registry { get }
}

/// A kind of registry, by what it knows.
package enum Registry: Sendable {
  case papers
  case repositories
  case addresses
}

extension FactRule {
  package static var registry: Registry { .papers }
}
