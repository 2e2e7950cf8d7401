import ListModel
import Testing

/// What makes two entries the same paper.
struct IdentityTests {
  @Test(arguments: [
    "https://arxiv.org/abs/2308.00692", "http://arxiv.org/abs/2308.00692",
    "https://www.arxiv.org/abs/2308.00692", "https://arxiv.org/pdf/2308.00692",
    "https://arxiv.org/pdf/2308.00692.pdf", "https://arxiv.org/pdf/2308.00692v2.pdf",
    "https://arxiv.org/abs/2308.00692v1", "https://arxiv.org/html/2308.00692v3",
    "https://arxiv.org/abs/2308.00692/", "https://arxiv.org/abs/2308.00692?context=cs.CV",
    "https://arxiv.org/abs/2308.00692#abstract", "https://export.arxiv.org/abs/2308.00692",
    "https://browse.arxiv.org/html/2308.00692v1", "https://alphaxiv.org/abs/2308.00692",
    "https://www.alphaxiv.org/overview/2308.00692v1",
    "https://ar5iv.labs.arxiv.org/html/2308.00692",
    "https://ar5iv.org/abs/2308.00692", "https://huggingface.co/papers/2308.00692",
    "https://hf.co/papers/2308.00692", "https://doi.org/10.48550/arXiv.2308.00692",
    "https://doi.org/10.48550/ARXIV.2308.00692", "https://arxiv.org/format/2308.00692",
    "https://arxiv.org/abs/arXiv:2308.00692", "https://ARXIV.org/abs/2308.00692",
    "https://arxiv.org:443/abs/2308.00692", "https://arxiv.org//abs/2308.00692",
  ])
  func `every address of an arXiv paper names it`(_ url: String) {
    #expect(Identity(WebAddress(url))?.description == "arxiv:2308.00692")
  }

  @Test(arguments: [
    ("https://arxiv.org/abs/cs/0601001", "arxiv:cs/0601001"),
    ("https://arxiv.org/pdf/math.GT/0309136v1.pdf", "arxiv:math.GT/0309136"),
    ("https://arxiv.org/abs/0706.0001", "arxiv:0706.0001"),
    ("https://doi.org/10.1109/TPAMI.2024.3369699", "doi:10.1109/tpami.2024.3369699"),
    ("http://dx.doi.org/10.1007/978-3-031-1_2", "doi:10.1007/978-3-031-1_2"),
    ("https://dl.acm.org/doi/abs/10.1145/3581783.3612", "doi:10.1145/3581783.3612"),
    ("https://link.springer.com/article/10.1007/s11263-024-1", "doi:10.1007/s11263-024-1"),
    ("https://openreview.net/forum?id=NBQFAN228B", "openreview:NBQFAN228B"),
    ("https://openreview.net/pdf?id=NBQFAN228B", "openreview:NBQFAN228B"),
    ("https://openreview.net/forum?noteId=x&id=NBQFAN228B", "openreview:NBQFAN228B"),
  ])
  func `other papers have names of their own`(_ url: String, _ identity: String) {
    #expect(Identity(WebAddress(url))?.description == identity)
  }

  @Test(arguments: [
    "https://arxiv.org/", "https://arxiv.org/list/cs.CV/recent", "https://arxiv.org/abs/",
    "https://arxiv.org/abs/2313.00692", "https://arxiv.org/abs/2308.692", "https://arxiv.org/abs/x",
    "https://github.com/a/2308.00692", "https://example.org/abs/2308.00692", "", "2308.00692",
    "https://huggingface.co/datasets/2308.00692", "https://openreview.net/group?id=ICLR.cc",
    "https://doi.org/", "https://notarxiv.org/abs/2308.00692", "https://arxiv.org/abs/2308.00692v0",
    "https://arxiv.org/abs/\u{FF12}\u{FF13}08.00692",
  ])
  func `an address of anything else names no paper`(_ url: String) {
    #expect(Identity(WebAddress(url)) == nil)
  }

  @Test(arguments: [
    ("2308.00692", 2023, 8, nil), ("2308.00692v12", 2023, 8, 12), ("arXiv:0704.0001", 2007, 4, nil),
    ("cs/0601001", 2006, 1, nil), ("hep-th/9901001", 1999, 1, nil),
  ])
  func `an arXiv identifier tells its month`(
    _ text: String,
    _ year: Int,
    _ month: Int,
    _ version: Int?
  ) throws {
    let id = try #require(ArXivID(text))
    #expect(id.year == year && id.month == month && id.version == version)
  }

  @Test(arguments: [
    ("LISA: Reasoning Segmentation", "lisa reasoning segmentation"),
    ("GPT-4V(ision)", "GPT4Vision"), ("A  B", "a.b"), ("\u{C9}cole", "\u{E9}cole"),
    ("\u{FF2C}\u{FF29}SA", "lisa"), ("A\u{A0}B\u{200B}", "AB"), ("\u{1F525}Hot", "hot"),
  ])
  func `titles that readers take for one are one`(_ first: String, _ second: String) {
    #expect(normalisedTitle(first) == normalisedTitle(second))
  }

  @Test(arguments: [("VisionLLM", "VisionLLM v2"), ("\u{56FE}\u{50CF}", "\u{56FE}"), ("A", "B")])
  func `titles that differ in a letter or digit are two`(_ first: String, _ second: String) {
    #expect(normalisedTitle(first) != normalisedTitle(second))
  }
}
