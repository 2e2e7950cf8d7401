internal import FoundationEssentials
internal import Git
internal import GitHub
internal import ListModel
internal import Page
internal import Review
internal import Rules
internal import Text

/// `rubric page`: the list as a page, with pictures and a feed.
enum PageCommand: Command {
  static let specification = CommandSpecification(
    name: "page",
    abstract: "Write the list as a page to search and filter, with pictures and a feed.",
    discussion: """
      Writes index.html, one file that asks nobody for another, and beside it the feed of what was added
      (feed.xml), pictures (years.svg, venues.svg, tags.svg, growth.svg), a badge (badge.svg), and the list
      as data (list.json, list.csv, list.bib). When an entry came in is read from the history by first
      parents, through edits and moves; a shallow clone has less of it. What was read of a history is kept
      where --cache says, and the next run reads what is new. With --online or a bibliography,
      entries are marked whose repository is archived or has another name, and preprints that have been
      published. What is in the folder under other names stays.
      """,
    operands: [.init(name: "rev", help: "The revision to show. Default: HEAD.")],
    options: [
      .init(
        name: "out",
        value: "dir",
        help: "The folder to write into; it is made where it is missing."
      ),
      .init(
        name: "title",
        value: "text",
        help: "What the page is called. Default: the list's first heading."
      ),
      .init(
        name: "url",
        value: "url",
        help: "Where the page will be, for the feed, which links to it."
      ),
      .init(
        name: "repository",
        value: "owner/name",
        help: "The repository on GitHub, to link to the list's lines. Default: GITHUB_REPOSITORY."
      ),
      .init(
        name: "health",
        help:
          "Also judge the list, now and over its history: a page for its maintainer, health.html, and health.json."
      ),
    ] + FactOptions.options + [FactOptions.timeLimit, FactOptions.quiet] + RepositoryOptions.options
  )

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard let out = arguments.value("out") else {
      throw UsageError("say where to write the page: '--out FOLDER'", of: specification)
    }
    let url = try arguments.value("url").map { text in
      guard let address = SafeAddress(text) else {
        throw UsageError("'--url' wants an address that begins with https://", of: specification)
      }
      return address
    }
    let options = RepositoryOptions(arguments)
    let revision = arguments.operand(0) ?? "HEAD"
    let repository = try Repository(at: options.repository, trustingOwner: options.trustsOwner)
    let head = try repository.commit(revision)
    let export = try ListExport(
      options,
      VersionOptions(revision: revision),
      asking: FactOptions(arguments, of: specification)
    )
    var settings = Site.Settings()
    settings.title = arguments.value("title")
    settings.url = url
    settings.repository = arguments.value("repository") ?? environment("GITHUB_REPOSITORY")
    settings.sources = try sources(of: export.lists.map(\.path), at: head, settings.repository)
    settings.hasHealth = arguments.flag("health")
    settings.cache =
      arguments.flag("no-cache") ? nil : arguments.value("cache").map(HistoryCache.init)
    let progress = PageProgress()
    let site = try Site(export, of: head, in: repository, settings) {
      progress.tell($0, $1, of: $2)
    }
    let folder = URL(filePath: out, directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in site.files {
        try WholeFile(folder.appending(path: file.name).path).write(file.bytes)
      }
    } catch let error as CocoaError {
      throw PageFolderError(path: out, reason: error.reason)
    }
    print("\(site.summary), in \(out)/index.html")
    return .clean
  }

  /// Returns where GitHub shows each list; nothing where nobody names a repository.
  private static func sources(
    of paths: [String],
    at head: Commit,
    _ name: String?
  ) throws -> [SafeAddress] {
    guard let name else { return [] }
    guard let repository = RepositoryName(name) else {
      throw UsageError(
        "'\(name)' is not a name of a repository, as owner/name is",
        of: specification
      )
    }
    let server = environment("GITHUB_SERVER_URL") ?? "https://github.com"
    return paths.compactMap { path in
      let segments = path.utf8.map { byte -> String in
        let isPlain = byte.isLetter || byte.isDigit || "-._~/".utf8.contains(byte)
        let digits = String(byte, radix: 16, uppercase: true)
        return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
      }
      return SafeAddress(
        "\(server)/\(repository.owner)/\(repository.name)/blob/\(head.id)/\(segments.joined())"
      )
    }
  }
}

/// A folder that cannot be written into.
private struct PageFolderError: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String {
    "cannot write the page into '\(path)': \(reason); name another folder with --out"
  }
}
