import FactsServer
import Foundation
import HTTP
import ListModel
import Rules
import Testing

@testable import Facts

/// What the registries are asked, and what is made of their answers.
struct RegistryTests {
  private func id(_ text: String) throws -> ArXivID { try #require(ArXivID(text)) }

  @Test func `every registry's answers become facts`() async throws {
    let facts = try await Bench().facts()
    #expect(facts.preprints[try id("2308.00692")]?.value?.authors == ["Xin Lai"])
    #expect(facts.preprints[try id("2309.00001")]?.value?.isWithdrawn == true)
    #expect(facts.preprints[try id("2310.99999")] == .no)
    #expect(facts.records[.arXiv(try id("2308.00692"))]?.value?.isMixed == false)
    #expect(facts.works["10.1109/cvpr.2024.1"]?.value?.year == 2024)
    #expect(facts.repositories["dvlab-research/lisa"]?.value?.created == 1_714_979_289)
    #expect(facts.repositories["nobody/gone"] == .no)
    #expect(facts.repositories["nobody/forbidden"] == .notKnown)
    #expect(facts.repositories["somebody/old"]?.value?.name == "somebody/new")
  }

  @Test func `an address is dead only where GET says so twice`() async throws {
    let addresses = try await Bench().facts().addresses
    #expect(addresses["https://alive.example.org/"] == .yes(AddressFacts()))
    #expect(addresses["https://gone.example.org/x"] == .no)
    #expect(addresses["https://headless.example.org/x"] == .yes(AddressFacts()))
    #expect(addresses["https://wall.example.org/"] == .notKnown)
    #expect(addresses["https://loop.example.org/x"] == .notKnown)
    #expect(addresses["https://doi.org/10.1000/there"] == .yes(AddressFacts()))
    #expect(addresses["https://doi.org/10.1000/nowhere"] == .no)
    #expect(
      addresses["https://moved.example.org/demo"]
        == .yes(AddressFacts(movedTo: "https://alive.example.org/demo"))
    )
  }

  @Test func `an address of this machine or a private network is never asked`() async throws {
    let bench = Bench()
    let facts = try await bench.facts()
    #expect(facts.addresses["http://localhost/"] == nil)
    #expect(facts.addresses["http://10.0.0.1/x"] == nil)
    #expect(facts.addresses["https://inward.example.org/x"] == .notKnown)
    #expect(!bench.server.asked.contains { $0.path == "/secret" })
  }

  @Test func `a malformed identifier costs the others nothing`() async throws {
    let bench = Bench()
    let facts = try await bench.facts(Bench.list.replacing("2310.99999", with: "9912.99999"))
    #expect(facts.preprints[try id("2308.00692")]?.value != nil)
    #expect(facts.preprints[try id("9912.99999")] == .no)
    #expect(bench.server.count("/api/query") == 2)
  }

  @Test func `arXiv is asked for a hundred papers at once, three seconds apart`() async throws {
    let lines = (0..<250).map { number in
      "- Paper \(number). arXiv'2023. [[paper](https://arxiv.org/abs/2301.\(10_000 + number))]"
    }
    let bench = Bench()
    _ = try await bench.facts("# List\n\n## Papers\n\n" + lines.joined(separator: "\n") + "\n")
    let times = bench.server.asked.filter { $0.path == "/api/query" }.map(\.time)
    // Of each hundred nothing is there, so each is asked again with a paper that is.
    #expect(times.count == 6)
    #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= .seconds(3) })
    #expect(bench.server.count("/graph/v1/paper/batch") == 1)
  }

  @Test func `what was answered within a day is not asked again`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = FactCache(folder: folder, now: 1_790_000_000)
    let first = try await Bench(cache: cache).facts()
    let bench = Bench(cache: FactCache(folder: folder, now: 1_790_080_000))
    let second = try await bench.facts()
    #expect(bench.server.count("/api/query") == 0)
    #expect(second.preprints == first.preprints)
    #expect(second.works == first.works)
    #expect(second.addresses == first.addresses)
    let later = Bench(cache: FactCache(folder: folder, now: 1_790_090_000))
    _ = try await later.facts()
    #expect(later.server.count("/api/query") == 1)
  }

  @Test func `a damaged file of the cache is asked for anew`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let cache = FactCache(folder: folder, now: 1_790_000_000)
    let first = try await Bench(cache: cache).facts()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/arxiv") {
      try Data("{".utf8).write(to: URL(filePath: folder + "/arxiv/" + name))
    }
    let bench = Bench(cache: cache)
    #expect(try await bench.facts().preprints == first.preprints)
    #expect(bench.server.count("/api/query") == 1)
  }

  @Test(arguments: RegistryServer.Fault.allCases)
  func `a failure never becomes another fact`(_ fault: RegistryServer.Fault) async throws {
    let sound = try await Bench().facts()
    let total = 24
    for start in stride(from: 0, to: total, by: 3) {
      let facts = try await Bench(failing: fault, at: start..<Int.max).facts()
      expect(facts.preprints, within: sound.preprints)
      expect(facts.records, within: sound.records)
      expect(facts.repositories, within: sound.repositories)
      // An address that answers with a page is there, whatever the page says.
      for (address, fact) in facts.addresses where fact == .no {
        #expect(sound.addresses[address] == .no, "\(address)")
      }
      for (doi, fact) in facts.works { #expect([sound.works[doi], .notKnown].contains(fact)) }
    }
  }

  private func expect<Key: Hashable, Value>(
    _ facts: [Key: Fact<Value>],
    within sound: [Key: Fact<Value>]
  ) {
    for (key, fact) in sound {
      guard let found = facts[key], found != fact else { continue }
      #expect(found == .notKnown, "\(key)")
    }
  }

  @Test(arguments: [
    "127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "10.1.2.3", "172.31.0.1",
    "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "255.255.255.255", "[::1]",
    "[::ffff:127.0.0.1]", "[fe80::1]", "[fc00::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::]",
  ])
  func `numbers of private networks are known in every form`(_ host: String) throws {
    #expect(try #require(IPAddress(host: host)).isPublic == false)
  }

  @Test(arguments: ["8.8.8.8", "[2606:4700::1111]", "134744072"])
  func `numbers of the public Internet may be asked`(_ host: String) throws {
    #expect(try #require(IPAddress(host: host)).isPublic)
  }

  @Test func `a guarded request opens no connection to this machine`() async throws {
    let bench = Bench()
    let transport = CurlTransport(CurlTransport.Configuration(userAgent: "test"))
    var request = Request(.get, try #require(URI(bench.server.url + "/secret")))
    request.isGuarded = true
    await #expect(throws: HTTPError.self) { _ = try await transport.send(request) }
    #expect(bench.server.asked.isEmpty)
  }
}
