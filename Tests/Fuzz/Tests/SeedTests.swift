import FoundationEssentials
import FuzzTargets
import Mutation
import Testing

struct SeedTests {
  private static let rounds = 20

  /// A target ends the process where a promise is broken.
  @Test(arguments: FuzzTarget.allCases)
  func `every target keeps its promises over its seeds, whole and damaged`(
    target: FuzzTarget
  ) throws {
    let seeds = try seeds(of: target)
    #expect(!seeds.isEmpty)
    var damage = Damage(seed: 15)
    for seed in seeds {
      target.run(seed)
      var text = seed
      for _ in 0..<Self.rounds {
        text = damage.damaged(text)
        target.run(text)
      }
    }
  }

  private func seeds(of target: FuzzTarget) throws -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Seeds/\(target.rawValue)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      try Array(Data(contentsOf: folder.appending(path: $0)))
    }
  }
}
