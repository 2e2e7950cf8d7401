internal import ListModel

/// Facts by which rules show what they do.
extension FactTable {
  /// A bibliography that has a paper of the examples.
  static var lisa: FactTable {
    var facts = FactTable()
    let title = "LISA: Reasoning Segmentation via Large Language Model"
    facts.publications[TitleKey.key(of: title)] = [
      Publication(
        venue: "CVPR",
        kind: .conference,
        year: 2024,
        title: title,
        author: "Lai",
        source: "published.bib",
        place: "DBLP:conf/cvpr/LaiTCLYLJ24"
      )
    ]
    return facts
  }

  /// The same by Semantic Scholar only.
  static var lisaByOne: FactTable {
    var facts = FactTable()
    guard let id = ArXivID("2308.00692") else { return facts }
    facts.records[.arXiv(id)] = .yes(
      ScholarRecord(
        title: "LISA: Reasoning Segmentation via Large Language Model",
        authors: ["Xin Lai"],
        venue: "Computer Vision and Pattern Recognition",
        dblp: "conf/cvpr/LaiTCLYLJ24",
        isMixed: false
      )
    )
    return facts
  }
}
