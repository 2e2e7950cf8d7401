extension Mistake {
  static let addresses =
    [
      "http://arxiv.org/abs/#", "https://www.arxiv.org/abs/#", "http://www.arxiv.org/abs/#",
      "https://arxiv.org/pdf/#", "https://arxiv.org/pdf/#.pdf", "https://arxiv.org/pdf/#v2.pdf",
      "https://arxiv.org/pdf/#v1", "https://arxiv.org/abs/#v3", "https://arxiv.org/html/#",
      "https://arxiv.org/html/#v1", "https://arxiv.org/abs/#/",
      "https://arxiv.org/abs/#?context=cs",
      "https://arxiv.org/abs/#?utm_source=x", "https://export.arxiv.org/abs/#",
      "https://export.arxiv.org/pdf/#v1.pdf", "https://ArXiv.org/abs/#", "HTTPS://arxiv.org/abs/#",
      "https://www.alphaxiv.org/abs/#", "https://alphaxiv.org/overview/#",
      "https://huggingface.co/papers/#", "https://doi.org/10.48550/arXiv.#",
      "https://ar5iv.labs.arxiv.org/html/#", "https://ar5iv.org/abs/#",
      "https://arxiv.org/abs/#v1#S1",
      "https://arxiv.org//abs/#", "https://arxiv.org/abs/arXiv:#",
    ]
    .map { form in
      Mistake("\(form)", "non-canonical-arxiv-url") { entry in
        guard let number = entry.arXivNumber else { return }
        entry.links[0].url = form.split(separator: "#", maxSplits: 1).joined(separator: number)
        if form.hasSuffix("#") { entry.links[0].url = form.dropLast() + number }
      }
    }
    + [
      "https//", "https:/", "https:///", "htps://", "ttps://", "https://https://",
      "http://https://",
    ]
    .map { scheme in
      Mistake("'\(scheme)' for the scheme", "malformed-url") { entry in
        entry.links[0].url = scheme + entry.links[0].url.dropFirst("https://".count)
      }
    }
    + [
      Mistake("no scheme", "malformed-url") { entry in
        entry.links[0].url.removeFirst("https://".count)
      }
    ]
    + onCode(
      ("http for https", "insecure-url", { "http" + $0.dropFirst(5) }),
      ("www.", "www-in-url", { "https://www." + $0.dropFirst(8) }),
      ("an open tab", "cluttered-url", { $0 + "?tab=readme-ov-file" }),
      ("an open tab and an anchor", "cluttered-url", { $0 + "?tab=readme-ov-file" }),
      ("tracking", "cluttered-url", { $0 + "?utm_source=chatgpt.com" }),
      ("a highlighted text", "cluttered-url", { $0 + "#:~:text=Abstract" }),
      ("http and www.", "insecure-url www-in-url", { "http://www." + $0.dropFirst(8) })
    )

  /// Mistakes in the address of the code.
  private static func onCode(
    _ mistakes: (name: String, rules: String, damage: @Sendable (String) -> String)...
  ) -> [Mistake] {
    mistakes.map { mistake in
      let rules = mistake.rules.split(separator: " ").map(String.init)
      return Mistake("\(mistake.name) in the address of the code", rules: rules) { entry in
        for index in entry.links.indices
        where entry.links[index].url.hasPrefix("https://github.com/") {
          entry.links[index].url = mistake.damage(entry.links[index].url)
        }
      }
    }
  }
}
