package import ListModel

extension ListDocument {
  /// Reads the entry at a place.
  package func entry(at place: EntryPlace) -> Entry {
    formats.parts[place.format].format.read(Array(bytes(of: place)))
  }

  /// Reads the fields of the entry at a place, without what stands between them.
  package func fields(at place: EntryPlace) -> Entry {
    formats.parts[place.format].format.readFields(Array(bytes(of: place)))
  }
}
