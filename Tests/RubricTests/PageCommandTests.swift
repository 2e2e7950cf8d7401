import Foundation
import Testing

/// `rubric page`, as a maintainer runs it.
struct PageCommandTests {
  @Test func `the sample list becomes a page with its feed, pictures and data`() throws {
    let program = try Program()
    let sample = try program.sample()
    let out = program.folder.appending(path: "site")
    let outcome = try program.run("page", "main", "--repo", sample, "--out", out.path, "--health")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
    #expect(
      names == [
        "badge.svg", "feed.xml", "health.html", "health.json", "index.html", "list.bib", "list.csv",
        "list.json", "tags.svg", "venues.svg", "years.svg",
      ]
    )
    let exported = try program.run("export", "main", "--repo", sample, "--format", "bibtex").output
    #expect(try String(contentsOf: out.appending(path: "list.bib"), encoding: .utf8) == exported)
  }

  @Test func `the same revision makes the same files`() throws {
    let program = try Program()
    let sample = try program.sample()
    for name in ["one", "two"] {
      #expect(
        try program.run("page", "main", "--repo", sample, "--out", name, "--repository", "o/r")
          .status == 0
      )
    }
    for name in ["index.html", "feed.xml", "list.json", "venues.svg"] {
      let files = try ["one", "two"].map {
        try Data(contentsOf: program.folder.appending(path: "\($0)/\(name)"))
      }
      #expect(files[0] == files[1])
    }
  }

  @Test
  func `what was read of the history is kept where --cache says, and nothing else comes of it`()
    throws
  {
    let program = try Program()
    let sample = try program.sample()
    let cache = program.folder.appending(path: "kept").path
    for (name, more) in [("one", []), ("two", ["--cache", cache]), ("three", ["--cache", cache])] {
      #expect(
        try program.run(["page", "main", "--repo", sample, "--out", name] + more).status == 0
      )
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache + "/history").count == 1)
    for name in ["index.html", "feed.xml", "list.json"] {
      let files = try ["one", "two", "three"].map {
        try Data(contentsOf: program.folder.appending(path: "\($0)/\(name)"))
      }
      #expect(files[0] == files[1] && files[1] == files[2])
    }
  }

  @Test func `without a folder it says what is missing`() throws {
    let outcome = try Program().run("page")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("say where to write the page: '--out FOLDER'"))
  }
}
