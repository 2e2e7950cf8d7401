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

  /// The same by a bibliography and Semantic Scholar.
  static var lisaByTwo: FactTable {
    var facts = lisa
    facts.records = lisaByOne.records
    return facts
  }

  /// What arXiv says of some papers.
  static var lisaAndAttention: FactTable {
    var facts = FactTable()
    func add(_ name: String, _ fact: Fact<Preprint>) {
      if let id = ArXivID(name) { facts.preprints[id] = fact }
    }
    add(
      "2308.00692",
      .yes(
        Preprint(
          title: "LISA: Reasoning Segmentation via Large Language Model",
          authors: ["Xin Lai"],
          year: 2023
        )
      )
    )
    add(
      "2306.03762",
      .yes(Preprint(title: "Attention Is All You Need", authors: ["Ashish Vaswani"], year: 2023))
    )
    add(
      "2309.00001",
      .yes(
        Preprint(
          title: "Another Way to Segment",
          authors: ["Ada Adams"],
          year: 2023,
          comment: "This paper has been withdrawn by the authors",
          isWithdrawn: true
        )
      )
    )
    add("2308.99999", .no)
    return facts
  }

  /// What Crossref says of two works.
  static var twoWorks: FactTable {
    var facts = FactTable()
    func work(_ doi: String, _ title: String, isRetracted: Bool) -> Fact<Work> {
      .yes(
        Work(
          doi: doi,
          type: "proceedings-article",
          title: title,
          author: "Adams",
          containers: [
            "2024 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)"
          ],
          year: 2024,
          isRetracted: isRetracted
        )
      )
    }
    facts.works["10.1000/sound"] = work("10.1000/sound", "Segmenting All", isRetracted: false)
    facts.works["10.1000/retracted"] =
      work("10.1000/retracted", "Segmenting Nothing", isRetracted: true)
    return facts
  }

  /// What GitHub says of some repositories.
  static var repositories: FactTable {
    var facts = FactTable()
    facts.repositories = [
      "dvlab-research/lisa": .yes(RepositoryFacts(name: "dvlab-research/LISA")),
      "nobody/gone": .no,
      "somebody/archived": .yes(RepositoryFacts(name: "somebody/archived", isArchived: true)),
      "somebody/empty": .yes(RepositoryFacts(name: "somebody/empty", isEmpty: true)),
      "somebody/old": .yes(RepositoryFacts(name: "somebody/new")),
    ]
    return facts
  }

  /// What GitHub says of two repositories, one of which is too small.
  static var eligible: FactTable {
    var facts = FactTable()
    facts.repositories = [
      "dvlab-research/lisa": .yes(
        RepositoryFacts(name: "dvlab-research/LISA", stars: 2000, licence: "Apache-2.0")
      ),
      "somebody/small": .yes(RepositoryFacts(name: "somebody/small", stars: 3)),
    ]
    facts.demands = Eligibility(
      stars: 10,
      ageDays: nil,
      activeDays: nil,
      needsLicence: true,
      mayNotBeArchived: false,
      isPublishedOnly: false
    )
    return facts
  }

  /// What some addresses answer.
  static var addresses: FactTable {
    var facts = FactTable()
    facts.addresses = [
      "https://lisa.example.org/demo": .yes(AddressFacts()),
      "https://gone.example.org/demo": .no,
      "https://old.example.org/demo": .yes(AddressFacts(movedTo: "https://new.example.org/demo")),
    ]
    return facts
  }
}
