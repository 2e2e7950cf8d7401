import FactsServer
import Foundation
import GitHubServer
import HTTP
import Rules
import Synchronization
import Testing

@testable import Facts

/// Repositories that are asked about again, by GitHub's REST API.
struct EntityTagTests {
  @Test func `a repository that has not changed is not sent again`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let asked = Mutex<[String]>([])
    let server = LoopbackServer { request in
      let tag = request.headers["if-none-match"] ?? ""
      asked.withLock { $0.append(tag) }
      if tag == "\"1\"" { return .init(status: 304, headers: ["ETag": tag]) }
      return .init(
        headers: ["ETag": "\"1\"", "Content-Type": "application/json"],
        text: "{\"full_name\":\"octo/Net\",\"archived\":true,\"stargazers_count\":7,\"size\":1}"
      )
    }
    defer { server.stop() }
    let base = try #require(URI(server.url))
    let time = VirtualTime()
    func facts(at now: Int) async -> Fact<RepositoryFacts>? {
      let courier = Courier(
        "GitHub",
        over: CurlTransport(.init(userAgent: "test", proxy: "")),
        surroundings: time.surroundings,
        deadline: .seconds(1_000),
        progress: .silent
      )
      let source = RepositorySource(
        courier,
        api: base,
        graphQL: base,
        token: nil,
        keepingIn: FactCache(folder: folder, now: now)
      )
      return await source.facts(of: ["octo/net"]) { _ in }["octo/net"]
    }
    let first = await facts(at: 1_790_000_000)
    #expect(first?.value?.isArchived == true)
    // A week later.
    #expect(await facts(at: 1_790_604_800) == first)
    #expect(asked.withLock { $0 } == ["", "\"1\""])
  }
}
