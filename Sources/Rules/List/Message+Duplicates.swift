/// What is said of two entries that are one.
extension Message {
  static func duplicate(
    ofLine line: Int,
    isPaper: Bool,
    here own: String?,
    there other: String?,
    isClear: Bool
  ) -> Message {
    let what = isPaper ? "paper" : "entry"
    // Which of the two is in its place, or the published one, is for a person to see.
    guard isClear else {
      if let own {
        return
          "This \(what) is already on line \(line), without the link \(quoting: own): keep one of the two, with that link"
      }
      guard let other else {
        return "This \(what) is already on line \(line): keep one of the two"
      }
      return
        "This \(what) is already on line \(line), where it also has the link \(quoting: other): keep one of the two"
    }
    // What would be lost is said before anything goes.
    if let link = own {
      return
        "This \(what) is already on line \(line), without the link \(quoting: link): add that link there, and remove the \(what) here"
    }
    guard let link = other else {
      return "Remove this \(what): it is already on line \(line)"
    }
    return
      "Remove this \(what): it is already on line \(line), where it also has the link \(quoting: link)"
  }

  static func samePage(asLine line: Int) -> Message {
    "The title links to the same page as the entry on line \(line): correct the link, or remove one of the two"
  }

  static func copy(ofLine line: Int) -> Message {
    "The entry on line \(line) says the same, with another address: remove one if they are the same thing"
  }

  static func elsewhere(onLine line: Int, isPaper: Bool, section: String) -> Message {
    let what = isPaper ? "paper" : "entry"
    if section.isEmpty {
      return
        "The same \(what) is before the first heading, on line \(line): keep it here only if it belongs in both"
    }
    return
      "The same \(what) is in the section \(quoting: section), on line \(line): keep it here only if it belongs in both"
  }

  static func namesake(onLine line: Int) -> Message {
    "An entry of the same name, with another address, is on line \(line): remove one if they are the same thing"
  }
}
