import FactsServer
import ListModel
import Markdown
import Parsing
import Rules

@testable import Facts

/// A list's entries and a server that knows of them.
struct Bench {
  let time = VirtualTime()
  let server: RegistryServer
  let registries: Registries

  static let list = """
    # List

    ## Papers

    - LISA: Reasoning Segmentation via Large Language Model. arXiv'2023. [[paper](https://arxiv.org/abs/2308.00692)] | [[code](https://github.com/dvlab-research/LISA)]
    - Another Way to Token. arXiv'2023. [[paper](https://arxiv.org/abs/2309.00001)] | [[code](https://github.com/nobody/gone)]
    - A Third Way. arXiv'2023. [[paper](https://arxiv.org/pdf/2310.00002v3)] | [[code](https://github.com/somebody/old)]
    - A Fourth Way. arXiv'2023. [[paper](https://arxiv.org/abs/2310.99999)] | [[code](https://github.com/nobody/forbidden)]
    - A Fifth Way. CVPR'2024. [[project](https://alive.example.org/)] | [[code](https://gone.example.org/x)]
    - A Sixth Way. CVPR'2024. [[project](https://wall.example.org/)] | [[code](https://headless.example.org/x)]
    - A Seventh Way. CVPR'2024. [[project](https://moved.example.org/demo)] | [[code](https://inward.example.org/x)]
    - An Eighth Way. CVPR'2024. [[project](http://localhost/)] | [[code](http://10.0.0.1/x)]
    - A Ninth Way. CVPR'2024. [[paper](https://doi.org/10.1000/there)] | [[code](https://loop.example.org/x)]
    - A Tenth Way. CVPR'2024. [[paper](https://doi.org/10.1000/nowhere)]

    """

  init(
    failing fault: RegistryServer.Fault? = nil,
    at requests: Range<Int> = 0..<Int.max,
    cache: FactCache? = nil
  ) {
    server = RegistryServer(time, failing: fault, at: requests)
    registries = server.registries(keepingIn: cache)
  }

  static func entries(_ text: String = list) throws -> [Entry] {
    let document = Rulebook.standard.document(SourceText(text))
    return document.entries.map { document.entry(at: $0) }
  }

  func facts(_ text: String = list) async throws -> FactTable {
    var facts = FactTable()
    await registries.answer(try Self.entries(text), into: &facts)
    return facts
  }
}
