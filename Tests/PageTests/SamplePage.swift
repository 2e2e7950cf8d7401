import Foundation
import Learning
import ListModel
import Markdown
import Page
import Review
import Rules
import Testing

/// A page of a list, in a file that is there as long as this is.
struct SamplePage: ~Copyable {
  let file: URL

  /// How a browser finds it.
  var address: String { file.absoluteString }

  /// `isLearned` where the list is read by what its own entries show.
  init(_ list: String, isLearned: Bool = false) throws {
    file = FileManager.default.temporaryDirectory.appending(path: "page-\(UUID().uuidString).html")
    try Data(Self.page(list, isLearned: isLearned).bytes).write(to: file)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: file)
    } catch {
      Issue.record("\(error)")
    }
  }

  static func export(
    _ list: String,
    isLearned: Bool = false,
    knowing facts: FactTable = .none
  ) throws -> ListExport {
    let text = SourceText(list)
    let choice =
      try isLearned
      ? RulebookChoice(atBase: nil) : RulebookChoice(try #require(try Rulebook.builtIn()))
    let settings = choice.rulebook(base: text, head: text)
    return ListExport(
      revision: nil,
      lists: [
        ListExport.List(
          path: "README.md",
          document: settings.document(text),
          settings: settings,
          knowing: facts
        )
      ]
    )
  }

  static func content(
    _ list: String,
    isLearned: Bool = false,
    added: [Moment?] = []
  ) throws -> PageContent {
    try PageContent(
      export(list, isLearned: isLearned),
      now: Moment(seconds: 1_741_608_000),
      added: [added]
    )
  }

  static func page(_ list: String, isLearned: Bool = false) throws -> HTML {
    try PageRenderer(content(list, isLearned: isLearned)).page()
  }

  static func text(_ list: String, isLearned: Bool = false) throws -> String {
    String(decoding: try page(list, isLearned: isLearned).bytes, as: UTF8.self)
  }

  /// A list of papers in the form of the rulebook for papers.
  static let list = """
    # Papers on **segmentation**

    ## Survey

    - Éclair: A Survey of Segmentation. arXiv'2023. [[paper](https://arxiv.org/abs/2301.00001)]

    ## General

    ### Models

    - **`[ReferIS][ReasonIS]`** LISA: Reasoning Segmentation via Large Language Model. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]
    - **`[ReferIS]`** GSVA: Generalized Segmentation. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103)]
    - **`[VIS]`** VISA: Reasoning Video Object Segmentation. ECCV'2024. [[paper](https://arxiv.org/abs/2407.11325)] | [[code](https://github.com/cilinyan/VISA)]

    """

  /// Entries by which a stranger tries to have a page do what it should not.
  static let hostile = """
    # <script>window.hit=1</script>

    ## </h2><img src=x onerror="window.hit=2">

    - <script>window.hit=3</script> A. CVPR'2024. [[paper](https://arxiv.org/abs/2308.00692)]
    - "onmouseover="window.hit=4" B. CVPR'2024. [[paper](javascript:window.hit=5)]
    - **`["><svg/onload=window.hit=6>]`** C. CVPR'2024. [[paper](https://arxiv.org/abs/2312.10103"onclick="window.hit=7)]
    - </li></ul></script><script>window.hit=8</script> D. "><b>X'2024. [[code](data:text/html,<script>window.hit=9</script>)]
    - {{script}} E </title></style><style>*{display:none}</style>. CVPR'2024. [[paper](https://arxiv.org/abs/2407.11325)]
    - </pre></details><iframe srcdoc="<script>parent.hit=10</script>"> F. CVPR'2024. [[<img src=//evil.example/x>](https://example.org/a/b)]

    """
}
