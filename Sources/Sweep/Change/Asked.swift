internal import Facts
internal import ListModel
internal import Review
internal import Rules

/// What is asked about an entry to find something out.
enum Asked: String, CaseIterable {
  case paper
  case repository
  case address

  /// What a rule rests on.
  init(by rule: String) {
    switch rule {
    case MovedRepository.description.id: self = .repository
    case MovedLink.description.id: self = .address
    default: self = .paper
    }
  }

  /// Tells whether this was asked about an entry, and not answered.
  func isOpen(_ questions: Questions, _ facts: FactTable) -> Bool {
    switch self {
    case .paper:
      questions.preprints.contains { facts.preprints[$0] == .notKnown }
        || questions.identities.contains { facts.records[$0] == .notKnown }
        || questions.dois.contains { facts.works[$0] == .notKnown }
        || facts.works.values.contains(.notKnown) && !questions.preprints.isEmpty
    case .repository: questions.repositories.contains { facts.repositories[$0] == .notKnown }
    case .address: questions.addresses.contains { facts.addresses[$0] == .notKnown }
    }
  }
}

extension Entry {
  /// What tells it, as it stands, from every other text of its list, and what is asked about it.
  func key(in path: String, _ asked: Asked) -> Fingerprint {
    Fingerprint([path, asked.rawValue, String(decoding: text, as: UTF8.self)])
  }
}
