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

  private func hosts() throws -> Hosts { try #require(try Rulebook.builtIn()).hosts }
}
