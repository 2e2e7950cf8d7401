import FoundationEssentials
import Glibc
import YAML

/// Writes a Swift file of the values of YAML files, as `YAMLFile.init(compiled:name:)` takes them up.
@main
enum RulebookCompiler {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else {
      fail("usage: rulebook-compiler OUTPUT INPUT...")
    }
    do {
      try compile(arguments.dropFirst().map { URL(filePath: $0) }, to: URL(filePath: output))
    } catch {
      fail("\(error)")
    }
  }

  private static func compile(_ inputs: [URL], to output: URL) throws {
    var lines = ["enum CompiledRulebooks {"]
    for input in inputs {
      let file = try YAMLFile(Array(Data(contentsOf: input)), name: input.path)
      let name = input.deletingPathExtension().lastPathComponent.replacing("-", with: "_")
      lines.append("  static let \(name): [UInt8] = \(file.compiled)")
    }
    lines += ["}", ""]
    try Data(lines.joined(separator: "\n").utf8).write(to: output, options: .atomic)
  }

  private static func fail(_ message: String) -> Never {
    print("rulebook-compiler: \(message)")
    exit(1)
  }
}
