internal import Learning
internal import ListModel
internal import Parsing
internal import Review
internal import Rules

/// How a page writes venues: those that differ in case only are one, in the form that the lists have most often.
struct VenueForms {
  private var usual: [String: String] = [:]
  /// What knows the venues of each list.
  private let readers: [VenueReader]

  init(_ lists: [ListExport.List]) {
    readers = lists.map { VenueReader($0.settings.rulebook.venues) }
    var counts: [String: [String: Int]] = [:]
    for (list, reader) in zip(lists, readers) {
      for item in list.entries {
        let others = item.dated.otherAppearances.map(\.venue)
        for name in [item.dated.venue].compactMap({ $0 }) + others where !name.isEmpty {
          let own = reader.server(ofNumbered: name) ?? name
          counts[own.lowercased(), default: [:]][own, default: 0] += 1
        }
      }
    }
    for (key, forms) in counts where forms.count > 1 {
      // Of two that are as common, the one that everybody knows, else always the same one.
      let most = forms.values.max()
      let common = forms.filter { $0.value == most }.keys.sorted()
      usual[key] =
        common.first { form in
          lists.contains { $0.settings.rulebook.venues.name(of: form) == form }
        } ?? common.first
    }
  }

  /// Returns what the page calls a venue of a list.
  func name(_ written: String, in list: Int) -> String {
    let own = readers[list].server(ofNumbered: written) ?? written
    return usual.isEmpty ? own : usual[own.lowercased()] ?? own
  }
}
