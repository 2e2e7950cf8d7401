import ListModel
import Rules
import Testing

/// What the built-in vocabularies know of hosts and venues.
struct HostsTests {
  @Test(arguments: [
    ("https://arxiv.org/abs/2308.00692", Hosts.Kind.paper),
    ("https://huggingface.co/papers/2308.00692", .paper),
    ("https://huggingface.co/datasets/org/set", .data),
    ("https://huggingface.co/spaces/org/try", .demo),
    ("https://huggingface.co/org/model", .model),
    ("https://huggingface.co/blog/post", nil),
    ("https://huggingface.co/datasetsandmore", .model),
    ("https://github.com/org/code", .code),
    ("https://org.github.io/page", .project),
    ("https://www.youtube.com/watch?v=x", .video),
    ("https://example.org/spaces/x", nil),
  ])
  func `what an address leads to is told by its host and path`(
    _ url: String,
    _ kind: Hosts.Kind?
  ) throws {
    #expect(try hosts().kind(of: WebAddress(url)) == kind)
  }

  @Test(arguments: [
    ("https://bit.ly/3abc", Hosts.Expiry.shortened),
    ("http://www.goo.gl/abc", .shortened),
    ("https://abc.gradio.live", .temporary),
    ("https://gradio.live.example.org", nil),
    ("https://paperswithcode.com/dataset/coco", .gone),
    ("http://citeseerx.ist.psu.edu/viewdoc/download?doi=10.1.1.1", .gone),
    ("https://citeseerx.ist.psu.edu/document?repid=rep1", nil),
    ("http://dx.doi.org/10.1/2", .moved(to: "doi.org")),
    ("https://a.org/x?a=1&X-Goog-Signature=2", .signed(parameter: "X-Goog-Signature")),
    ("https://mp.weixin.qq.com/s?tempkey=2", .signed(parameter: "tempkey")),
    ("https://a.org/s?tempkey=2", nil),
    ("https://arxiv.org/abs/2308.00692", nil),
  ])
  func `an address that does not last is known`(_ url: String, _ expiry: Hosts.Expiry?) throws {
    #expect(try hosts().expiry(of: WebAddress(url)) == expiry)
  }

  @Test(arguments: [
    ("paper: [eprint.iacr.org]", "https://eprint.iacr.org/2024/1", Hosts.Kind.paper),
    ("data: [github.com]", "https://github.com/org/set", .data),
    ("data: [github.com/org]", "https://github.com/org/set", .data),
    ("data: [github.com/org]", "https://github.com/other/code", .code),
    ("other: [huggingface.co/papers]", "https://huggingface.co/papers/1", nil),
    ("other: [github.com]", "https://github.com/org/code", nil),
    ("video: [.example.org]", "https://a.example.org/x", .video),
    ("video: [.example.org]", "https://vimeo.com/1", .video),
  ])
  func `what a list says of hosts goes before what is known`(
    _ yaml: String,
    _ url: String,
    _ kind: Hosts.Kind?
  ) throws {
    #expect(try hosts(yaml).kind(of: WebAddress(url)) == kind)
  }

  @Test(arguments: [
    ("gone: [example.org]", "https://example.org/x", Hosts.Expiry.gone),
    ("shortened: [ex.am]", "https://ex.am/x", .shortened),
    ("lasting: [bit.ly/our]", "https://bit.ly/our/x", nil),
    ("lasting: [bit.ly/our]", "https://bit.ly/x", .shortened),
    ("moved: {old.org: new.org}", "https://old.org/x", .moved(to: "new.org")),
    ("moved: {old.org: new.org}", "https://dx.doi.org/x", .moved(to: "doi.org")),
    ("signed: {example.org: [key]}", "https://example.org/?key=1", .signed(parameter: "key")),
  ])
  func `a list can say which addresses last`(
    _ yaml: String,
    _ url: String,
    _ expiry: Hosts.Expiry?
  ) throws {
    #expect(try hosts(yaml).expiry(of: WebAddress(url)) == expiry)
  }

  @Test(arguments: [
    ("tracking: [from]", "https://a.org/?from=b", true),
    ("tracking: [from]", "https://a.org/?utm_source=b", true),
    ("view: {a.org: [pane]}", "https://a.org/?pane=b", true),
    ("view: {a.org: [pane]}", "https://b.org/?pane=b", false),
    ("view: {github.com: []}", "https://github.com/a/b?tab=c", false),
  ])
  func `a list can say which parameters say nothing`(
    _ yaml: String,
    _ url: String,
    _ isClutter: Bool
  ) throws {
    let address = WebAddress(url)
    let parameter = try #require(address.query)
    #expect(try hosts(yaml).isClutter(parameter, of: address) == isClutter)
  }

  private func hosts(_ yaml: String) throws -> Hosts {
    try Rulebook(Array("hosts: {\(yaml)}".utf8), name: "rubric.yml").hosts
  }

  private func hosts() throws -> Hosts { try #require(try Rulebook.builtIn()).hosts }
}
