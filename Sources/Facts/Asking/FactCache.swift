internal import FoundationEssentials
internal import Rules

/// Answers of registries that were given before, one file for each.
///
/// Files are written whole and then named, so two runs at once do no harm; what cannot be read is not there.
package struct FactCache: Sendable {
  private let folder: String
  /// Seconds since 1970.
  private let now: Int

  /// How long an answer holds, in seconds.
  private static let lifetime = 86_400
  /// The most that the files may take together, in bytes, and what is left of them then.
  private static let most = 64 << 20
  private static let kept = 48 << 20

  package init(folder: String, now: Int) {
    self.folder = folder
    self.now = now
  }

  /// The folder that users have for such files.
  package static func standardFolder(_ environment: [String: String]) -> String? {
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") {
      return folder + "/rubric"
    }
    return environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.cache/rubric" }
  }

  private struct Stored<Value: Codable>: Codable {
    let version: Int
    let key: String
    let time: Int
    /// Nil where the registry said that it is not there.
    let value: Value?
  }

  private static var version: Int { 1 }

  /// Returns the answer to a question; nil where none is known that still holds, or any `howeverOld`.
  func fact<Value: Codable & Sendable & Hashable>(
    _ key: String,
    of source: String,
    howeverOld: Bool = false
  ) -> Fact<Value>? {
    let stored: Stored<Value>
    do {
      let data = try Data(contentsOf: URL(filePath: path(key, source)))
      stored = try JSONDecoder().decode(Stored<Value>.self, from: data)
    } catch {
      // Not there, or damaged: it is asked again and replaced.
      return nil
    }
    guard stored.version == Self.version, stored.key == key, stored.time <= now,
      howeverOld || now - stored.time < Self.lifetime
    else { return nil }
    return stored.value.map { .yes($0) } ?? .no
  }

  /// Keeps an answer; what was not known is not kept.
  ///
  /// Returns whether it could be written.
  @discardableResult
  func keep<Value: Codable & Sendable & Hashable>(
    _ fact: Fact<Value>,
    _ key: String,
    of source: String
  ) -> Bool {
    let value: Value?
    switch fact {
    case .yes(let known): value = known
    case .no: value = nil
    case .notKnown, .notAsked: return true
    }
    let stored = Stored(version: Self.version, key: key, time: now, value: value)
    do {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + source,
        withIntermediateDirectories: true
      )
      try JSONEncoder().encode(stored)
        .write(to: URL(filePath: path(key, source)), options: .atomic)
      return true
    } catch {
      // Without a cache everything is asked again, and nothing is wrong.
      return false
    }
  }

  /// Removes the oldest files where all take too much room.
  package func trim() {
    var files: [(path: String, size: Int, date: Date)] = []
    let manager = FileManager.default
    do {
      for source in try manager.contentsOfDirectory(atPath: folder) {
        for name in try manager.contentsOfDirectory(atPath: folder + "/" + source) {
          let path = "\(folder)/\(source)/\(name)"
          let attributes = try manager.attributesOfItem(atPath: path)
          guard let size = attributes[.size] as? Int,
            let date = attributes[.modificationDate] as? Date
          else { continue }
          files.append((path, size, date))
        }
      }
      var total = files.reduce(0) { $0 + $1.size }
      guard total > Self.most else { return }
      for file in files.sorted(by: { $0.date < $1.date }) where total > Self.kept {
        try manager.removeItem(atPath: file.path)
        total -= file.size
      }
    } catch {
      // Another run was here at the same time; the next one trims.
      return
    }
  }

  private func path(_ key: String, _ source: String) -> String {
    // FNV-1a, twice: the key stands in the file, so a collision is not an answer.
    var hashes: (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x9E37_79B9_7F4A_7C15)
    for byte in key.utf8 {
      hashes.0 = (hashes.0 ^ UInt64(byte)) &* 0x100_0000_01B3
      hashes.1 = (hashes.1 ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return "\(folder)/\(source)/\(String(hashes.0, radix: 36))\(String(hashes.1, radix: 36)).json"
  }
}
