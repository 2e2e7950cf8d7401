/// How a list is found where nobody names it.
package enum ListNames {
  /// Returns the README among some paths, however its name is spelled; nil where there is none.
  package static func readme(among paths: [String]) -> String? {
    ["readme.md", "readme.markdown"].lazy
      .compactMap { name in paths.first { $0.lowercased() == name } }.first
  }
}
