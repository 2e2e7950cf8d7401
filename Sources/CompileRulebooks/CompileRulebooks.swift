import Foundation
import PackagePlugin

/// Parses the rulebooks of a target when the program is built, so that no start of it has to.
@main
struct CompileRulebooks: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let files = try FileManager.default.contentsOfDirectory(
      at: target.directoryURL,
      includingPropertiesForKeys: nil
    )
    let rulebooks = files.filter { $0.pathExtension == "yml" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledRulebooks.swift")
    return [
      .buildCommand(
        displayName: "Compiling the rulebooks",
        executable: try context.tool(named: "rulebook-compiler").url,
        arguments: [output.path] + rulebooks.map(\.path),
        inputFiles: rulebooks,
        outputFiles: [output]
      )
    ]
  }
}
